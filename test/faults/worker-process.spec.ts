import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { WorkerProcess } from '../pipeline/worker-process.js';
import { createDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { openFolder } from '../support/open-folder.js';

let folder: string;
const started: WorkerProcess[] = [];

beforeEach(() => {
  folder = openFolder('processes');
});
afterEach(async () => {
  for (const worker of started.splice(0)) await worker.end('SIGKILL');
  killServer(); // for a test that failed half-way
  rmSync(folder, { recursive: true, force: true });
});

async function start(settings: Record<string, string> = { ANSWERABLE_DATA_DIR: folder }): Promise<WorkerProcess> {
  const worker = await WorkerProcess.start(settings);
  started.push(worker);
  return worker;
}

/** What PostgreSQL notes about a server while it runs: its process id first, its port in the fourth line. */
const note = () => join(folder, 'database', 'postgres', 'postmaster.pid');
const noteLines = () => (existsSync(note()) ? readFileSync(note(), 'utf8').split('\n') : []);
const serverPid = () => (noteLines().length > 0 ? Number(noteLines()[0]) : undefined);

function killServer(): void {
  try {
    process.kill(serverPid() ?? NaN, 'SIGKILL');
  } catch {
    // it has ended, and left its note or not
  }
}

async function ask(sql: string): Promise<unknown[]> {
  const password = readFileSync(join(folder, 'database', 'postgres.password'), 'utf8');
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(noteLines()[3]),
    user: 'answerable',
    password,
    database: 'postgres',
  });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

describe('a worker as its own process', () => {
  it.each(['postgresql', 'redis'])(
    'boots on a database that is given, with its queue on %s, and ends in order at SIGTERM',
    async (queue) => {
      const database = await createDatabase();
      try {
        const redis: Record<string, string> = queue === 'redis' ? { REDIS_URL: `${inject('redisUrl')}/3` } : {};
        const worker = await start({ DATABASE_URL: database.url, ...redis });
        expect(worker.log).toContain(`"queue":"${queue}"`);
        expect(worker.log).not.toContain(new URL(database.url).password);
        expect(await worker.end('SIGTERM')).toBe(0);
      } finally {
        await database.drop();
      }
    },
  );

  it('ends with one line and exit code 1 when a setting, the folder or the database is wrong', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    for (const [settings, told] of [
      [{ PORT: 'http' }, 'PORT must be a whole number'],
      [{ ANSWERABLE_DATA_DIR: join(folder, 'a-file') }, 'cannot be written'],
      [{ DATABASE_URL: 'postgresql://me:hunter2@127.0.0.1:1/x' }, 'The database could not be reached'],
    ] as const) {
      const worker = WorkerProcess.launch(settings);
      expect(await worker.exit()).toBe(1);
      expect(worker.log).toContain(told);
      expect(worker.log.trimEnd().split('\n')).toHaveLength(1);
      expect(worker.log).not.toContain('hunter2');
    }
  });
});

describe('processes that share the embedded PostgreSQL', () => {
  it('start it once, also when they start at the same moment, and only the last one to leave stops it', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    const pid = serverPid();
    expect(await first.end('SIGTERM')).toBe(0);
    expect(serverPid()).toBe(pid);
    expect(await ask('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await second.end('SIGTERM')).toBe(0);
    expect(serverPid()).toBeUndefined();
  });

  it('find the server of a killed process still running, join it, and stop it in the end', async () => {
    const killed = await start();
    const pid = serverPid();
    await ask('CREATE TABLE kept AS SELECT 42 AS answer');
    await killed.end('SIGKILL');
    expect(serverPid()).toBe(pid);

    const next = await start();
    expect(serverPid()).toBe(pid);
    expect(await ask('SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    expect(await next.end('SIGTERM')).toBe(0);
    expect(serverPid()).toBeUndefined();
  });

  it('recover what was committed when the server itself was killed too', async () => {
    const killed = await start();
    await ask('CREATE TABLE kept AS SELECT 42 AS answer');
    killServer();
    await killed.end('SIGKILL');

    await start();
    expect(await ask('SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    expect(await started.at(-1)!.end('SIGTERM')).toBe(0);
  });

  it('all end in one line with exit code 1 when the server is killed, and share a new one afterwards', async () => {
    const workers = [await start(), await start()];
    killServer();
    for (const worker of workers) {
      await eventually('the worker ends', () => worker.hasEnded);
      expect(await worker.exit()).toBe(1);
      expect(worker.log.trimEnd().split('\n').at(-1)).toMatch(/^PostgreSQL has ended unexpectedly; /);
    }
    const [one, other] = await Promise.all([start(), start()]);
    expect([await one.end('SIGTERM'), await other.end('SIGTERM')]).toEqual([0, 0]);
    expect(serverPid()).toBeUndefined();
  });

  it('end at SIGTERM also when the server is gone', async () => {
    const worker = await start();
    killServer();
    expect(await worker.end('SIGTERM')).toBe(0);
  });

  it('leave no server behind when they are stopped while it is still starting', async () => {
    const worker = WorkerProcess.launch({ ANSWERABLE_DATA_DIR: folder });
    started.push(worker);
    await eventually('the server starts', () => serverPid() !== undefined);
    await worker.end('SIGTERM');
    await eventually('the server is gone', () => serverPid() === undefined);
  });
});
