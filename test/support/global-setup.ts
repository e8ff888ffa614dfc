import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { EmbeddedPostgres } from '#database';
import { prepareCluster } from './prepared-cluster.js';
import { ensureRedis } from './redis-server.js';
import { openFolder } from './open-folder.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server's maintenance database. */
    serverUrl: string;
    redisUrl: string;
    /** A stopped cluster, migrated, for `copyCluster`. */
    clusterFolder: string;
    /** Where the processes under test keep the compiled program for each other: they are hundreds, and all load the same. */
    compiledFolder: string;
  }
}

/** The server does not outlive the run, and copies of the template are written to its log whole, hundreds of times. */
const HASTY = ['synchronous_commit', 'wal_compression'];

/** One real PostgreSQL for the run, with a template database that every test file copies; and one real Redis. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = openFolder('test');
  const clusterFolder = await prepareCluster(folder);
  const server = await EmbeddedPostgres.start(join(folder, 'database'));
  const client = new pg.Client({ connectionString: server.url('template1') });
  await client.connect();
  await client.query('CREATE DATABASE answerable_template TEMPLATE postgres');
  for (const setting of HASTY) await client.query(`ALTER ROLE ALL SET ${setting} = off`);
  await client.end();
  const redis = await ensureRedis();
  project.provide('serverUrl', server.url());
  project.provide('redisUrl', redis.url);
  project.provide('clusterFolder', clusterFolder);
  project.provide('compiledFolder', join(folder, 'compiled'));
  return async () => {
    await redis.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
