import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logLevel, newId } from '#platform';
import { announce, type Feed, FeedBroken } from '#queue';
import { ANNOUNCED_IDS, FEED_IDS } from '../../libs/queue/src/limits.js';
import { eventually } from '../support/eventually.js';
import { HAPPENED, type Ledger, openLedger, openSmallWorker, type SmallWorker } from './small-worker.js';

let ledger: Ledger;
let writer: SmallWorker;
let listeners: SmallWorker[];

beforeEach(async () => {
  logLevel('silent');
  ledger = await openLedger();
  writer = await openSmallWorker(ledger.url);
  listeners = [await openSmallWorker(ledger.url), await openSmallWorker(ledger.url)];
  for (const { announcements } of listeners) await announcements.listen();
});
afterEach(async () => {
  for (const process of [writer, ...listeners]) await process.close();
  await ledger.drop();
});

/** All ids that are announced. */
function follow({ announcements }: SmallWorker, organisationId = ledger.organisationId): Feed {
  return announcements.follow(organisationId, HAPPENED, (ids) => Promise.resolve([...ids]));
}

function tell(ids: string[], organisationId = ledger.organisationId): Promise<void> {
  return writer.database.transaction(organisationId, async (tx) => announce(tx, HAPPENED, ids));
}

async function take(feed: Feed, count: number): Promise<(string | undefined)[]> {
  const taken = [];
  for (let one = 0; one < count; one += 1) taken.push((await feed.next()).value);
  return taken;
}

describe('an announcement', () => {
  it('reaches every process that listens, whole and in order, however many ids it has', async () => {
    const feeds = listeners.map((process) => follow(process));
    const ids = Array.from({ length: 2 * ANNOUNCED_IDS + 1 }, newId);
    await tell(ids);
    for (const feed of feeds) expect(await take(feed, ids.length)).toEqual(ids);
  });

  it('is made by the commit: what is rolled back is never told', async () => {
    const feed = follow(listeners[0]!); // two were opened
    const [undone, done] = [newId(), newId()];
    const failing = writer.database.transaction(ledger.organisationId, async (tx) => {
      announce(tx, HAPPENED, [undone]);
      await tx.query('SELECT 1/0');
    });
    await expect(failing).rejects.toThrow('division by zero');
    await tell([done]);
    expect(await take(feed, 1)).toEqual([done]);
  });

  it('stays in its organisation', async () => {
    const neighbour = newId();
    const [ours, theirs] = [follow(listeners[0]!), follow(listeners[0]!, neighbour)]; // two were opened
    const [our, their] = [newId(), newId()];
    await tell([their], neighbour);
    await tell([our]);
    expect(await take(ours, 1)).toEqual([our]);
    expect(await take(theirs, 1)).toEqual([their]);
  });

  it.each(['', 'no json', 'null', '[]', '{"organisationId":1}'])(
    'that somebody forged (%j) is ignored',
    async (payload) => {
      const feed = follow(listeners[0]!); // two were opened
      await ledger.owner.query(`SELECT pg_notify('answerable_announcements', $1)`, [payload]);
      const id = newId();
      await tell([id]);
      expect(await take(feed, 1)).toEqual([id]);
    },
  );
});

describe('a feed', () => {
  it(`holds ${FEED_IDS} ids for a reader that does not keep up, and breaks at one more; others go on`, async () => {
    const [slow, full, quick] = [follow(listeners[0]!), follow(listeners[0]!), follow(listeners[0]!)]; // two were opened
    const ids = Array.from({ length: FEED_IDS }, newId);
    await tell(ids);
    expect(await take(quick, FEED_IDS)).toEqual(ids);
    expect(await take(full, 1)).toEqual([ids[0]]);
    const last = newId();
    await tell([last]);
    expect(await take(quick, 1)).toEqual([last]);
    await expect(slow.next()).rejects.toThrow(FeedBroken);
    expect(await take(full, FEED_IDS)).toEqual([...ids.slice(1), last]);
  });

  it('that is left while it waits ends', async () => {
    const feed = follow(listeners[0]!); // two were opened
    const waiting = feed.next();
    await feed.return();
    expect(await waiting).toEqual({ value: undefined, done: true });
    expect(await feed.next()).toEqual({ value: undefined, done: true });
  });

  it('breaks when its process loses the connection, as something may be missed; a later one is whole again', async () => {
    const [process] = listeners as [SmallWorker];
    const waiting = follow(process).next();
    const broken = expect(waiting).rejects.toThrow(FeedBroken);
    await ledger.owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'answerable-announcements'`,
    );
    await broken;
    await eventually('it listens again', async () => {
      const feed = follow(process);
      const id = newId();
      await tell([id]);
      return feed.next().then(
        ({ value }) => value === id,
        () => false,
      );
    });
  });
});
