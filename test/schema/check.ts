import { existsSync, readFileSync } from 'node:fs';
import { artefacts } from './artefacts.js';

let drifted = false;
for (const { path, text } of await artefacts()) {
  const committed = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (committed === text) continue;
  drifted = true;
  const lines = committed.split('\n');
  const at = text.split('\n').findIndex((line, index) => line !== lines[index]);
  console.error(
    `${path} is not what the code says, from line ${at + 1} on:\n- ${lines[at] ?? ''}\n+ ${text.split('\n')[at] ?? ''}`,
  );
}
if (drifted) {
  console.error('Run: npm run schema, and review the difference.');
  process.exit(1);
}
