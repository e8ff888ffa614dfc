import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { EmbeddedPostgres } from '#database';
import { ExpectedStop } from '#platform';
import { openFolder } from '../support/open-folder.js';
import { copyCluster } from '../support/prepared-cluster.js';

let folder: string;

beforeEach(() => {
  folder = openFolder('cluster');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** For a test of what comes after the first start, which takes a second. */
const layCluster = () => copyCluster(inject('clusterFolder'), folder);

async function ask(server: EmbeddedPostgres, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.url() });
  await client.connect();
  let rows: unknown[] = [];
  try {
    for (const statement of statements) rows = (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
  return rows;
}

/** Runs on a server of this folder and stops it in the end. */
async function withServer<T>(work: (server: EmbeddedPostgres) => Promise<T>): Promise<T> {
  const server = await EmbeddedPostgres.start(folder);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

const settings = (server: EmbeddedPostgres) =>
  ask(
    server,
    `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses') ORDER BY 1`,
  );

describe('the embedded PostgreSQL', () => {
  it('makes a durable cluster that only this machine and only the password reaches', async () => {
    await withServer(async (server) => {
      expect(await settings(server)).toEqual([
        { name: 'fsync', setting: 'on' },
        { name: 'full_page_writes', setting: 'on' },
        { name: 'listen_addresses', setting: '127.0.0.1' },
        { name: 'synchronous_commit', setting: 'on' },
      ]);
      const stranger = new pg.Client({ connectionString: server.url().replace(/:[^:@]+@/, ':guessed@') });
      await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
    });
  });

  it('keeps its data over a stop and a start', async () => {
    layCluster();
    await withServer((server) => ask(server, 'CREATE TABLE kept (word text)', `INSERT INTO kept VALUES ('ärlig')`));
    await withServer(async (server) => expect(await ask(server, 'SELECT * FROM kept')).toEqual([{ word: 'ärlig' }]));
  });

  it('is shared: the first to leave does not stop it, the last one does', async () => {
    layCluster();
    const first = await EmbeddedPostgres.start(folder);
    const second = await EmbeddedPostgres.start(folder);
    expect(second.url()).toBe(first.url());
    await first.stop();
    expect(await ask(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.stop();
    await expect(ask(second, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('is made again when initdb was interrupted', async () => {
    mkdirSync(join(folder, 'postgres.partial', 'base'), { recursive: true });
    writeFileSync(join(folder, 'postgres.partial', 'PG_VERSION'), '18\n');
    writeFileSync(join(folder, 'postgres.password'), 'of the interrupted one');
    await withServer(async (server) => expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]));
    expect(existsSync(join(folder, 'postgres.partial'))).toBe(false);
  });

  it('does not write refused rows to its log, as they may hold what somebody said', async () => {
    layCluster();
    await withServer(async (server) => {
      await ask(server, 'CREATE TABLE said (line text CHECK (length(line) < 3))');
      await expect(ask(server, `INSERT INTO said SELECT chr(65) || '-secret'`)).rejects.toMatchObject({
        code: '23514',
      });
    });
    const log = readFileSync(join(folder, 'postgres.log'), 'utf8');
    expect(log).toContain('violates check constraint');
    expect(log).not.toContain('A-secret');
  });
});

describe('what earlier processes left behind', () => {
  /** The id of a process that has ended. */
  const deadPid = () => spawnSync(process.execPath, ['--version']).pid;

  it('is taken over when it is the lock of a dead process', async () => {
    writeFileSync(join(folder, 'starting.lock'), String(deadPid()));
    await withServer(async (server) => expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]));
    expect(existsSync(join(folder, 'starting.lock'))).toBe(false);
  });

  it('is taken over when it is a lock under our own process id, as after the restart of a container', async () => {
    layCluster();
    writeFileSync(join(folder, 'starting.lock'), String(process.pid));
    await withServer(async (server) => expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]));
  });

  it('does not keep the server running when it is a note of a user that is gone', async () => {
    layCluster();
    mkdirSync(join(folder, 'holders'), { recursive: true });
    for (const pid of [deadPid(), process.pid]) writeFileSync(join(folder, 'holders', `${pid}-abc`), '');
    const server = await EmbeddedPostgres.start(folder);
    await server.stop();
    await expect(ask(server, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('is not taken for a running server when its process id belongs to another process by now', async () => {
    layCluster();
    const file = join(folder, 'postgres', 'postmaster.pid');
    const note = await withServer(() => Promise.resolve(readFileSync(file, 'utf8')));
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    try {
      await once(other, 'spawn');
      writeFileSync(file, note.replace(/^\d+/, String(other.pid)));
      await withServer(async (server) => expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]));
      expect(other.exitCode ?? other.signalCode, 'the other process').toBeNull();
    } finally {
      other.kill('SIGKILL');
      await once(other, 'exit');
    }
  });
});

describe('a server that cannot start', () => {
  async function refusal(wanted: string): Promise<string> {
    const error = await EmbeddedPostgres.start(wanted).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ExpectedStop);
    return (error as ExpectedStop).message;
  }

  it('says in one line that its folder cannot be written', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const told = await refusal(join(folder, 'a-file', 'database'));
    expect(told).toMatch(/^The data folder .*a-file\/database cannot be written \(ENOTDIR\)\. Set ANSWERABLE_DATA_DIR/);
    expect(told.split('\n')).toHaveLength(1);
  });

  it('says at once why, and where to read on, when the data are broken', async () => {
    layCluster();
    await withServer(() => Promise.resolve());
    rmSync(join(folder, 'postgres', 'global', 'pg_control'));
    const told = await refusal(folder);
    expect(told).toContain('ended at its start');
    expect(told).toContain(join(folder, 'postgres.log'));
    expect(existsSync(join(folder, 'starting.lock'))).toBe(false);
  });
});
