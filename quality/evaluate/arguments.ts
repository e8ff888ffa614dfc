import { parseArgs } from 'node:util';
import { ExpectedStop } from '#platform';
import { aboutData } from './every-file.js';
import { TASKS, type TaskName } from './tasks/index.js';

export const USAGE = `Usage:
  npm run evaluate -- --task TASK --data FILE [--examples FILE --shots N] [--folds N] [--engine embedded|openai] [--json]
  npm run evaluate -- --all --data-dir FOLDER [--engine embedded|openai] [--write]

Measures the engines on labelled data, beside simple baselines, in one run.

  --task TASK       ${Object.keys(TASKS).join(', ')}
  --data FILE       JSON objects, one a line, packed with gzip or not; the formats are in quality/README.md
  --examples FILE   topics: texts of each topic to learn from
  --shots N         topics: at most N examples of each topic
  --folds N         topics: --data holds the examples themselves; each fold is told by what learned from the others
  --engine NAME     embedded (default), or openai with the OPENAI_ settings of docs/operations.md: this costs money,
                    at most about OPENAI_DAILY_BUDGET_USD a run
  --json            a line for programs comes last: {task, data, n, engine, version, metrics, turnsPerSecond}
                    (with --all, one after each measurement)
  --all             every file of the folder, by its name: sentiment-*, topics-*, hazard-*, pii-*, language-*, clone-replies-*
  --data-dir FOLDER where they are
  --write           writes docs/quality.md from what it measured
`;

interface Common {
  engine: 'embedded' | 'openai';
}

interface One extends Common {
  what: 'one';
  task: TaskName;
  data: string;
  examples: string | undefined;
  shots: number | undefined;
  folds: number | undefined;
  json: boolean;
}

interface All extends Common {
  what: 'all';
  folder: string;
  json: boolean;
  write: boolean;
}

export type Asked = One | All | { what: 'help' };

const ENGINES = ['embedded', 'openai'] as const;

/** What the command line asks for. @throws ExpectedStop saying what is wrong with it */
export function readArguments(given: readonly string[]): Asked {
  const values = parsed(given);
  if (values.help) return { what: 'help' };
  const engine = ENGINES.find((name) => name === values.engine);
  if (engine === undefined) throw wrong('--engine is embedded or openai.');
  if (values.all) {
    if (values['data-dir'] === undefined) throw new ExpectedStop(`--all needs --data-dir FOLDER.\n\n${aboutData()}`);
    if (values.task !== undefined || values.data !== undefined) throw wrong('--all takes no --task and no --data.');
    return { what: 'all', engine, folder: values['data-dir'], json: values.json, write: values.write };
  }
  const task = Object.keys(TASKS).find((name) => name === values.task) as TaskName | undefined; // one of its keys
  if (task === undefined) throw wrong(`--task is one of ${Object.keys(TASKS).join(', ')}.`);
  if (values.data === undefined) throw new ExpectedStop(`--data FILE is missing.\n\n${aboutData()}`);
  if (values.write || values['data-dir'] !== undefined) throw wrong('--write and --data-dir go with --all.');
  const { examples, json } = values;
  const shots = wholeNumber('--shots', values.shots, 1);
  const folds = wholeNumber('--folds', values.folds, 2);
  if (task !== 'topics' && (examples ?? shots ?? folds) !== undefined) {
    throw wrong(
      '--examples, --shots and --folds go with --task topics: the other engines learn nothing from the data.',
    );
  }
  return { what: 'one', engine, task, data: values.data, examples, shots, folds, json };
}

function parsed(given: readonly string[]) {
  try {
    return parseArgs({
      args: [...given],
      options: {
        task: { type: 'string' },
        data: { type: 'string' },
        examples: { type: 'string' },
        shots: { type: 'string' },
        folds: { type: 'string' },
        engine: { type: 'string', default: 'embedded' },
        json: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        'data-dir': { type: 'string' },
        write: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < least) throw wrong(`${name} is a whole number from ${least} on.`);
  return number;
}

function wrong(what: string): ExpectedStop {
  return new ExpectedStop(`${what}\n\n${USAGE}`);
}
