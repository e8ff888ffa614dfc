import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, INGEST } from '../factories/conversations.js';
import { mutate, sendLines, sendOne } from '../factories/intake-answers.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { storedTimes, storedTurns } from '../factories/stored.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

describe('the identity of a conversation', () => {
  it('is source and external id: the same content again is a duplicate that changes nothing', async () => {
    const sent = conversation();
    const first = await sendOne(org.client, sent);
    expect(first).toMatchObject({ line: 1, outcome: 'ACCEPTED', turnsAccepted: 2, turnsKnown: 0 });
    const before = await everyRow();
    const { conversationId } = first;
    for (let time = 0; time < 3; time += 1) {
      expect(await sendOne(org.client, sent)).toEqual({ line: 1, outcome: 'DUPLICATE', conversationId });
      expect(await mutate(org.client, INGEST, [sent])).toEqual([
        { outcome: 'DUPLICATE', code: 'DUPLICATE', conversationId },
      ]);
    }
    expect(await everyRow()).toEqual(before);
  });

  it('differs when only the source or only the external id differs', async () => {
    const sent = conversation();
    const answers = await sendLines(
      org.client,
      sent,
      { ...sent, source: 'other' },
      { ...sent, externalId: `${sent.externalId}x` },
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
    expect(new Set(answers.map(({ conversationId }) => conversationId)).size).toBe(3);
  });

  it('holds within an organisation only: another one can store the same identity', async () => {
    const sent = conversation();
    const other = await makeOrganisation(world);
    await sendOne(org.client, sent);
    const answer = await sendOne(other.client, { ...sent, turns: [{ speaker: 'STAFF', said: 'Something else.' }] });
    expect(answer).toMatchObject({ outcome: 'ACCEPTED', turnsAccepted: 1 });
    expect(await storedTimes(world, sent)).toBe(2);
  });

  it('holds within one request: the second of two equal items is a duplicate', async () => {
    const sent = conversation();
    const answers = await sendLines(org.client, sent, sent, { ...sent, channel: 'CHAT' });
    expect(answers.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', 'DUPLICATE', 'CONFLICT']);
    expect(await storedTimes(world, sent)).toBe(1);
  });
});

describe('a conversation that grew since it was last sent', () => {
  it('gets its new turns stored, and counts the known ones', async () => {
    const [first, second] = conversation().turns;
    const sent = conversation({ turns: [first!, second!] }); // the factory gives two
    await sendOne(org.client, sent);
    const grown = { ...sent, turns: [...sent.turns, { speaker: 'CALLER', said: 'And one more thing.' }] };
    expect(await sendOne(org.client, grown)).toMatchObject({ outcome: 'ACCEPTED', turnsAccepted: 1, turnsKnown: 2 });
    const turns = await storedTurns(world, sent);
    expect(turns.map(({ index, said }) => [index, said])).toEqual(grown.turns.map(({ said }, index) => [index, said]));
    expect(await sendOne(org.client, grown)).toMatchObject({ outcome: 'DUPLICATE' });
    expect(await sendOne(org.client, sent)).toMatchObject({ outcome: 'DUPLICATE' });
  });

  it('stores nothing new when one of its known turns differs', async () => {
    const sent = conversation();
    await sendOne(org.client, sent);
    const before = await storedTurns(world, sent);
    const grown = {
      ...sent,
      turns: [{ speaker: 'CALLER', said: 'Changed.' }, sent.turns[1], { speaker: 'CALLER', said: 'New.' }],
    };
    expect(await sendOne(org.client, grown)).toMatchObject({
      outcome: 'CONFLICT',
      problems: [{ path: 'turns[0].said', message: 'differs from what is stored' }],
    });
    expect(await storedTurns(world, sent)).toEqual(before);
  });

  it('may begin without any turns', async () => {
    const sent = conversation({ turns: [] });
    expect(await sendOne(org.client, sent)).toMatchObject({ outcome: 'ACCEPTED', turnsAccepted: 0, turnsKnown: 0 });
    expect(await sendOne(org.client, sent)).toMatchObject({ outcome: 'DUPLICATE' });
    const spoken = { ...sent, turns: conversation().turns };
    expect(await sendOne(org.client, spoken)).toMatchObject({ outcome: 'ACCEPTED', turnsAccepted: 2, turnsKnown: 0 });
  });
});

/** Every row that intake writes, with the transaction that wrote it. */
async function everyRow(): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const table of ['conversation', 'turn', 'accountability_record', 'outbox', 'quarantine']) {
    const found = await world.owner.query(`SELECT xmin::text, * FROM ${table} ORDER BY ctid`);
    rows.push(...(found.rows as unknown[]));
  }
  return rows;
}
