import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { ExpectedStop, logLevel } from '#platform';
import { eventually } from '../support/eventually.js';
import { countEvents, HAPPENED, type Ledger, openLedger, openSmallWorker, record } from '../pipeline/small-worker.js';

let ledger: Ledger;
let way: Server;
const sockets = new Set<Socket>();

/** The only way to Redis; taken away, Redis is gone as far as the worker can tell. */
beforeEach(async () => {
  logLevel('silent');
  ledger = await openLedger();
  const redis = new URL(inject('redisUrl'));
  way = createServer((incoming) => {
    const outgoing = connect(Number(redis.port || 6379), redis.hostname);
    for (const [from, to] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(from);
      from.on('error', () => {}).on('close', () => to.destroy());
      from.pipe(to);
    }
  });
  way.listen(0, '127.0.0.1');
  await once(way, 'listening');
});
afterEach(async () => {
  await takeRedisAway();
  await ledger.drop();
});

async function takeRedisAway(): Promise<void> {
  if (!way.listening) return;
  const closed = once(way, 'close');
  way.close();
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await closed;
}

const address = () => {
  const url = new URL(inject('redisUrl'));
  url.hostname = '127.0.0.1';
  url.port = String((way.address() as AddressInfo).port); // it listens on TCP, so the address is an object
  url.pathname = '/2';
  return url.href;
};

it('events take effect while Redis is away, and the process stops in order', async () => {
  const worker = await openSmallWorker(ledger.url, address());
  await worker.start((tx, _, events) => countEvents(tx, events));
  await takeRedisAway();
  await record(worker, ledger, 'meanwhile');
  worker.bells.ring(ledger.organisationId, HAPPENED);
  await eventually('it took effect', async () => (await ledger.waiting()) === 0);
  expect(await ledger.effects()).toEqual({ meanwhile: 1 });
  await worker.close();
});

it('a Redis that cannot be reached at the start is one expected line, without the password', async () => {
  const url = address().replace('redis://', 'redis://:hunter2@');
  await takeRedisAway();
  const refusal = await openSmallWorker(ledger.url, url).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ExpectedStop);
  expect(String(refusal)).toContain('Redis at 127.0.0.1');
  expect(String(refusal)).toContain('ECONNREFUSED');
  expect(String(refusal)).not.toContain('hunter2');
});
