import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, type SentConversation, type SentTurn } from '../factories/conversations.js';
import { APPEND, mutate, type Outcome, sendOne } from '../factories/intake-answers.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { storedRefusals, storedTimes, storedTurns } from '../factories/stored.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;
let live: SentConversation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
  live = conversation();
  await sendOne(org.client, live);
});
afterAll(() => world.close());

const NEXT: SentTurn = { index: 2, speaker: 'CALLER', said: 'One more thing.' };

async function append(turns: unknown, to = live): Promise<Outcome> {
  const [outcome] = await mutate(org.client, APPEND, [{ source: to.source, externalId: to.externalId, turns }]);
  return outcome!; // one item, one outcome
}

describe('appending turns to a live conversation', () => {
  it('stores them once, and knows them when they come again', async () => {
    expect(await append([NEXT])).toMatchObject({ outcome: 'ACCEPTED', turnsAccepted: 1, turnsKnown: 0 });
    expect(await append([NEXT])).toMatchObject({ outcome: 'DUPLICATE' });
    const more = { ...NEXT, index: 3, speaker: 'CLONE' };
    expect(await append([NEXT, more])).toMatchObject({ outcome: 'ACCEPTED', turnsAccepted: 1, turnsKnown: 1 });
    expect((await storedTurns(world, live)).map(({ index, said }) => [index, said])).toEqual([
      [0, live.turns[0]!.said], // the factory gives two
      [1, live.turns[1]!.said],
      [2, NEXT.said],
      [3, NEXT.said],
    ]);
  });

  it('ends with the same conversation as sending it whole: that is then a duplicate', async () => {
    const begun = conversation();
    await sendOne(org.client, begun);
    await append([NEXT], begun);
    const whole = { ...begun, turns: [...begun.turns, { speaker: NEXT.speaker, said: NEXT.said }] };
    expect((await sendOne(org.client, whole)).outcome).toBe('DUPLICATE');
  });

  it('refuses other words at an index that is taken, and keeps the stored ones', async () => {
    const before = await storedTurns(world, live);
    expect(await append([{ index: 0, speaker: 'CALLER', said: 'Not what was said.' }])).toMatchObject({
      outcome: 'CONFLICT',
      problems: [{ path: 'turns[0].said', message: 'differs from what is stored' }],
    });
    expect(await storedTurns(world, live)).toEqual(before);
  });

  it('lets turns come out of order, and gives them back in order', async () => {
    const begun = conversation({ turns: [] });
    await sendOne(org.client, begun);
    for (const index of [5, 0, 3]) await append([{ ...NEXT, index }], begun);
    expect((await storedTurns(world, begun)).map(({ index }) => index)).toEqual([0, 3, 5]);
  });

  it('refuses a conversation that was never sent, and does not make one', async () => {
    const unknown = conversation();
    expect(await append([NEXT], unknown)).toMatchObject({
      outcome: 'REJECTED',
      problems: [{ path: 'externalId', message: 'names no conversation of this source' }],
    });
    expect(await storedTimes(world, unknown)).toBe(0);
  });

  it('does not find the conversation of another organisation', async () => {
    const other = await makeOrganisation(world);
    const [outcome] = await mutate(other.client, APPEND, [
      { source: live.source, externalId: live.externalId, turns: [NEXT] },
    ]);
    expect(outcome?.problems).toEqual([{ path: 'externalId', message: 'names no conversation of this source' }]);
    const [refusal] = await storedRefusals(world, other.organisation.id);
    expect(refusal).toMatchObject({ kind: 'REJECTED', route: 'graphql', externalId: live.externalId, timesSeen: 1 });
  });

  it.each([
    [
      'turns[1].index',
      'repeats index 9',
      [
        { ...NEXT, index: 9 },
        { ...NEXT, index: 9 },
      ],
    ],
    ['turns[0].index', 'is missing', [{ speaker: 'CALLER', said: 'Where do I belong?' }]],
    ['turns[0].index', 'is over the limit of 9999', [{ ...NEXT, index: 10_000 }]],
    ['turns', 'must hold at least one turn', []],
    ['turns', 'is missing', undefined],
  ])('refuses %s: %s', async (path, message, turns) => {
    expect(await append(turns)).toMatchObject({ outcome: 'REJECTED', problems: [{ path, message }] });
  });

  it('answers each conversation of a request by itself, in order', async () => {
    const begun = conversation();
    await sendOne(org.client, begun);
    const { source, externalId } = begun;
    const outcomes = await mutate(org.client, APPEND, [
      { source, externalId, turns: [NEXT] },
      { source, externalId: 'unknown', turns: [NEXT] },
      { source, externalId, turns: [NEXT] },
      { source, externalId, turns: [{ ...NEXT, said: 'Other.' }] },
      { source, externalId, turns: [{ ...NEXT, index: 3 }] },
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'ACCEPTED',
      'REJECTED',
      'DUPLICATE',
      'CONFLICT',
      'ACCEPTED',
    ]);
  });
});
