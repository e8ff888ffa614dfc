import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, KeysService, SCOPES } from '#accounts';
import { ClonesService } from '#clones';
import { toGlobalId } from '../../apps/api/src/relay/global-ids.js';
import { conversation, INGEST, RISKY_REPLY } from '../factories/conversations.js';
import { makeOrganisation, signIn, type SmallOrganisation } from '../factories/organisations.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { Subscriber } from '../support/subscriber.js';
import { startWorld, type World } from '../support/world.js';

const WORDS = `turns { edges { node { said } } }`;
const FLAGS = `subscription ($cloneId: ID) { flagRaised(cloneId: $cloneId) { code evidence { quote }
  clone { handle } turn { said conversation { externalId } } } }`;
const ANALYSED = `subscription ($cloneId: ID) { conversationAnalysed(cloneId: $cloneId) {
  flagCount conversation { externalId clone { handle } ${WORDS} } } }`;

interface RecordRow {
  operation: string;
  actor_kind: Actor['kind'];
  actor_name: string;
  subject_ids: string[];
  reason: string | null;
  address: string | null;
  user_agent: string | null;
  request_id: string | null;
}

let world: World;
let org: SmallOrganisation;
let owner: GraphqlClient;
let cfo: { id: string };

beforeAll(async () => {
  world = await startWorld();
  org = await makeOrganisation(world);
  owner = world.client(await signIn(world, org.organisation, 'OWNER'));
  cfo = await world.get(ClonesService).add(org.organisation.id, {
    handle: 'cfo',
    name: 'The CFO (clone)',
    principalName: 'Sam Holm',
    principalTitle: 'CFO',
  });
});
afterAll(() => world.close());

/** Has a risky conversation with a clone stored and analysed. @returns its id in the tables */
async function talkTo(clone: string, said: string): Promise<string> {
  const turns = [
    { speaker: 'CALLER', said },
    { speaker: 'CLONE', said: `${RISKY_REPLY} Thank you, ${said}` },
  ];
  const sent = conversation({ clone, turns });
  await owner.ask(INGEST, { input: { conversations: [sent] } });
  await world.analysed(org.organisation.id);
  const { rows } = await world.owner.query<{ id: string }>('SELECT id FROM conversation WHERE external_id = $1', [
    sent.externalId,
  ]);
  return rows[0]!.id; // it was sent just above
}

async function flagsOf(conversationId: string): Promise<number> {
  const { rowCount } = await world.owner.query('SELECT FROM flag WHERE conversation_id = $1', [conversationId]);
  return rowCount ?? 0;
}

async function recordsOf(work: () => Promise<unknown>): Promise<RecordRow[]> {
  const { rows: before } = await world.owner.query<{ id: string }>('SELECT id FROM access_record');
  await work();
  const { rows } = await world.owner.query<RecordRow>(
    `SELECT * FROM access_record WHERE id <> ALL($1) AND operation <> 'KEY_USED' ORDER BY operation`,
    [before.map(({ id }) => id)],
  );
  return rows;
}

describe('a key that is restricted to a clone', () => {
  it.each([
    ['flagRaised', FLAGS],
    ['conversationAnalysed', ANALYSED],
  ])('hears of %s with that clone, and of no other', async (_, document) => {
    const restriction = { name: 'cfo only', scopes: SCOPES, cloneIds: [cfo.id] };
    const { secret } = await world.get(KeysService).create(org.organisation.id, restriction);
    const [restricted, witness] = [await world.client(secret).connect(), await owner.connect()];
    const reaching = await restricted.follow(document, { cloneId: toGlobalId('Clone', org.clone.id) });
    const [own, all] = [await restricted.follow(document), await witness.follow(document)];
    await talkTo('ceo', 'a hidden word');
    await talkTo('cfo', 'a visible word');
    expect(JSON.stringify(await witness.next(all))).toContain('hidden');
    const heard = JSON.stringify(await restricted.next(own));
    expect(heard).toContain('visible');
    expect(heard).toContain('"handle":"cfo"');
    await restricted.settled();
    expect(restricted.of(reaching)).toEqual([]);
    expect(JSON.stringify(restricted.messages)).not.toMatch(/hidden|"handle":"ceo"/);
    for (const subscriber of [restricted, witness]) subscriber.close();
  });
});

describe('what is heard is recorded like what is read', () => {
  it.each([
    ['flagRaised', 'subscription { flagRaised { evidence { quote } } }', ['TRANSCRIPT_READ']],
    ['conversationAnalysed', 'subscription { conversationAnalysed { flagCount } }', ['CONVERSATION_READ']],
    [
      'words of conversationAnalysed',
      `subscription { conversationAnalysed { conversation { ${WORDS} } } }`,
      ['CONVERSATION_READ', 'TRANSCRIPT_READ'],
    ],
  ])('%s: who, what, from where, and why', async (_, document, operations) => {
    const headers = {
      authorization: `Bearer ${org.key}`,
      'user-agent': 'a listener',
      'access-reason': 'ticket%207',
      'x-request-id': 'ticket-7',
    };
    const subscriber = new Subscriber(world.address, { headers });
    await subscriber.init();
    const id = await subscriber.follow(document);
    let [heardOf, answers] = ['', 0];
    const rows = await recordsOf(async () => {
      heardOf = await talkTo('ceo', 'a word');
      for (let left = document.includes('flagRaised') ? await flagsOf(heardOf) : 1; left > 0; left -= 1) {
        await subscriber.next(id);
        answers += 1;
      }
    });
    expect(rows.map(({ operation }) => operation)).toEqual(
      operations.flatMap((operation) => Array.from({ length: answers }, () => operation)),
    );
    for (const row of rows)
      expect(row).toMatchObject({
        actor_kind: 'KEY',
        actor_name: 'test',
        subject_ids: [heardOf],
        user_agent: 'a listener',
        reason: 'ticket 7',
        address: expect.stringMatching(/127\.0\.0\.1|::1/),
        request_id: 'ticket-7',
      });
    subscriber.close();
  });

  it('with an id of its connection when the client names none', async () => {
    const heard = await Promise.all([org.client.connect(), org.client.connect()]);
    const ids = await Promise.all(
      heard.map((one) => one.follow('subscription { conversationAnalysed { flagCount } }')),
    );
    const rows = await recordsOf(async () => {
      await talkTo('ceo', 'a word');
      for (const [at, one] of heard.entries()) await one.next(ids[at]!); // each has one
    });
    expect(new Set(rows.map(({ request_id: id }) => id)).size).toBe(2);
    for (const row of rows) expect(row.request_id).toMatch(/^[0-9a-f-]{36}$/);
    for (const one of heard) one.close();
  });

  it('and nothing is when nobody hears it', async () => {
    const subscriber = await org.client.connect();
    const id = await subscriber.follow(FLAGS, { cloneId: toGlobalId('Clone', cfo.id) });
    expect(await recordsOf(() => talkTo('ceo', 'a word'))).toEqual([]);
    await subscriber.settled();
    expect(subscriber.of(id)).toEqual([]);
    subscriber.close();
  });

  it('and is not sent when it cannot be recorded', async () => {
    const subscriber = await org.client.connect();
    const id = await subscriber.follow(FLAGS);
    await world.owner.query('REVOKE INSERT ON access_record FROM answerable_app');
    try {
      await talkTo('ceo', 'an unrecorded word');
      await expect(subscriber.next(id)).rejects.toThrow(/^error .*Error id: .*"INTERNAL"/);
      expect(JSON.stringify(subscriber.messages)).not.toMatch(/unrecorded|refund/);
    } finally {
      await world.owner.query('GRANT INSERT ON access_record TO answerable_app');
    }
    subscriber.close();
  });

  it('and a reason that cannot be kept is not taken', async () => {
    const headers = { authorization: `Bearer ${org.key}`, 'access-reason': '100 %' };
    const subscriber = new Subscriber(world.address, { headers });
    await expect(subscriber.init()).rejects.toThrow('closed with 4400');
  });
});

describe('a manager', () => {
  it('hears placeholders, no flags, and not how many there are', async () => {
    const cookie = await signIn(world, org.organisation, 'MANAGER');
    const subscriber = await world.client(cookie).connect();
    const refused = await subscriber.follow(FLAGS);
    expect((await subscriber.next(refused)).errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    const id = await subscriber.follow(ANALYSED);
    await talkTo('ceo', 'write to anna@x.example');
    const { conversationAnalysed: heard } = (await subscriber.next(id)).data;
    expect(heard.flagCount).toBeNull();
    expect(heard.conversation.turns.edges[0].node.said).toMatch(/^write to \[EMAIL_[A-Z]{4}\]$/);
    await subscriber.settled();
    expect(JSON.stringify(subscriber.messages)).not.toContain('x.example');
    subscriber.close();
  });
});
