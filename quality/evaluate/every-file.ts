import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedStop } from '#platform';
import type { TaskName } from './tasks/index.js';
import type { Options } from './tasks/request.js';

/** How files are called, and what one line of them is: what a folder of labelled data consists of. */
export const FILES: readonly { name: string; line: string; tasks: readonly TaskName[] }[] = [
  { name: 'sentiment-*', line: '{text, label}', tasks: ['sentiment'] },
  { name: 'topics-*', line: '{text, topics}', tasks: ['topics', 'hazard'] },
  { name: 'topics-*-examples', line: '{topic, examples}', tasks: ['topics', 'hazard'] },
  { name: 'hazard-*', line: '{text, risky}, {reply, prior, risky}', tasks: ['hazard'] },
  { name: 'pii-*', line: '{text, spans}', tasks: ['pii'] },
  { name: 'language-*', line: '{text, language}', tasks: ['language'] },
  { name: 'clone-replies-*', line: '{id, reply, codes, …}', tasks: ['sentiment', 'risk', 'language'] },
];

/** How many examples a topic has when it has few. */
const FEW = [5, 10] as const;
const EXAMPLES = /-examples\.jsonl(\.gz)?$/;
const FOLDS = 5;

/** One measurement of a file. */
export interface Planned {
  task: TaskName;
  file: string;
  options: Options;
}

/** Where such data can be put and how it looks, for somebody who has none. */
export function aboutData(): string {
  const rows = FILES.map(({ name, line }) => `  ${`${name}.jsonl`.padEnd(28)}${line}`);
  return `Labelled sets are no part of the repository. Put them into any folder, as data/labelled/, which Git ignores:
JSON objects, one a line, packed with gzip (.jsonl.gz) or not, named by what they are:

${rows.join('\n')}

quality/README.md says what the fields mean.`;
}

/** Everything that can be measured of the files of a folder, by task. @throws ExpectedStop when there is nothing */
export function everyFile(folder: string, engine: 'embedded' | 'openai'): Planned[] {
  const names = namesIn(folder);
  const planned = names.flatMap((name) =>
    tasksOf(name).flatMap((task) => {
      const file = join(folder, name);
      if (task !== 'topics') return engine === 'openai' && task === 'pii' ? [] : [{ task, file, options: {} }];
      return engine === 'openai' ? [] : topicsOf(folder, name, names);
    }),
  );
  if (planned.length === 0) throw new ExpectedStop(`${folder} holds nothing to measure.\n\n${aboutData()}`);
  const order: TaskName[] = ['sentiment', 'topics', 'hazard', 'risk', 'pii', 'language'];
  return planned.sort((one, other) => order.indexOf(one.task) - order.indexOf(other.task));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.jsonl(\.gz)?$/.test(name))
      .sort();
  } catch {
    throw new ExpectedStop(`There is no folder ${folder}.\n\n${aboutData()}`);
  }
}

function tasksOf(name: string): readonly TaskName[] {
  return FILES.find((file) => name.startsWith(file.name.slice(0, file.name.indexOf('*'))))?.tasks ?? [];
}

/** With all examples and with few; a file of examples that nothing tells of is told by its own folds. */
function topicsOf(folder: string, name: string, names: readonly string[]): Planned[] {
  const set = setOf(name);
  const others = names.filter((other) => other !== name && setOf(other) === set);
  const shots = [undefined, ...FEW];
  const file = join(folder, name);
  if (EXAMPLES.test(name)) {
    return others.length > 0
      ? []
      : shots.map((few) => ({ task: 'topics', file, options: { folds: FOLDS, shots: few } }));
  }
  const examples = others.find((other) => EXAMPLES.test(other));
  if (examples === undefined) return [{ task: 'topics', file, options: {} }];
  return shots.map((few) => ({ task: 'topics', file, options: { examples: join(folder, examples), shots: few } }));
}

/** `topics-clinc150` of `topics-clinc150-val.jsonl.gz`. */
function setOf(name: string): string {
  return name.replace(/-[^-]+\.jsonl(\.gz)?$/, '');
}
