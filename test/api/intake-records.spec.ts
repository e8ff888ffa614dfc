import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, type SentConversation } from '../factories/conversations.js';
import { APPEND, mutate, sendLines, sendOne } from '../factories/intake-answers.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

const TALK: SentConversation['turns'] = [
  { speaker: 'CALLER', said: 'Hello?' },
  { speaker: 'CLONE', said: 'Hello.' },
  { speaker: 'STAFF', said: 'I take over.' },
  { speaker: 'CLONE', said: '' },
  { speaker: 'CLONE', said: 'Goodbye.', startedAt: '2026-06-01T10:05:00Z' },
];

interface Row {
  index: number;
  transaction: string;
}

async function rowsOf(table: 'turn' | 'accountability_record', { externalId }: SentConversation): Promise<Row[]> {
  const { rows } = await world.owner.query<Row>(
    `SELECT r.turn_index AS index, r.xmin::text AS transaction FROM ${table} r
     JOIN conversation c ON c.organisation_id = r.organisation_id AND c.id = r.conversation_id
     WHERE c.external_id = $1 ORDER BY r.turn_index`,
    [externalId],
  );
  return rows;
}

async function eventsOf({ externalId }: SentConversation) {
  const { rows } = await world.owner.query<{ event: string; turns: number[]; transaction: string; own: boolean }>(
    `SELECT o.event, o.payload->'turns' AS turns, o.xmin::text AS transaction, o.organisation_id = c.organisation_id AS own
     FROM outbox o JOIN conversation c ON c.id::text = o.payload->>'conversationId'
     WHERE c.external_id = $1 ORDER BY o.id`,
    [externalId],
  );
  return rows;
}

describe('what is written beside the turns', () => {
  it('is a record of who answers for exactly the turns of the clone', async () => {
    const sent = conversation({ turns: TALK });
    await sendOne(org.client, sent);
    expect((await rowsOf('accountability_record', sent)).map(({ index }) => index)).toEqual([1, 3, 4]);
    const { rows } = await world.owner.query(
      `SELECT r.outcome, p.name, r.spoken_at = t.spoken_at AS "sameMoment" FROM accountability_record r
       JOIN turn t USING (organisation_id, conversation_id, turn_index) JOIN conversation c ON c.id = r.conversation_id
       LEFT JOIN party p ON p.id = r.accountable_party_id WHERE c.external_id = $1`,
      [sent.externalId],
    );
    expect(rows).toEqual([1, 3, 4].map(() => ({ outcome: 'ACCOUNTABLE', name: 'Petra Lund', sameMoment: true })));
  });

  it('is one event for the new turns', async () => {
    const sent = conversation({ turns: TALK });
    await sendOne(org.client, sent);
    expect(await eventsOf(sent)).toMatchObject([{ event: 'TurnsRecorded', turns: [0, 1, 2, 3, 4], own: true }]);
  });

  it('comes in the same transaction as the conversation and its turns', async () => {
    const sent = conversation({ turns: TALK });
    await sendOne(org.client, sent);
    const { rows } = await world.owner.query<Row>(
      'SELECT xmin::text AS transaction FROM conversation WHERE external_id = $1',
      [sent.externalId],
    );
    const written = [
      ...rows,
      ...(await rowsOf('turn', sent)),
      ...(await rowsOf('accountability_record', sent)),
      ...(await eventsOf(sent)),
    ];
    expect(written).toHaveLength(1 + 5 + 3 + 1);
    expect(new Set(written.map(({ transaction }) => transaction)).size).toBe(1);
  });

  it('is for the new turns only when a conversation grew, again in their transaction', async () => {
    const sent = conversation({ turns: TALK.slice(0, 2) });
    await sendOne(org.client, sent);
    const [record] = await rowsOf('accountability_record', sent);
    await sendOne(org.client, { ...sent, turns: TALK.slice(0, 4) });
    const { source, externalId } = sent;
    await mutate(org.client, APPEND, [{ source, externalId, turns: [{ ...TALK[4], index: 4 }] }]);
    const records = await rowsOf('accountability_record', sent);
    expect(records.map(({ index }) => index)).toEqual([1, 3, 4]);
    expect(records[0]).toEqual(record);
    const events = await eventsOf(sent);
    expect(events.map(({ turns }) => turns)).toEqual([[0, 1], [2, 3], [4]]);
    const turns = await rowsOf('turn', sent);
    for (const event of events) {
      const theirs = turns.filter(({ index }) => event.turns.includes(index));
      expect(theirs.map(({ transaction }) => transaction)).toEqual(theirs.map(() => event.transaction));
    }
  });

  it('is nothing for duplicates, conflicts, refusals and conversations without turns', async () => {
    const sent = conversation();
    const empty = conversation({ turns: [] });
    await sendOne(org.client, sent);
    const answers = await sendLines(
      org.client,
      sent,
      { ...sent, channel: 'EMAIL' },
      { ...sent, turns: [{ speaker: 'CLONE', said: 'Other.' }, sent.turns[1], { speaker: 'CLONE', said: 'New.' }] },
      { ...sent, externalId: '' },
      empty,
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual([
      'DUPLICATE',
      'CONFLICT',
      'CONFLICT',
      'REJECTED',
      'ACCEPTED',
    ]);
    expect(await eventsOf(sent)).toHaveLength(1);
    expect((await rowsOf('accountability_record', sent)).map(({ index }) => index)).toEqual([1]);
    expect(await eventsOf(empty)).toEqual([]);
  });
});
