import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { TASKS } from './tasks/index.js';
import { train } from './train.js';

const DEFAULT_SEED = 20261124;
const USAGE = `Usage: npm run train -- --task NAME --data-dir FOLDER [--seed N]
  --task NAME        one of ${TASKS.map(({ name }) => name).join(', ')}
  --data-dir FOLDER  labelled sets whose licences allow training: sentiment/, risk/, topics/ as in labelled/train-ok
  --seed N           ${DEFAULT_SEED} unless given; the same data and seed give the same bytes
Writes libs/detection/weights/NAME.bin and docs/models/NAME.md.
`;

const { values } = parseArgs({
  options: { task: { type: 'string' }, 'data-dir': { type: 'string' }, seed: { type: 'string' } },
});
const task = TASKS.find(({ name }) => name === values.task);
const folder = values['data-dir'];
const seed = Number(values.seed ?? DEFAULT_SEED);
if (!task || folder === undefined || !Number.isSafeInteger(seed)) {
  process.stderr.write(USAGE);
  process.exit(1);
}

const { file, card } = train(task, folder, seed, (progress) => process.stderr.write(`${task.name}: ${progress}\n`));
mkdirSync('docs/models', { recursive: true });
writeFileSync(join('libs/detection/weights', `${task.name}.bin`), file);
writeFileSync(join('docs/models', `${task.name}.md`), card);
process.stderr.write(`${task.name}: ${Math.ceil(file.length / 1024)} KB written\n`);
