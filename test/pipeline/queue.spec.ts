import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { logLevel } from '#platform';
import { MAX_ATTEMPTS } from '#queue';
import { eventually } from '../support/eventually.js';
import {
  countEvents,
  type Ledger,
  openLedger,
  openSmallWorker,
  type Payload,
  record,
  type SmallWorker,
} from './small-worker.js';

const NAMES = Array.from({ length: 130 }, (_, at) => `event-${String(at).padStart(3, '0')}`);
const once = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 1]));

describe.each(['PostgreSQL', 'Redis'] as const)('the queue on %s', (backend) => {
  let ledger: Ledger;
  const open: SmallWorker[] = [];

  beforeEach(async () => {
    logLevel('silent');
    ledger = await openLedger();
  });
  afterEach(async () => {
    for (const worker of open.splice(0)) await worker.close();
    await ledger.drop();
  });

  /** Database 1 of the Redis, so that no other test hears these bells. */
  async function worker(): Promise<SmallWorker> {
    const opened = await openSmallWorker(ledger.url, backend === 'Redis' ? `${inject('redisUrl')}/1` : undefined);
    open.push(opened);
    return opened;
  }
  const settled = () => eventually('nothing waits', async () => (await ledger.waiting()) === 0);

  it('gives each event its effect exactly once', async () => {
    const one = await worker();
    await one.start((tx, _, events) => countEvents(tx, events));
    await record(one, ledger, ...NAMES);
    one.bells.ring(ledger.organisationId, 'Happened');
    await settled();
    expect(await ledger.effects()).toEqual(once(NAMES));
  });

  it('wakes the worker by a bell alone, without the sweep', async () => {
    await ledger.owner.query('REVOKE SELECT ON outbox FROM answerable_system'); // now the sweep sees nothing
    const one = await worker();
    await one.start((tx, _, events) => countEvents(tx, events));
    await record(one, ledger, 'rung');
    one.bells.ring(ledger.organisationId, 'Happened');
    await settled();
    expect(await ledger.effects()).toEqual({ rung: 1 });
  });

  it('makes a lost bell good by the sweep', async () => {
    const one = await worker();
    await one.start((tx, _, events) => countEvents(tx, events));
    await record(one, ledger, 'never-rung');
    await settled();
    expect(await ledger.effects()).toEqual({ 'never-rung': 1 });
  });

  it('has two processes share the work without handling one event twice', async () => {
    const committed: string[][] = [[], []];
    const workers = [await worker(), await worker()];
    await record(workers[0]!, ledger, ...NAMES);
    // Both take part for certain: the first batch of each is only let go when the other has one as well.
    let arrived = 0;
    for (const [at, one] of workers.entries()) {
      await one.start(async (tx, _, events) => {
        arrived += 1;
        await eventually('both are at work', () => arrived >= 2);
        await countEvents(tx, events);
        committed[at]!.push(...events.map(({ payload }) => (payload as Payload).name));
      });
    }
    workers[0]!.bells.ring(ledger.organisationId, 'Happened');
    await settled();
    expect(await ledger.effects()).toEqual(once(NAMES));
    expect(committed.flat().sort()).toEqual(NAMES);
    expect(committed.every((names) => names.length > 0)).toBe(true);
  });

  it('tries a poisoned event again after pauses, then buries it, while the events around it take effect', async () => {
    const one = await worker();
    let healed = false;
    await one.start(async (tx, _, events) => {
      await countEvents(tx, events);
      if (!healed && events.some(({ payload }) => (payload as Payload).name === 'poison')) throw new Error('poisoned');
    });
    await record(one, ledger, 'before', 'poison', 'after');
    await eventually('the good events took effect', async () => Object.keys(await ledger.effects()).length === 2);
    expect(await ledger.effects()).toEqual(once(['after', 'before']));
    for (let attempts = 1; attempts < MAX_ATTEMPTS; attempts += 1) {
      await eventually(`attempt ${attempts} was counted`, async () => {
        const { rows } = await ledger.owner.query('SELECT FROM outbox WHERE attempts = $1 AND available_at > now()', [
          attempts,
        ]);
        return rows.length === 1;
      });
      await ledger.skipPauses();
      one.bells.ring(ledger.organisationId, 'Happened');
    }
    await settled();
    const [letter] = await one.deadLetters.list(ledger.organisationId, 10);
    expect(letter).toMatchObject({ event: 'Happened', attempts: MAX_ATTEMPTS });
    expect(await ledger.effects(), 'what the failed handler wrote').toEqual(once(['after', 'before']));

    healed = true;
    expect(await one.deadLetters.retry(ledger.organisationId, letter!.id)).toBe(1);
    await eventually('it took effect', async () => (await ledger.effects())['poison'] === 1);
    expect(await one.deadLetters.list(ledger.organisationId, 10)).toEqual([]);
  });
});
