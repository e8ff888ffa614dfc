import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { EmbeddedPostgres, migrate } from '#database';
import { ensureRedis } from './redis-server.js';
import { openFolder } from './open-folder.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server's maintenance database. */
    serverUrl: string;
    redisUrl: string;
  }
}

/** One real PostgreSQL for the run, with a template database that every test file copies; and one real Redis. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = openFolder('test');
  const server = await EmbeddedPostgres.start(join(folder, 'database'));
  const client = new pg.Client({ connectionString: server.url() });
  await client.connect();
  await client.query('CREATE DATABASE answerable_template');
  await client.end();
  await migrate(server.url('answerable_template'));
  const redis = await ensureRedis();
  project.provide('serverUrl', server.url());
  project.provide('redisUrl', redis.url);
  return async () => {
    await redis.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
