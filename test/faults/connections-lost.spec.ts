import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ExpectedStop, logLevel } from '#platform';
import {
  countEvents,
  HAPPENED,
  type Ledger,
  openLedger,
  openSmallWorker,
  record,
  type SmallWorker,
} from '../pipeline/small-worker.js';
import { postgresBackend } from '../../libs/queue/src/backend.js';
import { BELL_RETRY_MILLISECONDS } from '../../libs/queue/src/limits.js';
import { eventually } from '../support/eventually.js';

let ledger: Ledger;
let worker: SmallWorker;

beforeEach(async () => {
  logLevel('silent');
  ledger = await openLedger();
  worker = await openSmallWorker(ledger.url);
});
afterEach(async () => {
  await worker.close();
  await ledger.drop();
});

/** What a restart of the server does to a process: all of its connections end at once. */
async function endEveryConnection(): Promise<void> {
  await ledger.owner.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
}

it('a batch whose connection ends takes effect once, and is not counted as a failure of its events', async () => {
  let cut = false;
  await record(worker, ledger, 'one', 'two', 'three');
  await worker.start(async (tx, _, events) => {
    await countEvents(tx, events);
    if (cut) return;
    cut = true;
    await endEveryConnection();
  });
  await eventually('nothing waits', async () => (await ledger.waiting()) === 0);
  expect(await ledger.effects()).toEqual({ one: 1, two: 1, three: 1 });
  expect(await worker.deadLetters.list(ledger.organisationId, 10)).toEqual([]);
});

it('a worker whose connections have all ended hears bells again, and goes on', async () => {
  await worker.start((tx, _, events) => countEvents(tx, events));
  await endEveryConnection();
  await ledger.owner.query('REVOKE SELECT ON outbox FROM answerable_system'); // now the sweep sees nothing
  await eventually('it was recorded, once the pool has noticed', () =>
    record(worker, ledger, 'afterwards').then(
      () => true,
      () => false,
    ),
  );
  // The first ring may meet a dead connection and be lost, as bells may.
  await eventually('it took effect', async () => {
    worker.bells.ring(ledger.organisationId, HAPPENED);
    return (await ledger.waiting()) === 0;
  });
  expect(await ledger.effects()).toEqual({ afterwards: 1 });
});

it('a server that the queue cannot reach at the start is one expected line, without the password', async () => {
  const refusal = await postgresBackend('postgresql://me:hunter2@127.0.0.1:1/x').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ExpectedStop);
  expect(String(refusal)).toContain('127.0.0.1:1 could not be reached by the queue: ECONNREFUSED');
  expect(String(refusal)).not.toContain('hunter2');
});

/** A way to the server of this address that can be taken away, as when the server has ended. */
async function openWay(url: string): Promise<{ url: string; takeAway(): void }> {
  const server = new URL(url);
  const { hostname, port } = server;
  const sockets = new Set<Socket>();
  const way = createServer((incoming) => {
    const outgoing = connect(Number(port), hostname);
    for (const socket of [incoming, outgoing]) sockets.add(socket.on('error', () => {}));
    incoming.pipe(outgoing).pipe(incoming);
  });
  way.listen(0, '127.0.0.1');
  await once(way, 'listening');
  server.port = String((way.address() as AddressInfo).port); // it listens on TCP, so the address is an object
  const takeAway = () => {
    way.close();
    for (const socket of sockets) socket.destroy();
  };
  return { url: server.href, takeAway };
}

it('a worker that stops while the server is gone waits for a short pause of the queue, never a long one', async () => {
  const way = await openWay(ledger.url);
  const timers = vi.spyOn(globalThis, 'setTimeout');
  const cut = await openSmallWorker(way.url);
  try {
    await cut.start((tx, _, events) => countEvents(tx, events));
    way.takeAway();
    await eventually('the queue pauses before it tries again', () =>
      timers.mock.calls.some(([, pause]) => pause === BELL_RETRY_MILLISECONDS),
    );
  } finally {
    way.takeAway();
    await cut.close();
    timers.mockRestore();
  }
});
