import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessRecordRetentionService } from '#accounts';
import { moveIn, type Neighbour } from '../factories/neighbours.js';
import { eventually } from '../support/eventually.js';
import { startWorld, type World } from '../support/world.js';

const DAYS = 40;

let world: World;
let ours: Neighbour;
let theirs: Neighbour;
beforeAll(async () => {
  world = await startWorld({ worker: false, settings: { ACCESS_RECORD_DAYS: String(DAYS) } });
  [theirs, ours] = [await moveIn(world, 'alfamark'), await moveIn(world, 'betamark')];
});
afterAll(() => world.close());

/** As if they had been written at noon so many days ago. */
async function leave({ organisation }: Neighbour, count: number, daysAgo: number): Promise<void> {
  await world.owner.query(
    `INSERT INTO access_record SELECT $1, gen_random_uuid(), date_trunc('day', now(), 'UTC') + interval '12 hours' - $3 * interval '1 day',
       'SIGNED_IN', 'PERSON', $1, 'past', 'Person', ARRAY[$1::uuid] FROM generate_series(1, $2)`,
    [organisation.id, count, daysAgo],
  );
}

async function ages({ organisation }: Neighbour): Promise<number[]> {
  const { rows } = await world.owner.query<{ days: number }>(
    `SELECT (date_trunc('day', now(), 'UTC')::date - at::date) AS days FROM access_record
     WHERE organisation_id = $1 AND actor_name = 'past' ORDER BY 1`,
    [organisation.id],
  );
  return rows.map(({ days }) => days);
}

const purges = async ({ person }: Neighbour) =>
  (
    await person.ask(`{ accessRecords(filter: { operations: [ACCESS_RECORDS_PURGED] }) {
      edges { node { actorKind actorName subjectType reason address } } } }`)
  ).accessRecords.edges.map(({ node }: { node: object }) => node);

const purge = () => world.get(AccessRecordRetentionService).purge();

describe('access records', () => {
  it('go away when their days are over, and the purge is recorded with how many they were, per organisation', async () => {
    for (const neighbour of [ours, theirs])
      for (const daysAgo of [DAYS - 1, DAYS, DAYS + 1, DAYS + 2]) await leave(neighbour, 1, daysAgo);
    await leave(theirs, 3, DAYS + 100);
    expect(await purge()).toBe(7);
    expect([await ages(ours), await ages(theirs)]).toEqual([
      [DAYS - 1, DAYS],
      [DAYS - 1, DAYS],
    ]);
    const [record, ...more] = await purges(ours);
    expect(more).toEqual([]);
    expect(record).toMatchObject({
      actorKind: 'PROGRAM',
      actorName: 'Answerable',
      subjectType: 'Organisation',
      reason: expect.stringMatching(/^2 records from before \d{4}-\d\d-\d\d$/),
      address: null,
    });
    expect(await purges(theirs)).toMatchObject([{ reason: expect.stringContaining('5 records') }]);
  });

  it('leave no record of a purge that found nothing, so that a day of sweeps leaves one', async () => {
    const before = [await purges(ours), await purges(theirs)];
    expect(await purge()).toBe(0);
    expect([await purges(ours), await purges(theirs)]).toEqual(before);
  });

  it('are purged batch by batch to the end, and by one process at a time', async () => {
    await leave(ours, 10_001, DAYS + 5);
    const done = await Promise.all([purge(), purge(), purge()]);
    expect(done.reduce((sum, count) => sum + count)).toBe(10_001);
    const reasons = (await purges(ours)).map(({ reason }: { reason: string }) => reason.split(' ')[0]);
    expect(reasons.slice(0, 3)).toEqual(['1', '5000', '5000']);
  });

  it('stop going when the process stops', async () => {
    await leave(ours, 1, DAYS + 5);
    expect(await world.get(AccessRecordRetentionService).purge(() => false)).toBe(0);
    expect(await purge()).toBe(1);
  });

  it('of the last thirty days cannot be taken away by the program, whatever it asks for, nor those of others', async () => {
    await leave(ours, 1, 29);
    await leave(theirs, 1, DAYS + 50);
    const before = await ages(theirs);
    const future = new Date(Date.now() + 1_000_000_000);
    await world.database.transaction(ours.organisation.id, (tx) =>
      tx.query('SELECT purge_access_records($1, 1000, gen_random_uuid())', [future]),
    );
    expect(await ages(ours)).toEqual([29]);
    expect(await ages(theirs)).toEqual(before);
    const plain = world.database.transaction(ours.organisation.id, (tx) => tx.query('DELETE FROM access_record'));
    await expect(plain).rejects.toThrow('permission denied');
  });

  it('are purged by a worker', async () => {
    await leave(ours, 2, DAYS + 7);
    const worker = await startWorld({ beside: world, settings: { ACCESS_RECORD_DAYS: String(DAYS) } });
    await eventually('they are gone', async () => (await ages(ours)).every((days) => days <= DAYS));
    await worker.close();
  });
});
