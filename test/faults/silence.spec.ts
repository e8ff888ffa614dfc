import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { logLevel } from '#platform';
import { MAX_ATTEMPTS } from '#queue';
import { eventually } from '../support/eventually.js';
import {
  HAPPENED,
  type Ledger,
  openLedger,
  openSmallWorker,
  record,
  type SmallWorker,
} from '../pipeline/small-worker.js';

const SAID = 'My card number is 4111 1111 1111 1111';

let ledger: Ledger;
let worker: SmallWorker;
const written: string[] = [];

beforeEach(async () => {
  ledger = await openLedger();
  worker = await openSmallWorker(ledger.url);
  logLevel('debug');
  written.length = 0;
  const keep = (text: string | Uint8Array) => written.push(String(text)) > 0;
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
});
afterEach(async () => {
  vi.restoreAllMocks();
  logLevel('silent');
  await worker.close();
  await ledger.drop();
});

it.each([
  ['the handler quotes it in its error', () => Promise.reject(new Error(`Cannot read: ${SAID}`))],
  ['the handler throws it', () => Promise.reject(SAID as unknown as Error)], // a throw that is no error must not leak either
  ['the database quotes it in its error', 'SELECT $1::int'],
  [
    'a refused row holds it',
    `INSERT INTO trend_count VALUES (current_organisation(), now(), current_organisation(), '', $1, '', 1, 1, 1)`,
  ],
])('what was said reaches neither log nor dead letter when %s', async (_, failing) => {
  await worker.start(
    async (tx) => void (typeof failing === 'string' ? await tx.query(failing, [SAID]) : await failing()),
  );
  await record(worker, ledger, SAID);
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    worker.bells.ring(ledger.organisationId, HAPPENED);
    await eventually('an attempt was made', async () => {
      const { rows } = await ledger.owner.query(
        'SELECT FROM outbox WHERE attempts = $1 UNION ALL SELECT FROM dead_letter WHERE attempts = $1',
        [attempt],
      );
      return rows.length === 1;
    });
    await ledger.skipPauses();
  }
  const [letter] = await worker.deadLetters.list(ledger.organisationId, 1);
  expect(letter?.error).toBeTruthy();
  expect(JSON.stringify(letter)).not.toContain('4111');
  const told = written.join('');
  expect(told.match(/"event":"job-failed"/g)).toHaveLength(MAX_ATTEMPTS);
  expect(told).not.toContain('4111');
});
