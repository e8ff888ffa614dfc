import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgres, migrate } from '#database';

/** Makes the cluster of the run in `database`, migrated, and keeps a copy. @returns the folder of the copy */
export async function prepareCluster(folder: string): Promise<string> {
  const [origin, copy] = [join(folder, 'database'), join(folder, 'cluster')];
  const server = await EmbeddedPostgres.start(origin);
  await migrate(server.url());
  await server.stop();
  copyCluster(origin, copy);
  return copy;
}

/** All that a stopped cluster consists of, with its owner and rights. */
export function copyCluster(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const parts = ['postgres', 'postgres.password'].map((part) => join(from, part));
  const { status, stderr } = spawnSync('cp', ['-a', ...parts, to], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The cluster could not be copied: ${stderr}`);
}
