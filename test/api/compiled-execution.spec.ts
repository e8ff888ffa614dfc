import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#accounts';
import { compiledExecution } from '../../apps/api/src/graphql/compiled-execution.js';
import { RequestContext } from '../../apps/api/src/relay/context.js';
import { formatError } from '../../apps/api/src/web/error.filter.js';
import { fill, moveIn, type Neighbour } from '../factories/neighbours.js';
import { type Ids, idsOf, OPERATIONS, WHOLE_CONVERSATION } from '../factories/operations.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let theirs: Neighbour;
let ours: Neighbour;
let ids: Ids;
let foreign: Ids;
let plain: ApolloServer<RequestContext>;
let compiled: ApolloServer<RequestContext>;
/** Every operation, with the same variables each time. */
const asked: Record<string, Asked> = {};
/** How many answers the compiled code gave. */
let answered = 0;

beforeAll(async () => {
  world = await startWorld();
  theirs = await moveIn(world, 'alfamark');
  ours = await moveIn(world, 'betamark');
  for (const neighbour of [theirs, ours]) await fill(world, neighbour);
  [foreign, ids] = [await idsOf(theirs.person), await idsOf(ours.person)];
  for (const [name, { document, variables }] of Object.entries(OPERATIONS))
    asked[name] = { query: document, variables: variables(ids) };
  const { schema } = world.get(GraphQLSchemaHost);
  const settings = { schema, formatError, includeStacktraceInErrorResponses: false };
  plain = new ApolloServer<RequestContext>(settings);
  compiled = new ApolloServer<RequestContext>({ ...settings, plugins: [counted(compiledExecution(0))] });
  await plain.start();
  await compiled.start();
});
afterAll(async () => {
  await plain.stop();
  await compiled.stop();
  await world.close();
});

function counted(plugin: ApolloServerPlugin<RequestContext>): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart(request) {
      const listener = await plugin.requestDidStart!(request); // it has this hook
      return {
        async responseForOperation(context) {
          const response = await listener!.responseForOperation!(context); // and this one
          if (response !== null) answered += 1;
          return response;
        },
      };
    },
  };
}

interface Asked {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** The answer as it goes over the wire, without the ids that our faults get anew each time. */
async function answerOf(server: ApolloServer<RequestContext>, one: Asked, actor: Actor): Promise<string> {
  const { body, http } = await server.executeOperation(one, {
    contextValue: new RequestContext(actor, { address: null, userAgent: null, requestId: null, reason: null }),
  });
  if (body.kind !== 'single') throw new Error('Not a single answer.');
  const text = JSON.stringify([http.status ?? 200, body.singleResult.errors, body.singleResult.data]);
  return text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
}

async function compare(one: Asked, actor = ours.owner): Promise<{ answer: string; byCompiled: boolean }> {
  const expected = await answerOf(plain, one, actor);
  const before = answered;
  const answer = await answerOf(compiled, one, actor);
  expect(answer).toBe(expected);
  return { answer, byCompiled: answered > before };
}

describe('compiled execution', () => {
  it.each(Object.keys(OPERATIONS))('answers %s byte for byte as graphql-js does', async (name) => {
    const one = asked[name]!; // it comes from the same table
    // What a mutation changes is changed before, so that both answer to the same state.
    if (name.startsWith('Mutation.')) await answerOf(plain, one, ours.owner);
    const { byCompiled } = await compare(one);
    expect(byCompiled).toBe(name.startsWith('Query.'));
  });

  it.each([
    ['a whole page', `{ conversations(first: 3) { edges { cursor node { ${WHOLE_CONVERSATION} } } pageInfo { endCursor } } }`],
    ['fragments that overlap', `{ conversations(first: 2) { ...A edges { node { id ...B externalId } } } }
      fragment A on ConversationConnection { edges { cursor node { channel id } } } fragment B on Node { id __typename }`],
    ['aliases', '{ a: viewer { n: name } b: viewer { name kind } c: clones { id: handle } }'],
    ['the schema', '{ __schema { queryType { name } types { name kind fields { name args { name defaultValue } } } } __typename }'],
    ['a type', '{ __type(name: "Severity") { enumValues { name description } } }'],
    ['an empty list', '{ conversations(filter: { language: "xx" }) { edges { cursor } pageInfo { hasNextPage endCursor } } }'],
  ])('answers %s as graphql-js does', async (_, query) => {
    expect(await compare({ query })).toMatchObject({ byCompiled: true });
  }); // prettier-ignore

  it.each([true, false])('includes and skips as graphql-js does, with %s', async (on) => {
    const query = `query ($on: Boolean!) { viewer { name @include(if: $on) kind @skip(if: $on) ...V @include(if: $on) } }
      fragment V on Viewer { permissions }`;
    expect(await compare({ query, variables: { on } })).toMatchObject({ byCompiled: true });
  });

  it.each([
    ['null', { first: null }],
    ['left out', {}],
    ['given', { first: 1 }],
  ])('takes a page size that is %s in a nullable variable', async (_, variables) => {
    const query = 'query ($first: Int) { conversations(first: $first) { edges { node { id } } } }';
    const { answer } = await compare({ query, variables });
    expect(answer).toMatch(/^\[200,null,/);
  });

  it('runs the operation that is named', async () => {
    const query = 'query a { viewer { name } } query b { viewer { kind } }';
    for (const operationName of ['a', 'b']) await compare({ query, operationName });
  });
});

describe('a faulty request', () => {
  const N = 'query ($n: Int!) { flags(first: $n) { edges { cursor } } }';
  it.each<[string, () => Asked]>([
    ['no GraphQL', () => ({ query: '{ viewer {' })],
    ['an unknown field', () => ({ query: '{ secrets }' })],
    ['no operation of this name', () => ({ query: 'query a { viewer { name } }', operationName: 'b' })],
    ['several operations and no name', () => ({ query: 'query a { viewer { name } } query b { viewer { name } }' })],
    ['a variable of the wrong kind', () => ({ query: N, variables: { n: 'many' } })],
    ['a fraction', () => ({ query: N, variables: { n: 1.5 } })],
    ['a number over 32 bits', () => ({ query: N, variables: { n: 2 ** 40 } })],
    ['a variable that is missing', () => ({ query: N })],
    ['a variable that is null', () => ({ query: N, variables: { n: null } })],
    ['an unknown field of an input', () => ({ query: OPERATIONS['Query.flags']!.document, variables: { filter: { x: 1 } } })],
    ['a moment that is none', () => ({ query: OPERATIONS['Query.flags']!.document, variables: { filter: { from: 'soon' } } })],
    ['an unknown severity', () => ({ query: OPERATIONS['Query.flags']!.document, variables: { filter: { severityAtLeast: 'BAD' } } })],
    ['a page that is too long', () => ({ query: N, variables: { n: 101 } })],
    ['a broken cursor', () => ({ query: OPERATIONS['Query.conversations']!.document, variables: { after: '%%%' } })],
    ['a cursor of another list', () => ({ query: OPERATIONS['Query.conversations']!.document, variables: { after: ids.turnCursor } })],
    ['an id of another type', () => ({ query: OPERATIONS['Query.conversation']!.document, variables: { id: ids.clone } })],
    ['an id of another organisation', () => ({ query: OPERATIONS['Query.conversation']!.document, variables: { id: foreign.conversation } })],
    ['a node of another organisation', () => ({ query: OPERATIONS['Query.node']!.document, variables: { id: foreign.turn } })],
    ['a day that is none', () => ({ query: '{ trends(from: "2026-02-31", to: "2026-03-01") { timeZone } }' })],
    ['one error beside what is right', () => ({ query: '{ viewer { name } conversation(id: "x") { id } }' })],
    ['an error below a page', () => ({ query: '{ conversations { edges { node { id turns(first: 0) { edges { cursor } } } } } }' })],
    ['two errors', () => ({ query: '{ a: conversation(id: "x") { id } b: conversation(id: "y") { id } }' })],
  ])('with %s is answered as graphql-js does', async (_, faulty) => {
    await compare(faulty());
  }); // prettier-ignore

  it('that is not allowed is answered as graphql-js does', async () => {
    const { organisationId, id, name } = ours.owner;
    const secret = { cloneIds: null, secretHash: Buffer.alloc(32) };
    const actor: Actor = { kind: 'KEY', organisationId, id, name, scopes: ['ingest'], ...secret };
    for (const one of Object.values(asked)) await compare(one, actor);
  });

  it.each([
    ['in a list that must be there', 'flag', '{ conversations { edges { node { id flags { id } } } } viewer { name } }'],
    ['in what may be null', 'conversation_digest', '{ conversation(id: "ID") { id digest { language } clone { name } } }'],
    ['at the top', 'conversation', '{ conversations { edges { cursor } } }'],
  ])('of ours %s makes null what graphql-js makes null', async (_, table, query) => {
    await world.owner.query(`ALTER TABLE ${table} RENAME TO gone`);
    const { answer } = await compare({ query: query.replace('ID', ids.conversation) }).finally(() =>
      world.owner.query(`ALTER TABLE gone RENAME TO ${table}`),
    );
    expect(answer).toContain('"code":"INTERNAL"');
    expect(answer).not.toMatch(/relation|SELECT/);
  }); // prettier-ignore
});
