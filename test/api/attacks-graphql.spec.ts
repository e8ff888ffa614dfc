import { createHash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_COST } from '../../apps/api/src/graphql/limits.js';
import { fill, moveIn, type Neighbour } from '../factories/neighbours.js';
import { conversation, INGEST } from '../factories/conversations.js';
import { type Ids, idsOf, OPERATIONS } from '../factories/operations.js';
import { startWorld, type World } from '../support/world.js';

/** How often a request came so far in Apollo. */
const steps = { parsed: 0, validated: 0, executed: 0 };

@Plugin()
class CountingSteps implements ApolloServerPlugin {
  async requestDidStart() {
    return {
      parsingDidStart: async () => void (steps.parsed += 1),
      validationDidStart: async () => void (steps.validated += 1),
      executionDidStart: async () => void (steps.executed += 1),
    };
  }
}

/** What these requests come to beyond being admitted. */
async function stepsOf(work: () => Promise<unknown>): Promise<typeof steps> {
  Object.assign(steps, { parsed: 0, validated: 0, executed: 0 });
  await work();
  return { ...steps };
}

const NOTHING = { parsed: 0, validated: 0, executed: 0 };

let world: World;
let theirs: Neighbour;
let ours: Neighbour;
let foreign: Ids;
let ids: Ids;

beforeAll(async () => {
  world = await startWorld({ extra: [{ module: class Counting {}, providers: [CountingSteps] }] });
  theirs = await moveIn(world, 'alfamark');
  ours = await moveIn(world, 'betamark');
  for (const neighbour of [theirs, ours]) await fill(world, neighbour);
  [foreign, ids] = [await idsOf(theirs.person), await idsOf(ours.person)];
});
afterAll(() => world.close());

interface Answer {
  status: number;
  codes: string[];
  text: string;
}

async function raw(body: string, at: World = world, credential: Neighbour = ours): Promise<Answer> {
  const headers = { 'content-type': 'application/json', cookie: credential.cookie };
  const response = await fetch(`${at.address}/graphql`, { method: 'POST', headers, body });
  const text = await response.text();
  const { errors = [] } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
  return { status: response.status, codes: errors.map(({ extensions }) => extensions.code), text };
}

const ask = (query: string, variables: unknown = {}, at?: World) => raw(JSON.stringify({ query, variables }), at);
const times = (count: number, text: (at: number) => string) => Array.from({ length: count }, (_, at) => text(at)).join(' '); // prettier-ignore
const TOO_LARGE = { status: 413, codes: ['TOO_LARGE'] };
const INVALID = { status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] };

it('a request that is fine is parsed, validated and executed once', async () => {
  expect(await stepsOf(() => ask('{ viewer { __typename } }'))).toEqual({ parsed: 1, validated: 1, executed: 1 });
});

describe('a flood in one request is refused before it is validated', () => {
  it.each([
    ['aliases', `{ ${times(400, (at) => `a${at}: viewer { name }`)} }`],
    ['the same field again and again', `{ viewer { ${times(3_000, () => 'name')} } }`],
    ['the same selection again and again', `{ ${times(300, () => 'viewer { name kind }')} }`],
    ['depth', `{ conversations { edges { node { ${'turns { edges { node { conversation { '.repeat(20)}id${' } } } }'.repeat(20)} } } } }`],
    ['depth hidden in fragments', `{ node(id: "x") { ...F0 } } ${times(40, (at) => `fragment F${at} on Turn { conversation { turns { edges { node { ${at < 39 ? `...F${at + 1}` : 'id'} } } } } }`)}`],
    ['fragments that double', `{ ...F0 } ${times(30, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`)} fragment F30 on Query { viewer { name } }`],
    ['directives', `{ viewer { name ${times(200, () => '@include(if: true)')} } }`],
    ['unknown directives', `query ${times(1_000, () => '@a')} { viewer { name } }`],
    ['operations', times(200, (at) => `query Q${at} { viewer { name } }`)],
    ['fragments', `{ viewer { name } } ${times(200, (at) => `fragment F${at} on Viewer { name }`)}`],
    ['tokens', `{ flags(filter: { codes: [${times(5_000, () => '"a"')}] }) { edges { cursor } } }`],
    ['nested values', `{ flags(filter: ${'['.repeat(5_000)}${']'.repeat(5_000)}) { edges { cursor } } }`],
    ['characters', `{ viewer { name } } # ${'x'.repeat(200_000)}`],
  ])('of %s', async (_, document) => {
    const taken = await stepsOf(async () => expect(await ask(document)).toMatchObject(TOO_LARGE));
    expect(taken).toEqual(NOTHING);
  }); // prettier-ignore

  it('of operations in a batch', async () => {
    const batch = JSON.stringify(Array.from({ length: 100 }, () => ({ query: '{ viewer { name } }' })));
    const refused = { status: 400, codes: ['BAD_REQUEST'] };
    expect(await stepsOf(async () => expect(await raw(batch)).toMatchObject(refused))).toEqual(NOTHING);
  });

  it('is the same by GET', async () => {
    const query = new URLSearchParams({ query: `{ ${times(100, (at) => `a${at}: viewer { name }`)} }` });
    const headers = { cookie: ours.cookie, accept: 'application/json', 'apollo-require-preflight': '1' };
    const response = await fetch(`${world.address}/graphql?${query}`, { headers });
    expect([response.status, await response.text()]).toEqual([413, expect.stringContaining('"TOO_LARGE"')]);
  });

  it('of values within each other is not run', async () => {
    steps.executed = 0;
    for (const depth of [100, 1_500, 1_900]) {
      const { status, codes } = await ask(
        `{ flags(filter: ${'['.repeat(depth)}${']'.repeat(depth)}) { edges { cursor } } }`,
      );
      expect({ status, codes }).toEqual(INVALID);
    }
    expect(steps.executed).toBe(0);
  });

  it('cannot come by the hash of a document that was sent before', async () => {
    const hash = createHash('sha256').update('{ viewer { name } }').digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
    const { codes } = await raw(JSON.stringify({ query: '{ viewer { name } }', extensions }));
    expect(codes).toEqual(['PERSISTED_QUERY_NOT_SUPPORTED']);
  });
});

describe('a circle of fragments', () => {
  it.each([
    ['with itself', '{ ...A } fragment A on Query { viewer { name } ...A }'],
    ['of three', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }'],
  ])('%s is refused', async (_, document) => {
    const { executed } = await stepsOf(async () => {
      const { status, codes } = await ask(document);
      expect([status, new Set(codes)]).toEqual([400, new Set(['GRAPHQL_VALIDATION_FAILED'])]);
    });
    expect(executed).toBe(0);
  });
});

describe('cost', () => {
  const DEEP = `query ($n: Int!) { conversations(first: $n) { edges { node { turns(first: $n) { edges { node {
    flags { evidence { quote } } signals { code } } } } } } } }`;

  it('is the same whether the size of a page is written or given', async () => {
    const written = await ask(DEEP.replace('($n: Int!)', '').replaceAll('$n', '3'));
    const given = await ask(DEEP, { n: 3 });
    expect(JSON.parse(given.text)).toMatchObject({ extensions: { cost: { requested: 147 } } });
    expect(costIn(written)).toBe(costIn(given));
  });

  it('over the limit is refused before anything runs, and says both', async () => {
    Object.assign(steps, NOTHING);
    const { status, codes, text } = await ask(DEEP, { n: 100 });
    expect(steps).toEqual(NOTHING);
    expect({ status, codes }).toEqual({ status: 400, codes: ['TOO_COSTLY'] });
    expect(text).toMatch(new RegExp(`This costs \\d{6,}; the limit is ${MAX_COST}\\.`));
  });

  it.each([
    ['a billion', 1_000_000_000, ['TOO_COSTLY']],
    ['a negative number', -1, ['TOO_COSTLY']],
    ['more than any number', 1e308, ['TOO_COSTLY']],
    ['a list', [1], ['TOO_COSTLY']],
    ['a text', '1', ['TOO_COSTLY']],
  ])('cannot be lowered with %s as the size of a page', async (_, n, codes) => {
    expect(await ask(DEEP, { n })).toMatchObject({ codes });
  });

  it('of requests that are refused is told too, so that probing is not free', async () => {
    const before = await ask('{ viewer { name } }');
    await ask('{ secrets }');
    const after = await ask('{ viewer { name } }');
    expect(remainingIn(before) - remainingIn(after)).toBe(2);
  });

  function costIn({ text }: Answer): number {
    return (JSON.parse(text) as { extensions: { cost: { requested: number } } }).extensions.cost.requested;
  }
  function remainingIn({ text }: Answer): number {
    return (JSON.parse(text) as { extensions: { cost: { remaining: number } } }).extensions.cost.remaining;
  }
});

describe('a tampered cursor or id', () => {
  const lists = ['conversations', 'flags', 'quarantine'];
  const cursors = (): [string, string][] => [
    ['no base64', '%%%'],
    ['base64 of nothing', ''],
    ['no JSON', Buffer.from('{').toString('base64url')],
    ['an object', Buffer.from('{"__proto__":[1,2]}').toString('base64url')],
    ['too many parts', Buffer.from('[1,2,3]').toString('base64url')],
    ['SQL', Buffer.from(`["2026-06-01T10:00:00Z","' OR 1=1 --"]`).toString('base64url')],
    ['a moment that is none', Buffer.from(`["9999-99-99","${'0'.repeat(8)}"]`).toString('base64url')],
    ['the cursor of a turn', ids.turnCursor],
  ];

  it.each(lists)('is BAD_INPUT for %s', async (list) => {
    for (const [what, after] of cursors()) {
      const { codes, text } = await ask(`query ($after: String) { ${list}(after: $after) { edges { cursor } } }`, {
        after,
      });
      expect.soft(codes, what).toEqual(['BAD_INPUT']);
      expect.soft(text).not.toMatch(/SELECT|syntax|invalid input/);
    }
  });

  it.each(['%%%', '', 'Q29udmVyc2F0aW9uOg', Buffer.from(`Conversation:' OR 1=1`).toString('base64url')])(
    'such as "%s" is no conversation and no node',
    async (id) => {
      expect((await ask(OPERATIONS['Query.conversation']!.document, { id })).codes).toEqual(['BAD_INPUT']);
      expect(JSON.parse((await ask(OPERATIONS['Query.node']!.document, { id })).text)).toMatchObject({
        data: { node: null },
      });
    },
  );

  it('of another type is refused, and of another organisation not found', async () => {
    const document = OPERATIONS['Query.conversation']!.document;
    for (const id of [ids.clone, ids.flag, ids.turn])
      expect((await ask(document, { id })).codes).toEqual(['BAD_INPUT']);
    expect(JSON.parse((await ask(document, { id: foreign.conversation })).text)).toMatchObject({
      data: { conversation: null },
    });
    const { text } = await ask(OPERATIONS['Query.conversations']!.document, { after: foreign.conversationCursor });
    expect(text).not.toContain('alfamark');
  });
});

describe('an input with more than it should have', () => {
  it.each(['id', 'organisationId', 'organisation_id', 'conversationId', 'receivedAt', 'contentHash', '__typename'])(
    'such as %s is refused whole, and not quoted',
    async (field) => {
      const sent = { ...conversation(), [field]: 'planted words' };
      const { status, codes, text } = await ask(INGEST, { input: { conversations: [sent] } });
      expect({ status, codes }).toEqual({ status: 400, codes: ['BAD_USER_INPUT'] });
      expect(text).not.toContain('planted');
    },
  );

  it.each([
    ['__proto__ in an input', '{"conversations":[{"__proto__":{"polluted":true}}]}'],
    ['constructor in an input', '{"conversations":[{"constructor":{"prototype":{"polluted":true}}}]}'],
    ['__proto__ in a scalar', '{"conversations":[{"source":{"__proto__":{"polluted":true}},"turns":[]}]}'],
    ['__proto__ beside the input', '{"conversations":[],"__proto__":{"polluted":true}}'],
  ])('such as %s pollutes no prototype', async (_, input) => {
    const answer = await raw(
      `{"query":${JSON.stringify(INGEST)},"variables":{"input":${input},"__proto__":{"polluted":true}}}`,
    );
    expect(answer.codes).not.toContain('INTERNAL');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('nested without end refuses its own conversation', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const input = `{"conversations":[{"source":${deep}}]}`;
    const { codes, status } = await raw(`{"query":${JSON.stringify(INGEST)},"variables":{"input":${input}}}`);
    expect(codes).not.toContain('INTERNAL');
    expect(status).toBeLessThan(500);
  });
});

describe('introspection that is off', () => {
  let closed: World;
  beforeAll(async () => {
    closed = await startWorld({ worker: false, settings: { GRAPHQL_INTROSPECTION: 'off' }, beside: world });
  });
  afterAll(() => closed.close());

  it.each(['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }', '{ ...F } fragment F on Query { __schema { types { name } } }'])(
    'refuses %s',
    async (document) => {
      const { text, ...answer } = await ask(document, {}, closed);
      expect(answer).toMatchObject(INVALID);
      expect(text).not.toContain('Conversation');
    },
  ); // prettier-ignore

  it('suggests no names', async () => {
    expect((await ask('{ conversation { id } viewr { name } }', {}, world)).text).toContain('Did you mean');
    for (const document of [
      '{ viewr { name } }',
      '{ viewer { nam } }',
      '{ conversations(frist: 1) { edges { cursor } } }',
    ])
      expect((await ask(document, {}, closed)).text).not.toContain('Did you mean');
  });

  it('still tells the type of what somebody has', async () => {
    expect((await ask('{ viewer { __typename } }', {}, closed)).text).toContain('"Viewer"');
  });
});
