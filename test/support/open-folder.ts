import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new temporary folder. As root the database server runs as another user, who must get in, or its data would lie elsewhere and stay there. */
export function openFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `answerable-${purpose}-`));
  chmodSync(folder, 0o755);
  return folder;
}
