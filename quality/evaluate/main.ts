import { ExpectedStop, readConfiguration } from '#platform';
import { readArguments, USAGE } from './arguments.js';
import { embeddedEngine } from './engines/embedded.js';
import type { Engine } from './engines/engine.js';
import { openAiEngine } from './engines/openai.js';
import { asJson, asText } from './report.js';
import { TASKS } from './tasks/index.js';
import { Request } from './tasks/request.js';

const tell = (line: string) => void process.stderr.write(line);
const say = (text: string) => void process.stdout.write(text);

// Who reads only the head of a report closes the pipe; there is nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await run();
} catch (error) {
  if (!(error instanceof ExpectedStop)) throw error;
  tell(`${error.message}\n`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  if (asked.what === 'help') return say(USAGE);
  const engine = chosen(asked.engine);
  if (asked.what === 'one') {
    const { task, data, examples, shots, folds, json } = asked;
    const report = await TASKS[task](new Request(engine, data, tell, { examples, shots, folds }));
    say(`${asText(report)}\n`);
    if (json) say(`${asJson(report)}\n`);
  }
}

function chosen(name: 'embedded' | 'openai'): Engine {
  return name === 'embedded' ? embeddedEngine : openAiEngine(readConfiguration().openai, tell);
}
