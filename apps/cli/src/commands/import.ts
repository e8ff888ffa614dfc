import { Command, Option } from 'commander';
import { ExpectedStop } from '#platform';
import { WorkerModule } from '#worker';
import { untilAnalysed } from '../analysis-progress.js';
import { importFile, type ImportResult } from '../import/import-file.js';
import { CSV_MAPPING, type Mapping, readMapping } from '../import/mapping.js';
import { number, plural } from '../progress.js';
import { run } from '../run.js';
import { chooseOrganisation, openSession, operatorOf } from '../session.js';

interface Options {
  map?: string;
  format?: 'ndjson' | 'csv';
  organisation?: string;
  rejects?: string;
  restart?: boolean;
  analyse: boolean;
}

const HELP = `
The file holds one conversation a line (NDJSON), or one turn a row (CSV); gzip is recognised. A mapping takes other
shapes; docs/import.md describes both. An import can be stopped at any moment: the same command goes on where it was.
Exit code 1 when something was refused; what and why stands in the rejects file.`;

export function importCommand(): Command {
  return new Command('import')
    .description('take conversations in from a file')
    .argument('<file>', 'NDJSON or CSV, gzip or not; - for standard input')
    .option('--map <file>', 'how to read a file of another shape')
    .addOption(new Option('--format <format>', 'of the file, when its name does not tell').choices(['ndjson', 'csv']))
    .option('--organisation <slug>', 'where to import to, when there is more than one')
    .option('--rejects <file>', 'where to write what was refused (default: <file>.rejects.ndjson)')
    .option('--restart', 'begin at the start of the file again; what is stored already stays and is not doubled')
    .option('--no-analyse', 'leave the analysis to a worker that runs elsewhere')
    .addHelpText('after', HELP)
    .action((file: string, options: Options) => run((lifetime) => importNow(lifetime, file, options)));
}

async function importNow(
  lifetime: Parameters<Parameters<typeof run>[0]>[0],
  path: string,
  options: Options,
): Promise<number> {
  const mapping = mappingFor(path, options);
  const { app } = await openSession(lifetime, options.analyse ? [WorkerModule] : []);
  const organisation = await chooseOrganisation(app, options.organisation);
  const rejectsPath = options.rejects ?? (path === '-' ? 'stdin.rejects.ndjson' : `${path}.rejects.ndjson`);
  const restart = options.restart ?? false;
  const result = await importFile(app, operatorOf(organisation), {
    path,
    mapping,
    rejectsPath,
    restart,
    title: 'Importing',
  });
  tell(result, rejectsPath);
  if (options.analyse) {
    const left = await untilAnalysed(app, organisation.id);
    if (left > 0)
      console.log(`${plural(left, 'conversation')} could not be analysed yet; see \`answerable dead-letters\`.`);
  } else {
    console.log('The worker of a running `npm start` analyses them.');
  }
  return result.conflict + result.rejected > 0 || result.broken !== null ? 1 : 0;
}

function mappingFor(path: string, { map, format }: Options): Mapping | null {
  if (map !== undefined && format !== undefined)
    throw new ExpectedStop('A mapping names its own format; leave --format out.');
  if (map !== undefined) return readMapping(map);
  const isCsv = format === undefined ? /\.csv(\.gz)?$/i.test(path) : format === 'csv';
  return isCsv ? CSV_MAPPING : null;
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
  if (result.conflict + result.rejected > 0) console.log(`Which and why: ${rejectsPath}`);
  if (result.broken !== null) console.log(`Not the whole file was read: ${result.broken}.`);
}
