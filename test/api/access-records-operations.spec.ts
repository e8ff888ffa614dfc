import { afterAll, beforeAll, expect, it } from 'vitest';
import { ACCESS_OPERATIONS } from '#accounts';
import { INGEST } from '../factories/conversations.js';
import { fill, moveIn, type Neighbour, sharedConversations } from '../factories/neighbours.js';
import { idsOf, OPERATIONS, operationsOfSchema, SUBSCRIPTIONS } from '../factories/operations.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let ours: Neighbour;
let theirs: Neighbour;
beforeAll(async () => {
  world = await startWorld();
  [theirs, ours] = [await moveIn(world, 'alfamark'), await moveIn(world, 'betamark')];
  for (const neighbour of [theirs, ours]) await fill(world, neighbour);
});
afterAll(() => world.close());

async function recordsOf({ organisation }: Neighbour): Promise<{ id: string; operation: string; actor: string }[]> {
  const { rows } = await world.owner.query<{ id: string; operation: string; actor: string }>(
    `SELECT id, operation, actor_name AS actor FROM access_record
     WHERE organisation_id = $1 AND operation <> 'KEY_USED' ORDER BY id`,
    [organisation.id],
  );
  return rows;
}

it('every operation of the schema says which records it leaves', async () => {
  expect(Object.keys(OPERATIONS).sort()).toEqual(await operationsOfSchema(ours.person));
  for (const { records } of Object.values(OPERATIONS))
    for (const operation of records) expect(Object.keys(ACCESS_OPERATIONS)).toContain(operation);
});

// In the order of the table: somebody is deactivated before they are reactivated.
it.each(Object.entries(OPERATIONS).filter(([name]) => !SUBSCRIPTIONS.includes(name)))(
  '%s leaves the records that it says, in its own organisation',
  async (_, operation) => {
    const variables = operation.variables(await idsOf(ours.person));
    const [before, elsewhere] = [await recordsOf(ours), await recordsOf(theirs)];
    await ours.person.ask(operation.document, variables);
    const left = (await recordsOf(ours)).slice(before.length);
    expect(left.map((record) => record.operation)).toEqual(operation.records);
    for (const { actor } of left) expect(actor).toBe('OWNER');
    expect(await recordsOf(theirs)).toEqual(elsewhere);
  },
);

it.each(SUBSCRIPTIONS)('%s leaves the records that it says with each answer, in its own organisation', async (name) => {
  const { document, records } = OPERATIONS[name]!; // made of the same table
  const subscriber = await ours.person.connect();
  const id = await subscriber.follow(document);
  const [before, elsewhere] = [await recordsOf(ours), await recordsOf(theirs)];
  const sent = { ...sharedConversations(ours.mark)[0]!, externalId: `heard-${name}` };
  await ours.person.ask(INGEST, { input: { conversations: [sent] } });
  await subscriber.next(id);
  const left = (await recordsOf(ours)).slice(before.length);
  expect(new Set(left.map(({ operation }) => operation))).toEqual(new Set(records));
  for (const { actor } of left) expect(actor).toBe('OWNER');
  expect(await recordsOf(theirs)).toEqual(elsewhere);
  subscriber.close();
});
