import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { describeSchema, migrate } from '#database';
import { ExpectedStop } from '#platform';

const made: string[] = [];
let server: pg.Client;

beforeAll(async () => {
  server = new pg.Client({ connectionString: inject('serverUrl') });
  await server.connect();
});
afterAll(async () => {
  for (const name of made) await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await server.end();
});

/** A database with nothing in it. */
async function emptyDatabase(): Promise<string> {
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  await server.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  made.push(name);
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

it('a second run changes nothing and says so', async () => {
  const url = await emptyDatabase();
  const first = await migrate(url);
  expect(first.length).toBeGreaterThan(0);
  const schema = await describeSchema(url);
  expect(await migrate(url)).toEqual([]);
  expect(await describeSchema(url)).toBe(schema);
});

it('several processes that migrate one database at the same time all succeed, and each migration runs once', async () => {
  const url = await emptyDatabase();
  const ran = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(ran.flat().sort()).toEqual([...new Set(ran.flat())].sort());
  expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
});

it('several databases of one server can be migrated at the same time', async () => {
  const urls = [await emptyDatabase(), await emptyDatabase(), await emptyDatabase(), await emptyDatabase()];
  const ran = await Promise.all(urls.map((url) => migrate(url)));
  expect(ran.every((names) => names.length > 0)).toBe(true);
});

it('a server that cannot be reached is one expected line, without the password', async () => {
  const url = 'postgresql://me:hunter2@127.0.0.1:1/answerable';
  const refusal = await migrate(url).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ExpectedStop);
  const told = (refusal as ExpectedStop).message;
  expect(told).toContain('127.0.0.1:1/answerable');
  expect(told.split('\n')).toHaveLength(1);
  expect(told).not.toContain('hunter2');
});
