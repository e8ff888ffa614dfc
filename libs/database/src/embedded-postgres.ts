import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ExpectedStop } from '#platform';
import { findServerBinaries, runsAsRoot, type ServerBinaries, UNPRIVILEGED_USER } from './embedded-binaries.js';
import { becauseOfFolder, prepareDataFolder } from './embedded-folder.js';
import { otherHolders, registerHolder, withFolderLock } from './embedded-holders.js';
import { dataOf, forgetDeadServer, runningPort, serverPid } from './embedded-server-file.js';

/** How long the server may take to accept connections; recovery after a crash included. */
const START_SECONDS = 60;
/** How long a fast shutdown may take before we stop waiting for it. */
const STOP_SECONDS = 30;
/** How often each process looks whether the server still runs. */
const WATCH_MILLISECONDS = 1_000;
const SUPERUSER = 'answerable';

/** Settings that differ from PostgreSQL's defaults. Durability is never traded: fsync and synchronous_commit stay on. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  shared_buffers: '256MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  // A refused row is not written to the log: it may hold what somebody said.
  log_error_verbosity: 'terse',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/**
 * A real PostgreSQL server that lives with the program: its data stays in a folder, several processes may use it at
 * once, and the last one to leave stops it. After a `kill -9` of the program the server goes on; the next start finds it.
 */
export class EmbeddedPostgres {
  private watching: NodeJS.Timeout | undefined;

  private constructor(
    /** The server's folder; differs from the one asked for when that one cannot be entered. */
    readonly folder: string,
    readonly port: number,
    private readonly password: string,
    private readonly release: () => void,
  ) {}

  /** Starts the server, or joins the one that runs on `folder` already. @throws ExpectedStop in one clear line. */
  static async start(wantedFolder: string): Promise<EmbeddedPostgres> {
    const folder = prepareDataFolder(wantedFolder);
    return withFolderLock(folder, async () => {
      const release = registerHolder(folder); // first: a server that nobody can be noted for would never be stopped
      try {
        const binaries = findServerBinaries();
        const password = createCluster(binaries, folder);
        const server = running(folder) ?? (await launch(binaries, folder));
        await untilReady(folder, server, password);
        return new EmbeddedPostgres(folder, server.port, password, release);
      } catch (error) {
        release();
        throw error;
      }
    }).catch((error: unknown) => {
      throw becauseOfFolder(folder, error);
    });
  }

  /** The address of one of its databases. */
  url(database = 'postgres'): string {
    return `postgresql://${SUPERUSER}:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  /**
   * Calls `lost` when the server ends while we use it. Each process looks for itself: only the one that started it would
   * be told by the system. None starts it again: it would have another port, which no connection of any process knows.
   */
  watch(lost: (error: ExpectedStop) => void): void {
    const pid = serverPid(this.folder);
    this.watching = setInterval(() => {
      if (serverPid(this.folder) === pid) return;
      clearInterval(this.watching);
      this.release();
      const log = join(this.folder, 'postgres.log');
      lost(
        new ExpectedStop(`PostgreSQL has ended unexpectedly; start again, nothing acknowledged is lost. See ${log}`),
      );
    }, WATCH_MILLISECONDS).unref();
  }

  /** Leaves the server, and stops it when nobody else uses it. */
  async stop(): Promise<void> {
    clearInterval(this.watching);
    await withFolderLock(this.folder, async () => {
      this.release();
      const pid = serverPid(this.folder);
      if (pid === undefined || otherHolders(this.folder) > 0) return;
      process.kill(pid, 'SIGINT'); // fast shutdown: open transactions are rolled back
      for (let waited = 0; serverPid(this.folder) === pid && waited < STOP_SECONDS * 1000; waited += 20)
        await sleep(20);
    });
  }
}

/** Makes the cluster once; under another name first, so that an interrupted initdb is never mistaken for a whole one. */
function createCluster(binaries: ServerBinaries, folder: string): string {
  const passwordFile = join(folder, 'postgres.password');
  if (existsSync(join(dataOf(folder), 'PG_VERSION'))) return readFileSync(passwordFile, 'utf8');
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (runsAsRoot()) chownSync(passwordFile, UNPRIVILEGED_USER.uid, UNPRIVILEGED_USER.gid);
  const partial = join(folder, 'postgres.partial');
  rmSync(partial, { recursive: true, force: true });
  const made = spawnSync(
    binaries.initdb,
    [
      '-D',
      partial,
      '-U',
      SUPERUSER,
      '--encoding=UTF8',
      '--no-locale',
      '--auth=scram-sha-256',
      '--pwfile',
      passwordFile,
    ],
    { encoding: 'utf8', cwd: folder, ...identity() },
  );
  if (made.status !== 0) {
    const reason = made.error?.message ?? made.stderr.trim().split('\n').at(-1);
    throw new ExpectedStop(`The embedded PostgreSQL could not be created in ${folder}: ${reason}`);
  }
  renameSync(partial, dataOf(folder));
  return password;
}

interface RunningServer {
  port: number;
  hasEnded(): boolean;
}

function running(folder: string): RunningServer | undefined {
  const port = runningPort(folder);
  return port === undefined ? undefined : { port, hasEnded: () => serverPid(folder) === undefined };
}

async function launch(binaries: ServerBinaries, folder: string): Promise<RunningServer> {
  forgetDeadServer(folder);
  const port = await freePort();
  const log = openSync(join(folder, 'postgres.log'), 'w');
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(binaries.postgres, ['-D', dataOf(folder), '-p', String(port), ...settings], {
    cwd: folder,
    detached: true, // Ctrl-C must reach the program first, which then stops the server in order
    stdio: ['ignore', log, log],
    ...identity(),
  });
  closeSync(log);
  let ended = false;
  server.on('error', () => (ended = true)).on('exit', () => (ended = true));
  server.unref();
  return { port, hasEnded: () => ended };
}

async function untilReady(folder: string, server: RunningServer, password: string): Promise<void> {
  const log = join(folder, 'postgres.log');
  let reason = '';
  for (let waited = 0; waited < START_SECONDS * 1000; waited += 50) {
    const client = new pg.Client({
      host: '127.0.0.1',
      port: server.port,
      user: SUPERUSER,
      password,
      database: 'postgres',
    });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
      await client.end().catch(() => {});
    }
    if (server.hasEnded()) {
      const last = readFileSync(log, 'utf8').trimEnd().split('\n').at(-1);
      throw new ExpectedStop(`The embedded PostgreSQL in ${folder} ended at its start (${last}); see ${log}`);
    }
    await sleep(50);
  }
  throw new ExpectedStop(
    `The embedded PostgreSQL in ${folder} did not answer within ${START_SECONDS} s (${reason}); see ${log}`,
  );
}

function identity(): { uid: number; gid: number } | object {
  return runsAsRoot() ? UNPRIVILEGED_USER : {};
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
