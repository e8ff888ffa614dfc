import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { coded } from './errors.js';

/** Like mkdir -p. Node's own recursive way never ends where the system answers ENOENT below a folder that exists (/proc). */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (coded(error) === 'EEXIST' && statSync(folder).isDirectory()) return;
    if (coded(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
    makeFolder(dirname(folder));
    mkdirSync(folder);
  }
}
