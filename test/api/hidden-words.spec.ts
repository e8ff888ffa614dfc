import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayAccess, PERMISSIONS, ROLES } from '#accounts';
import { conversation, INGEST } from '../factories/conversations.js';
import { makeOrganisation, signIn, type SmallOrganisation } from '../factories/organisations.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { startWorld, type World } from '../support/world.js';

const CALL = conversation({
  externalId: '+46 70 999 88 77',
  turns: [
    { speaker: 'CALLER', said: 'I am angry: you wrote to anna@x.example and not to berg@x.example!' },
    {
      speaker: 'CLONE',
      said: 'I am sorry, Anna. I promise a refund to SE45 5000 0000 0583 9825 7466, and a call to 070-123 45 67.',
      generated: 'I promise a refund to anna@x.example.',
    },
    { speaker: 'CALLER', said: 'No number here, thank you, that is great.' },
    { speaker: 'CALLER', said: 'Write to berg@x.example. My line is +46 70 999 88 77.' },
  ],
});
const SECRETS = /x\.example|5000|123 45 67|999|^70$/;
const WORDS = `externalId turns { edges { node { id said generated sentiment { label } signals { spans { start end } } } } }`;

/** Words as they lie in tables since before they were masked at intake: the intake would not let them through any more. */
function disguised(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replace(/[@\d]/g, (one) => (one === '@' ? '§' : 'abcdefghij'.charAt(Number(one))));
}

let world: World;
let org: SmallOrganisation;
let manager: GraphqlClient;
let owner: GraphqlClient;

beforeAll(async () => {
  world = await startWorld();
  org = await makeOrganisation(world);
  manager = world.client(await signIn(world, org.organisation, 'MANAGER'));
  owner = world.client(await signIn(world, org.organisation, 'OWNER'));
  const turns = CALL.turns.map((turn) => JSON.parse(JSON.stringify(turn), (_, value) => disguised(value)));
  await org.client.ask(INGEST, { input: { conversations: [{ ...CALL, turns }] } });
  await world.analysed(org.organisation.id);
  for (const [index, { said, generated }] of CALL.turns.entries()) {
    await world.owner.query('UPDATE turn SET said = $1, generated = $2 WHERE turn_index = $3', [
      said,
      generated,
      index,
    ]);
  }
});
afterAll(() => world.close());

async function readAs(client: GraphqlClient) {
  const { conversations } = await client.ask(`{ conversations { edges { node { ${WORDS} } } } }`);
  const [{ node }] = conversations.edges;
  return { ...node, turns: node.turns.edges.map((edge: { node: object }) => edge.node) };
}

describe('a manager', () => {
  it('reads what was said with placeholders, numbered through the conversation', async () => {
    const { externalId, turns } = await readAs(manager);
    expect(externalId).toBe('[EXTERNAL ID 1]');
    expect(turns.map(({ said }: { said: string }) => said)).toEqual([
      'I am angry: you wrote to [EMAIL 1] and not to [EMAIL 2]!',
      'I am sorry, Anna. I promise a refund to [IBAN 1], and a call to [PHONE 1].',
      'No number here, thank you, that is great.',
      'Write to [EMAIL 2]. My line is [EXTERNAL ID 1].',
    ]);
    expect(turns[1].generated).toBe('I promise a refund to [EMAIL 1].');
  });

  it('is given the same placeholders for one turn alone, and for a later page', async () => {
    const { turns } = await readAs(manager);
    for (const { id, said } of turns) {
      const { node } = await manager.ask('query ($id: ID!) { node(id: $id) { ... on Turn { said } } }', { id });
      expect(node.said).toBe(said);
    }
  });

  it('finds what a signal rests on at the same words', async () => {
    const [shown, said] = [await readAs(manager), await readAs(owner)];
    const wordsOf = ({
      said: text,
      signals,
    }: {
      said: string;
      signals: { spans: { start: number; end: number }[] }[];
    }) => signals.map(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)));
    const promised = wordsOf(shown.turns[1]).flat();
    expect(promised).toContain('I promise');
    for (const [at, turn] of said.turns.entries())
      expect(
        wordsOf(shown.turns[at])
          .flat()
          .filter((words) => !words.includes('[')),
      ).toEqual(
        wordsOf(turn)
          .flat()
          .filter((words) => !SECRETS.test(words)),
      );
  });
});

describe('words as they were said', () => {
  it('are shown exactly to those who have transcript.read', async () => {
    for (const role of ROLES.filter((one) => one !== 'OWNER' && one !== 'MANAGER')) {
      const client = world.client(await signIn(world, org.organisation, role));
      const { body } = await client.post(`{ conversations { edges { node { ${WORDS} } } } }`);
      const roles: readonly string[] = PERMISSIONS['transcript.read'].roles;
      expect(SECRETS.test(JSON.stringify(body)), role).toBe(roles.includes(role));
    }
    for (const client of [owner, org.client]) expect(JSON.stringify(await readAs(client))).toMatch(SECRETS);
    expect(JSON.stringify(await readAs(manager))).not.toMatch(SECRETS);
  });

  it('are what the evidence of flags is, so whoever sees flags may see words', () => {
    for (const role of ROLES) {
      const actor = { kind: 'PERSON' as const, organisationId: '', id: '', name: '', role };
      if (mayAccess(actor, 'flag.read')) expect(mayAccess(actor, 'transcript.read'), role).toBe(true);
    }
    const { 'flag.read': flags, 'transcript.read': words } = PERMISSIONS;
    expect(words.scopes).toEqual(expect.arrayContaining([...flags.scopes]));
  });
});
