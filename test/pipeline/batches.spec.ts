import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventually } from '../support/eventually.js';
import { countEvents, type Ledger, openLedger, openSmallWorker, record, type SmallWorker } from './small-worker.js';

const EVENTS = 90;

let ledger: Ledger;
let worker: SmallWorker;

beforeEach(async () => {
  ledger = await openLedger();
  worker = await openSmallWorker(ledger.url);
  await record(worker, ledger, ...Array.from({ length: EVENTS }, (_, at) => `event-${at}`));
});
afterEach(async () => {
  await worker.close();
  await ledger.drop();
});

/** Works everything off. @returns the largest batch, in events */
async function largestBatch(batchEvents?: number): Promise<number> {
  const sizes: number[] = [];
  await worker.start(async (tx, _, events) => {
    sizes.push(events.length);
    await countEvents(tx, events);
  }, batchEvents);
  await eventually('nothing waits', async () => (await ledger.waiting()) === 0);
  expect(Object.values(await ledger.effects())).toEqual(Array.from({ length: EVENTS }, () => 1));
  return Math.max(...sizes);
}

it('a handler gets events in batches of the usual size', async () => {
  expect(await largestBatch()).toBe(40);
});

it('a handler that asks for small batches gets no larger ones', async () => {
  expect(await largestBatch(1)).toBe(1);
});

it('a handler cannot ask for batches over the usual size', async () => {
  expect(await largestBatch(10_000)).toBe(40);
});
