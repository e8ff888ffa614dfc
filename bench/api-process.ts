import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '#platform';
import type { Workshop } from './workshop.js';

export interface ApiProcess {
  /** `http://127.0.0.1:12345` */
  address: string;
  pid: number;
  stop(): Promise<void>;
}

/** Never reached here, and counted all the same. */
const BUDGETS = { RATE_LIMIT_COST_PER_MINUTE: '1000000000', RATE_LIMIT_CONVERSATIONS_PER_MINUTE: '1000000000' };

/** The API as it runs in production: its own process, one core, no worker inside. Stopped when the workshop closes. */
export function startApiProcess(
  workshop: Workshop,
  databaseUrl: string,
  nodeFlags: string[] = [],
): Promise<ApiProcess> {
  return startProcess(workshop, 'dist/apps/api/src/main.js', [], nodeFlags, { DATABASE_URL: databaseUrl, ...BUDGETS });
}

/** A process that tells its address on standard error, as the API does. */
export async function startProcess(
  workshop: Workshop,
  path: string,
  given: string[],
  nodeFlags: string[] = [],
  settings: Record<string, string> = {},
): Promise<ApiProcess> {
  const { profileFolder } = workshop;
  const profiling = profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`];
  const child = spawn(process.execPath, [...nodeFlags, ...profiling, join(projectRoot(), path), ...given], {
    cwd: projectRoot(),
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'info', REDIS_URL: '', ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  workshop.onClose(stop);
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    const address = /"event":"api-started".*"address":"([^"]+)"/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stderr.resume(); // what it says later must not fill the pipe
    return { address: address.replace('localhost', '127.0.0.1'), pid: child.pid!, stop }; // it runs, so it has a pid
  }
  throw new Error(`The API did not start: ${said.join(' ')}`);
}
