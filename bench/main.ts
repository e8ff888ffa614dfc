import { parseArgs } from 'node:util';
import type { Bench } from './bench.js';
import { analysisBench } from './benches/analysis.js';
import { graphqlBench } from './benches/graphql.js';
import { ingest } from './benches/ingest.js';
import { ingestMemory } from './benches/ingest-memory.js';
import { page } from './benches/page.js';
import { pipelineBench } from './benches/pipeline.js';
import { searchBench } from './benches/search.js';
import { asJson, asText } from './report.js';
import { Workshop } from './workshop.js';

const BENCHES: readonly Bench[] = [ingest, ingestMemory, analysisBench, page, graphqlBench, pipelineBench, searchBench];
const USAGE = `Usage: npm run bench -- [--only NAME] [--json] [--profile FOLDER]
  --only NAME       one of ${BENCHES.map(({ name }) => name).join(', ')}; may be given several times
  --json            one JSON object a line
  --profile FOLDER  writes CPU profiles of the API processes there
`;

const chosen = readArguments();
let current = '';
const workshop = new Workshop((progress) => process.stderr.write(`${current}: ${progress}\n`), chosen.profile);
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopping = true;
    process.on('uncaughtException', () => {}); // what is under way loses its server
    void workshop.close().finally(() => process.exit(130));
  });
}
try {
  for (const { name, run } of chosen.benches) {
    current = name;
    for (const result of await run(workshop)) process.stdout.write(`${(chosen.json ? asJson : asText)(result)}\n`);
  }
  await workshop.close();
} catch (error) {
  if (stopping) await new Promise(() => {}); // the signal's own clean-up ends the process
  await workshop.close();
  throw error;
}

function readArguments(): { benches: readonly Bench[]; json: boolean; profile: string | undefined } {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
        profile: { type: 'string' },
      },
    });
    const unknown = values.only?.find((name) => !BENCHES.some((bench) => bench.name === name));
    if (unknown !== undefined) throw new Error(`There is no bench ${unknown}.`);
    const benches = BENCHES.filter(({ name }) => values.only?.includes(name) ?? true);
    return { benches, json: values.json, profile: values.profile };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exit(1);
  }
}
