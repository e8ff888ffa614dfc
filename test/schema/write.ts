import { writeFileSync } from 'node:fs';
import { artefacts } from './artefacts.js';

for (const { path, text } of await artefacts()) writeFileSync(path, text);
