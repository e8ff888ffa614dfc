import type { INestApplicationContext } from '@nestjs/common';
import { Command, InvalidArgumentError, Option } from 'commander';
import { AccountabilityService } from '#accountability';
import { operatorOf, type Organisation } from '#accounts';
import { ExpectedStop } from '#platform';
import { WorkerModule } from '#worker';
import { untilAnalysed } from '../analysis-progress.js';
import { importFile, type ImportResult } from '../import/import-file.js';
import {
  type Constants,
  CONVERSATION_FIELDS,
  CSV_MAPPING,
  type Mapping,
  readMapping,
  withConstants,
} from '../import/mapping.js';
import type { FrequentProblem } from '../import/problem-tally.js';
import { sizeOf } from '../import/open-file.js';
import { number, plural } from '../progress.js';
import { run } from '../run.js';
import { chooseOrganisation, openSession } from '../session.js';

interface Options {
  map?: string;
  set?: Constants;
  format?: 'ndjson' | 'csv';
  organisation?: string;
  rejects?: string;
  restart?: boolean;
  analyse: boolean;
}

const HELP = `
The file holds one conversation a line (NDJSON), or one turn a row (CSV); gzip
is recognised. A mapping takes other shapes: data/mappings/ has ready ones, and
docs/import.md describes all of it. An import may be stopped at any moment; the
same command goes on where it was. Exit code 1 when something was refused: which
records and why stands in the rejects file.`;

export function importCommand(): Command {
  return new Command('import')
    .description('take conversations in from a file')
    .argument('<file>', 'NDJSON or CSV, gzip or not; - for standard input')
    .option('--map <file>', 'how to read a file of another shape')
    .option(
      '--set <field=value>',
      'one value for a field of every conversation, such as clone; may be repeated',
      setting,
    )
    .addOption(new Option('--format <format>', 'of the file, when its name does not tell').choices(['ndjson', 'csv']))
    .option('--organisation <slug>', 'where to import to, when there is more than one')
    .option('--rejects <file>', 'where to write what was refused (default: <file>.<organisation>.rejects.ndjson)')
    .option('--restart', 'begin at the start of the file again; what is stored already stays and is not doubled')
    .option('--no-analyse', 'leave the analysis to a worker that runs elsewhere')
    .addHelpText('after', HELP)
    .action((file: string, options: Options) =>
      run((lifetime) => importNow(lifetime, file, options), file === '-' ? '' : ' The same command goes on from here.'),
    );
}

async function importNow(
  lifetime: Parameters<Parameters<typeof run>[0]>[0],
  path: string,
  options: Options,
): Promise<number> {
  const mapping = mappingFor(path, options);
  const size = await sizeOf(path); // what is wrong with it is told before a database is started
  const { app } = await openSession(lifetime, options.analyse ? [WorkerModule] : []);
  const organisation = await chooseOrganisation(app, options.organisation);
  // Of one file, every organisation has refusals of its own.
  const rejectsPath = options.rejects ?? `${size === null ? 'stdin' : path}.${organisation.slug}.rejects.ndjson`;
  const restart = options.restart ?? false;
  const result = await importFile(app, operatorOf(organisation.id), {
    path,
    mapping,
    rejectsPath,
    restart,
    title: 'Importing',
  });
  tell(result, rejectsPath);
  if (options.analyse) {
    await untilAnalysed(app, organisation.id);
  } else {
    console.log('A worker that runs elsewhere, such as that of `npm start`, analyses them.');
  }
  await tellUnanswered(app, organisation);
  return result.conflict + result.rejected > 0 || result.broken !== null ? 1 : 0;
}

/** Records do not change afterwards, so whoever imports should know before the next file. */
async function tellUnanswered(app: INestApplicationContext, organisation: Organisation): Promise<void> {
  const { gaps, conflicts } = await app
    .get(AccountabilityService, { strict: false })
    .openReplies(operatorOf(organisation.id));
  if (gaps > 0)
    console.log(
      `${organisation.name} has ${plural(gaps, 'reply', 'replies')} that nobody answers for; \`npx answerable assign --help\`.`,
    );
  if (conflicts > 0)
    console.log(`${organisation.name} has ${plural(conflicts, 'reply', 'replies')} with conflicting assignments.`);
}

function mappingFor(path: string, { map, format, set }: Options): Mapping | null {
  if (map !== undefined && format !== undefined)
    throw new ExpectedStop('A mapping names its own format; leave --format out.');
  const isCsv = format === undefined ? /\.csv(\.gz)?$/i.test(path) : format === 'csv';
  const mapping = map !== undefined ? readMapping(map) : isCsv ? CSV_MAPPING : null;
  if (set === undefined) return mapping;
  if (mapping === null)
    throw new ExpectedStop('--set works with a mapping or a CSV file; NDJSON says everything itself.');
  return withConstants(mapping, set);
}

function setting(given: string, before: Constants = {}): Constants {
  const [, name, value] = /^(\w+)=(.+)$/s.exec(given) ?? [];
  const field = CONVERSATION_FIELDS.find((known) => known === name);
  if (field === undefined || value === undefined)
    throw new InvalidArgumentError(`Write FIELD=VALUE; fields are ${CONVERSATION_FIELDS.join(', ')}.`);
  return { ...before, [field]: value };
}

function tell(result: ImportResult, rejectsPath: string): void {
  if (result.resumedAfter > 0)
    console.log(`An earlier run was interrupted; this one went on after record ${number(result.resumedAfter)}.`);
  console.log(`${plural(result.accepted, 'conversation')} taken in, ${plural(result.turns, 'turn')}.`);
  if (result.duplicate > 0)
    console.log(`${plural(result.duplicate, 'conversation')} had been taken in before: nothing to do.`);
  if (result.conflict > 0)
    console.log(`${plural(result.conflict, 'conversation')} stored already with other content: kept in quarantine.`);
  if (result.rejected > 0) console.log(`${plural(result.rejected, 'record')} could not be used: kept in quarantine.`);
  if (result.mostFrequent !== null) console.log(frequent(result.mostFrequent, result.resumedAfter > 0));
  if (result.conflict + result.rejected > 0) console.log(`Which and why: ${rejectsPath}`);
  if (result.broken !== null) process.stderr.write(`Not the whole file was read: ${result.broken}.\n`);
}

/** What an earlier run refused was counted by that run, and is not among these. */
function frequent({ text, records }: FrequentProblem, resumed: boolean): string {
  if (records === 1) return `For example: ${text}.`;
  return `Most often${resumed ? ' since then' : ''}: ${text} (${plural(records, 'record')}).`;
}
