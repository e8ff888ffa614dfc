import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Readiness, stopServing } from '#foundation';
import { conversation } from '../factories/conversations.js';
import { makeOrganisation } from '../factories/organisations.js';
import { eventually } from '../support/eventually.js';
import { startWorld, type World } from '../support/world.js';

let world: World;

beforeAll(async () => {
  world = await startWorld({ worker: false });
});
afterAll(() => world.close());

async function ask(path: string, address = world.address): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${address}${path}`);
  return { status: response.status, body: await response.json() };
}

const ready = { status: 200, body: { status: 'ready', checks: { process: 'ok', database: 'ok', migrations: 'ok' } } };

/** What /readyz says once it looks anew. */
async function expectReadiness(expected: unknown): Promise<void> {
  let seen: unknown;
  await eventually('/readyz says it', async () => {
    seen = await ask('/readyz');
    return JSON.stringify(seen) === JSON.stringify(expected);
  }).catch(() => expect(seen).toEqual(expected));
}

describe('a process', () => {
  it('lives and is ready, which it tells anybody', async () => {
    expect(await ask('/healthz')).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await ask('/readyz')).toEqual(ready);
  });

  it('is not ready while its schema is older than it, and says no more than that', async () => {
    await world.owner.query(`UPDATE migrations SET name = 'Elsewhere' WHERE name LIKE 'Operations%'`);
    const checks = { process: 'ok', database: 'ok', migrations: 'missing' };
    await expectReadiness({ status: 503, body: { status: 'unready', checks } });
    await world.owner.query(`UPDATE migrations SET name = 'Operations1795500040000' WHERE name = 'Elsewhere'`);
    await expectReadiness(ready);
  });

  it('is not ready while the database does not answer, but lives', async () => {
    await world.owner.query('ALTER FUNCTION applied_migrations() RENAME TO applied_migrations_gone');
    const checks = { process: 'ok', database: 'failed', migrations: 'unknown' };
    await expectReadiness({ status: 503, body: { status: 'unready', checks } });
    expect((await ask('/healthz')).status).toBe(200);
    await world.owner.query('ALTER FUNCTION applied_migrations_gone() RENAME TO applied_migrations');
    await expectReadiness(ready);
  });

  it('costs the database one look however many ask', async () => {
    const readiness = world.get(Readiness);
    const before = await Promise.all(Array.from({ length: 50 }, () => readiness.look()));
    expect(before.every((one) => one.ready)).toBe(true);
  });
});

it('a process that stops says so first, finishes what is open, and takes nothing new', async () => {
  const leaving = await startWorld({ worker: false, settings: { STOP_DELAY_SECONDS: '2' } });
  const org = await makeOrganisation(leaving);
  const socket = connect(Number(new URL(leaving.address).port), 'localhost');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
  const chunk = (text: string) => socket.write(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`);
  socket.write(
    `POST /v1/conversations HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${org.key}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n`,
  );
  chunk(`${JSON.stringify(conversation())}\n`);
  await eventually('the first line is answered', () => answer.includes('"line":1'));

  const stopped = stopServing(leaving.app);
  expect(await ask('/readyz', leaving.address)).toMatchObject({
    status: 503,
    body: { status: 'unready', checks: { process: 'stopping', database: 'ok' } },
  });
  await eventually('nothing new is taken', () =>
    fetch(`${leaving.address}/healthz`).then(
      () => false,
      () => true,
    ),
  );
  chunk(`${JSON.stringify(conversation())}\n`);
  await eventually('the second line is answered', () => answer.includes('"line":2,"outcome":"ACCEPTED"'));
  socket.write('0\r\n\r\n');
  await Promise.all([stopped, once(socket, 'close')]);
  expect(answer).toMatch(/0\r\n\r\n$/);
  await leaving.close();
});
