import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { eventually } from '../support/eventually.js';
import {
  countEvents,
  type Ledger,
  openLedger,
  openSmallWorker,
  record,
  type SmallWorker,
} from '../pipeline/small-worker.js';

const SWEEP_MILLISECONDS = 2000;

let ledger: Ledger;
let worker: SmallWorker;

beforeEach(async () => {
  ledger = await openLedger();
  worker = await openSmallWorker(ledger.url);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await ledger.drop();
});

/** Starts the worker on one batch that stays under way until `finish` is called. */
async function startBatch(): Promise<{ finish(): void }> {
  let begun = false;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  await record(worker, ledger, ...Array.from({ length: 60 }, (_, at) => `event-${at}`));
  await worker.start(async (tx, _, events) => {
    begun = true;
    await finished;
    await countEvents(tx, events);
  });
  await eventually('a batch is under way', () => begun);
  return { finish };
}

it('a worker that stops finishes the batch under way, takes no other, and leaves the rest for the next one', async () => {
  const batch = await startBatch();
  const closing = worker.close();
  batch.finish();
  await closing;
  const done = Object.values(await ledger.effects());
  expect(done.every((times) => times === 1)).toBe(true);
  expect(done.length).toBeGreaterThan(0);
  expect(await ledger.waiting()).toBe(60 - done.length);
  expect(await ledger.waiting()).toBeGreaterThan(0);

  worker = await openSmallWorker(ledger.url);
  await worker.start((tx, _, events) => countEvents(tx, events));
  await eventually('nothing waits', async () => (await ledger.waiting()) === 0);
  await worker.close();
  expect(Object.values(await ledger.effects())).toEqual(Array.from({ length: 60 }, () => 1));
});

it('a worker that stops in the middle of a sweep does not sweep again', async () => {
  const batch = await startBatch();
  const timers = vi.spyOn(globalThis, 'setTimeout');
  const closing = worker.close();
  batch.finish();
  await closing;
  await turnOfTheLoop();
  expect(timers.mock.calls.filter(([, pause]) => pause === SWEEP_MILLISECONDS)).toEqual([]);
});
