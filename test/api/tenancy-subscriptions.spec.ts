import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INGEST } from '../factories/conversations.js';
import { fill, moveIn, type Neighbour, sharedConversations } from '../factories/neighbours.js';
import { type Ids, idsOf, NODE_IDS, OPERATIONS, SUBSCRIPTIONS } from '../factories/operations.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let second: World;
let ours: Neighbour;
let theirs: Neighbour;
let theirIds: Ids;

beforeAll(async () => {
  world = await startWorld();
  second = await startWorld({ worker: false, beside: world });
  ours = await moveIn(world, 'betamark');
  theirs = await moveIn(world, 'alfamark');
  await fill(world, theirs);
  theirIds = await idsOf(theirs.person);
});
afterAll(async () => {
  await second.close();
  await world.close();
});

function expectNothingOfTheirs(messages: unknown): void {
  const text = JSON.stringify(messages);
  const { id, slug } = theirs.organisation;
  for (const trace of [theirs.mark, slug, id, ...Object.values(NODE_IDS).map((part) => theirIds[part])])
    expect(text).not.toContain(trace);
}

describe('who subscribes', () => {
  // The test of tenancy.spec.ts sees to it that these are all subscriptions of the schema.
  it.each(SUBSCRIPTIONS)('hears of their own organisation only from %s, at every process', async (name) => {
    const { document } = OPERATIONS[name]!; // made of the same table
    const our = [await ours.person.connect(), await second.client(ours.cookie).connect()];
    const them = await theirs.person.connect();
    const reaching = await Promise.all(our.map((one) => one.follow(document, { cloneId: theirIds.clone })));
    const own = await Promise.all(our.map((one) => one.follow(document)));
    const their = await them.follow(document);
    const externalId = `live-${name}`;
    for (const { mark, person } of [theirs, ours])
      await person.ask(INGEST, { input: { conversations: [{ ...sharedConversations(mark)[0]!, externalId }] } });
    for (const { organisation } of [theirs, ours]) await world.analysed(organisation.id);
    expect(JSON.stringify(await them.next(their))).toContain(theirs.mark);
    for (const [at, one] of our.entries()) {
      expect(JSON.stringify(await one.next(own[at]!))).toContain(ours.mark); // one for each
      await one.settled();
      expect(one.of(reaching[at]!)).toEqual([]); // one for each
      expectNothingOfTheirs(one.messages);
    }
    expect(JSON.stringify(them.messages)).not.toContain(ours.mark);
    for (const subscriber of [...our, them]) subscriber.close();
  });
});
