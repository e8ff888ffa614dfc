import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedStop, projectRoot, readConfiguration } from '#platform';
import { readArguments, USAGE } from './arguments.js';
import { embeddedEngine } from './engines/embedded.js';
import type { Engine } from './engines/engine.js';
import { openAiEngine } from './engines/openai.js';
import { everyFile } from './every-file.js';
import { pageOf, type Reported } from './page.js';
import { asJson, asText } from './report.js';
import { TASKS } from './tasks/index.js';
import { Request } from './tasks/request.js';

/** Where a run's words go, and where its settings come from. */
export interface Surroundings {
  /** The report. */
  say: (text: string) => void;
  /** How far it is, and what is wrong. */
  tell: (text: string) => void;
  variables: NodeJS.ProcessEnv;
  /** The page that --write writes. */
  page: string;
}

export const PAGE = join(projectRoot(), 'docs/quality.md');

/** Does what the command line asks for. @returns the exit code */
export async function run(given: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    await measureWhat(given, surroundings);
    return 0;
  } catch (error) {
    if (!(error instanceof ExpectedStop)) throw error;
    surroundings.tell(`${error.message}\n`);
    return 1;
  }
}

async function measureWhat(given: readonly string[], { say, tell, variables, page }: Surroundings): Promise<void> {
  const asked = readArguments(given);
  if (asked.what === 'help') return say(USAGE);
  const engine: Engine =
    asked.engine === 'embedded' ? embeddedEngine : openAiEngine(readConfiguration(variables).openai, tell);
  if (asked.what === 'one') {
    const { task, data, examples, shots, folds, json } = asked;
    const report = await TASKS[task](new Request(engine, data, tell, { examples, shots, folds }));
    say(`${asText(report)}\n`);
    if (json) say(`${asJson(report)}\n`);
    return;
  }
  const reports: Reported[] = [];
  const planned = everyFile(asked.folder, asked.engine);
  for (const [at, { task, file, options }] of planned.entries()) {
    tell(`${at + 1} of ${planned.length}: ${task}, ${file}\n`);
    const report = await TASKS[task](new Request(engine, file, tell, options));
    reports.push({ report, shots: options.shots });
    say(`${asText(report)}\n`);
    if (asked.json) say(`${asJson(report)}\n`);
  }
  if (!asked.write) return;
  writeFileSync(page, await pageOf(reports, page));
  tell(`Wrote ${page}.\n`);
}
