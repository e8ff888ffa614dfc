import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres, migrate } from '#database';
import { openFolder } from '../test/support/open-folder.js';

/** What a bench works with: databases of its own, and a way to clean up that also holds after Ctrl-C. */
export class Workshop {
  private readonly closing: (() => Promise<unknown> | void)[] = [];
  private server: Promise<EmbeddedPostgres> | undefined;
  private databases = 0;

  constructor(
    readonly tell: (progress: string) => void,
    /** Where CPU profiles of the API go, if anywhere. */
    readonly profileFolder: string | undefined,
  ) {}

  /** Runs `close` at the end; the last registered runs first. */
  onClose(close: () => Promise<unknown> | void): void {
    this.closing.push(close);
  }

  /** A real PostgreSQL of this run, settings as in production, fsync on. */
  postgres(): Promise<EmbeddedPostgres> {
    this.server ??= this.startPostgres();
    return this.server;
  }

  /** An empty database with the current schema. @returns its address, as the owner of the tables */
  async database(): Promise<string> {
    const server = await this.postgres();
    this.databases += 1;
    const name = `bench_${this.databases}`;
    await onServer(server, `CREATE DATABASE ${name}`);
    await migrate(server.url(name));
    return server.url(name);
  }

  /** A copy, file by file, of a database that nobody is connected to. */
  async copyOf(url: string): Promise<string> {
    const server = await this.postgres();
    this.databases += 1;
    const name = `bench_${this.databases}`;
    await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${new URL(url).pathname.slice(1)} STRATEGY file_copy`);
    return server.url(name);
  }

  async drop(url: string): Promise<void> {
    await onServer(await this.postgres(), `DROP DATABASE IF EXISTS ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
  }

  /** As the owner of the tables, whom row-level security does not fence. */
  owner(url: string, connections = 1): pg.Pool {
    const pool = new pg.Pool({ connectionString: url, max: connections });
    pool.on('error', () => {}); // the database goes away at the end
    return pool;
  }

  async close(): Promise<void> {
    for (const close of this.closing.splice(0).reverse()) await close();
  }

  private async startPostgres(): Promise<EmbeddedPostgres> {
    this.tell('starting a PostgreSQL of its own');
    const folder = openFolder('bench');
    const server = await EmbeddedPostgres.start(join(folder, 'database'));
    this.onClose(async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    return server;
  }
}

async function onServer(server: EmbeddedPostgres, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url() });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
