import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuthenticationService, KeysService, SCOPES } from '#accounts';
import { ClonesService } from '#clones';
import { OverviewService } from '#insights';
import { conversation, INGEST, RISKY_REPLY } from '../factories/conversations.js';
import { APPEND, mutate, sendLines } from '../factories/intake-answers.js';
import { OPERATIONS, WHOLE_CONVERSATION } from '../factories/operations.js';
import { assign, makeOrganisation, signIn, type SmallOrganisation } from '../factories/organisations.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;
/** May see all. */
let owner: GraphqlClient;
/** A key with every scope that is restricted to the clone `cfo`. */
let restricted: GraphqlClient;
let secret: string;

const talk = (clone: string, externalId: string, said: string) =>
  conversation({
    source: 'both',
    externalId,
    clone,
    turns: [
      { speaker: 'CALLER', said: `${said} I am angry about the late fee` },
      { speaker: 'CLONE', said: `${said} ${RISKY_REPLY}` },
    ],
  });

beforeAll(async () => {
  world = await startWorld();
  org = await makeOrganisation(world);
  owner = world.client(await signIn(world, org.organisation, 'OWNER'));
  const names = { name: 'The CFO (clone)', principalName: 'Sam Holm', principalTitle: 'CFO' };
  const cfo = await world.get(ClonesService).add(org.organisation.id, { ...names, handle: 'cfo' });
  await world
    .get(ClonesService)
    .addVersion(org.organisation.id, { cloneId: org.clone.id, label: 'hidden', provider: 'p', model: 'm' });
  await assign(world, org.organisation, { name: 'Only the CEO', cloneId: org.clone.id });
  await assign(world, org.organisation, { name: 'Only the CFO', cloneId: cfo.id });
  const sent = [talk('ceo', 'hidden-1', 'hidden'), talk('cfo', 'visible-1', 'visible')];
  await owner.ask(INGEST, { input: { conversations: sent } });
  await world.analysed(org.organisation.id);
  const made = await world
    .get(KeysService)
    .create(org.organisation.id, { name: 'cfo only', scopes: SCOPES, cloneIds: [cfo.id] });
  secret = made.secret;
  restricted = world.client(secret);
});
afterAll(() => world.close());

/** Ids of everything that hangs on the clone that the key may not see. */
async function hiddenIds(): Promise<Record<string, string>> {
  const { clones, conversations, flags } = await owner.ask(`{
    clones { id handle versions { id } }
    conversations(search: "hidden") { edges { node { id turns { edges { node { id } } } } } }
    flags { edges { node { id turn { said accountability { accountable { id } } } } } } }`);
  const clone = clones.find(({ handle }: { handle: string }) => handle === 'ceo');
  const { node: conversationNode } = conversations.edges[0];
  const flag = flags.edges.find(({ node }: { node: { turn: { said: string } } }) => /hidden/.test(node.turn.said)).node;
  return {
    Clone: clone.id,
    CloneVersion: clone.versions[0].id,
    Conversation: conversationNode.id,
    Turn: conversationNode.turns.edges[0].node.id,
    Flag: flag.id,
    Party: flag.turn.accountability.accountable.id,
  };
}

const NODE = 'query ($id: ID!) { node(id: $id) { __typename } }';

describe('a key that is restricted to a clone reads', () => {
  it('of lists, search and trends what is with that clone, and nothing else', async () => {
    const answer = await restricted.ask(`{ clones { handle }
      conversations { edges { node { ${WHOLE_CONVERSATION} } } } flags { edges { node { evidence { quote } turn { said } } } } }`);
    expect(answer.clones).toEqual([{ handle: 'cfo' }]);
    expect(answer.conversations.edges).toHaveLength(1);
    expect(answer.flags.edges.length).toBeGreaterThan(0);
    expect(JSON.stringify(answer)).not.toMatch(/hidden|Only the CEO/);
    expect(JSON.stringify(answer)).toContain('Only the CFO');
    const search = OPERATIONS['Query.conversations']!.document;
    expect((await restricted.ask(search, { search: 'hidden' })).conversations.edges).toEqual([]);
    expect((await restricted.ask(search, { search: 'visible' })).conversations.edges).toHaveLength(1);
    const answered = '{ conversations(filter: { accountability: ACCOUNTABLE }) { edges { node { externalId } } } }';
    expect((await owner.ask(answered)).conversations.edges).toHaveLength(2);
    expect((await restricted.ask(answered)).conversations.edges).toEqual([{ node: { externalId: 'visible-1' } }]);
    const trends = '{ trends(from: "2026-06-01", to: "2026-06-01") { days { callerTurns } } }';
    expect((await owner.ask(trends)).trends.days).toEqual([{ callerTurns: 2 }]);
    expect((await restricted.ask(trends)).trends.days).toEqual([{ callerTurns: 1 }]);
  });

  it('by a filter for another clone, nothing', async () => {
    const { Clone: cloneId } = await hiddenIds();
    for (const name of ['Query.conversations', 'Query.flags']) {
      const answer = await restricted.ask(OPERATIONS[name]!.document, { filter: { cloneId } }); // it is there
      expect(Object.values<{ edges: unknown[] }>(answer)[0]!.edges, name).toEqual([]);
    }
    const { trends } = await restricted.ask(OPERATIONS['Query.trends']!.document, { cloneId });
    expect(JSON.stringify(trends)).not.toMatch(/"callerTurns":[1-9]/);
  });

  it('by id, nothing that hangs on another clone', async () => {
    const hidden = await hiddenIds();
    for (const [type, id] of Object.entries(hidden)) {
      expect((await owner.ask(NODE, { id })).node, type).toEqual({ __typename: type });
      expect((await restricted.ask(NODE, { id })).node, type).toBeNull();
    }
    const one = 'query ($id: ID!) { conversation(id: $id) { id } }';
    expect(await restricted.ask(one, { id: hidden['Conversation'] })).toEqual({ conversation: null });
  });

  it('nothing that spans all clones', async () => {
    const queries = ['quarantine', 'deadLetters', 'serviceKeys', 'accessRecords', 'people', 'webhookEndpoints'];
    for (const name of queries.map((query) => `Query.${query}`)) {
      const { body } = await restricted.post(OPERATIONS[name]!.document); // it is there
      expect(
        body.errors?.map(({ extensions }) => extensions.code),
        name,
      ).toEqual(['NOT_FOUND']);
    }
    const { viewer } = await restricted.ask('{ viewer { everyPermission { permission held reason } } }');
    expect(viewer.everyPermission).toContainEqual({
      permission: 'quarantine.read',
      held: false,
      reason: 'It covers all clones, and this key is restricted to some.',
    });
    const actor = await world.get(AuthenticationService).withKey(secret);
    expect(() => world.get(OverviewService).of(actor)).toThrow('restricted to clones');
  });
});

describe('a key that is restricted to a clone sends', () => {
  it('conversations with that clone, and hears of no other clone or conversation', async () => {
    const answers = await sendLines(
      restricted,
      talk('cfo', 'fresh-1', 'visible'),
      talk('ceo', 'fresh-2', 'hidden'),
      talk('none', 'fresh-3', 'hidden'),
      talk('ceo', 'hidden-1', 'hidden'),
      talk('cfo', 'hidden-1', 'hidden'),
      talk('cfo', 'visible-1', 'visible'),
    );
    const unknown = { outcome: 'REJECTED', problems: [{ path: 'clone', message: 'is not known here' }] };
    const taken = { outcome: 'REJECTED', problems: [{ path: 'externalId', message: 'is not free' }] };
    expect(answers).toMatchObject([
      { outcome: 'ACCEPTED' },
      unknown,
      unknown,
      unknown,
      taken,
      { outcome: 'DUPLICATE' },
    ]);
    for (const answer of answers.slice(1, 5)) expect(answer).not.toHaveProperty('conversationId');
  });

  it('turns of conversations with that clone only', async () => {
    const turns = [{ index: 7, speaker: 'CALLER', said: 'one more thing' }];
    const sent = ['hidden-1', 'visible-1'].map((externalId) => ({ source: 'both', externalId, turns }));
    expect(await mutate(restricted, APPEND, sent)).toMatchObject([
      { outcome: 'REJECTED', problems: [{ path: 'externalId', message: 'names no conversation of this source' }] },
      { outcome: 'ACCEPTED' },
    ]);
  });

  it('in the same moment as others, who are not restricted by it', async () => {
    const sent = Array.from({ length: 12 }, (_, at) => talk('ceo', `crowd-${at}`, 'hidden'));
    const answers = await Promise.all(
      sent.map((one, at) => sendLines(at % 2 === 0 ? restricted : org.client, one).then(([answer]) => answer?.outcome)),
    );
    expect(answers).toEqual(sent.map((_, at) => (at % 2 === 0 ? 'REJECTED' : 'ACCEPTED')));
  });
});
