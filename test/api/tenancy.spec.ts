import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClonesService } from '#clones';
import { OverviewService } from '#insights';
import { conversation, INGEST, ndjson } from '../factories/conversations.js';
import { everythingOf, fill, moveIn, type Neighbour, sharedConversations } from '../factories/neighbours.js';
import {
  type Ids,
  idsOf,
  NODE_IDS,
  nodeTypesOfSchema,
  OPERATIONS,
  operationsOfSchema,
  PEOPLE_MUTATIONS,
  SUBSCRIPTIONS,
  WHOLE_CONVERSATION,
} from '../factories/operations.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let ours: Neighbour;
let theirs: Neighbour;
let theirIds: Ids;
/** What we were told before anybody else was there. */
let alone: Record<string, unknown>;

beforeAll(async () => {
  world = await startWorld();
  ours = await moveIn(world, 'betamark');
  await fill(world, ours);
  alone = await allWeCanAsk();
  theirs = await moveIn(world, 'alfamark');
  await fill(world, theirs);
  const { organisation, person } = theirs;
  const names = { name: 'theirs', principalName: 'theirs', principalTitle: 'theirs' };
  const { id: cloneId } = await world.get(ClonesService).add(organisation.id, { ...names, handle: 'only-theirs' });
  for (const of of [cloneId, theirs.clone.id])
    await world
      .get(ClonesService)
      .addVersion(organisation.id, { cloneId: of, label: 'only-theirs', provider: 'p', model: 'm' });
  await person.ask(INGEST, { input: { conversations: [onlyTheirs('alfamark')] } });
  await world.analysed(organisation.id);
  theirIds = await idsOf(person);
});
afterAll(() => world.close());

function onlyTheirs(mark: string) {
  return { ...sharedConversations(mark)[0]!, externalId: 'only-theirs' };
}

async function allWeCanAsk(): Promise<Record<string, unknown>> {
  const ids = await idsOf(ours.person);
  const answers: Record<string, unknown> = { overview: await world.get(OverviewService).of(ours.owner) };
  for (const [name, { document, variables }] of Object.entries(OPERATIONS)) {
    if (name.startsWith('Query.')) answers[name] = await ours.person.ask(document, variables(ids));
  }
  answers['search'] = await ours.person.ask(OPERATIONS['Query.conversations']!.document, { search: 'late fee' });
  answers['whole'] = await ours.person.ask(`{ conversations { edges { node { ${WHOLE_CONVERSATION} } } } }`);
  return answers;
}

function expectNothingOfTheirs(answer: unknown): void {
  const text = JSON.stringify(answer);
  const { slug, name } = theirs.organisation;
  const traces = [theirs.mark, slug, `"${name}"`, theirs.organisation.id, 'only-theirs'];
  for (const trace of traces) expect(text).not.toContain(trace);
  // Cursors are ours to give back, ids are not.
  for (const part of Object.values(NODE_IDS)) expect(text).not.toContain(theirIds[part]);
}

type Variables = Record<string, unknown>;

/** Ways to reach for what is theirs, by query. */
const REACHES: Record<string, (ids: Ids) => Variables[]> = {
  'Query.accessRecords': (ids) => [
    { after: ids.accessRecordCursor },
    { filter: { subjectId: ids.serviceKey } },
    { filter: { subjectId: ids.conversation } },
  ],
  'Query.clone': (ids) => [{ id: ids.clone }],
  'Query.clones': () => [{}],
  'Query.conversation': (ids) => [{ id: ids.conversation }],
  'Query.conversations': (ids) => [
    { after: ids.conversationCursor },
    { filter: { cloneId: ids.clone } },
    { search: theirs.mark },
    { search: theirs.mark.slice(0, 3) },
  ],
  'Query.deadLetters': () => [{}],
  'Query.flags': (ids) => [{ after: ids.flagCursor }, { filter: { cloneId: ids.clone } }],
  'Query.invitations': (ids) => [{ after: ids.invitationCursor }],
  'Query.node': (ids) => Object.values(NODE_IDS).map((part) => ({ id: ids[part] })),
  'Query.organisation': () => [{}],
  'Query.people': (ids) => [{ after: ids.personCursor }],
  'Query.quarantine': (ids) => [{ after: ids.quarantineCursor }],
  'Query.serviceKeys': (ids) => [{ after: ids.serviceKeyCursor }],
  'Query.sessions': () => [{}],
  'Query.trends': (ids) => [{ cloneId: ids.clone }],
  'Query.viewer': () => [{}],
  'Query.webhookDeliveries': (ids) => [{ after: ids.webhookCursor }, { filter: { endpointId: ids.webhookEndpoint } }],
  'Query.webhookEndpoints': () => [{}],
};

/** The mutations, each with a test of its own below or, of people and sessions, in tenancy-people.spec.ts; subscriptions are tried in tenancy-subscriptions.spec.ts. */
const MUTATIONS = [
  'Mutation.appendTurns',
  'Mutation.createServiceKey',
  'Mutation.createWebhookEndpoint',
  'Mutation.ingestConversations',
  'Mutation.resendWebhookDelivery',
  'Mutation.revokeServiceKey',
  'Mutation.rotateServiceKey',
  'Mutation.rotateWebhookSecret',
  'Mutation.sendTestWebhook',
  'Mutation.updateWebhookEndpoint',
  ...PEOPLE_MUTATIONS,
];
const ROUTES = [
  'GET /',
  'GET /favicon.ico',
  'GET /healthz',
  'GET /invitation',
  'GET /readyz',
  'GET /reset',
  'GET /sign-in',
  'GET /sign-in/openid',
  'GET /sign-in/openid/callback',
  'POST /invitation',
  'POST /reset',
  'POST /sign-in',
  'POST /sign-out',
  'POST /v1/conversations',
];

describe('the list of what is tried', () => {
  it('names every query, mutation and subscription of the schema', async () => {
    const tried = [...Object.keys(REACHES), ...MUTATIONS, ...SUBSCRIPTIONS].sort();
    expect(await operationsOfSchema(ours.person)).toEqual(tried);
    expect(Object.keys(OPERATIONS).sort()).toEqual(tried);
  });

  it('names every type that has an id', async () => {
    expect(await nodeTypesOfSchema(ours.person)).toEqual(Object.keys(NODE_IDS).sort());
  });

  it('names every HTTP route', () => {
    const { router } = world.app.getHttpAdapter().getInstance() as {
      router: { stack: { route?: { path: string; methods: Record<string, boolean> } }[] };
    };
    const routes = router.stack.flatMap(({ route }) =>
      route === undefined ? [] : Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`),
    );
    expect(routes.sort()).toEqual(ROUTES);
  });
});

describe('an organisation with a neighbour that uses the same names', () => {
  it('is answered exactly as if it were alone', async () => {
    const answers = await allWeCanAsk();
    for (const [name, answer] of Object.entries(answers)) expect(answer, name).toEqual(alone[name]);
    expectNothingOfTheirs(answers);
    expect(JSON.stringify(answers)).toContain(ours.mark);
  });

  it.each(Object.keys(REACHES))('gets nothing of the neighbour from %s', async (name) => {
    const { document } = OPERATIONS[name]!; // the same keys, see above
    for (const variables of REACHES[name]!(theirIds)) {
      // The same question finds something when its owner asks it.
      expect(JSON.stringify(await theirs.person.ask(document, variables))).toMatch(/"(id|cursor|turns)":/);
      const answer = await ours.person.ask(document, variables);
      expectNothingOfTheirs(answer);
      if ('id' in variables) expect(Object.values(answer)).toEqual([null]);
      if ('filter' in variables || 'search' in variables)
        expect(Object.values(answer)).toEqual([{ edges: [], pageInfo: { hasNextPage: false, endCursor: null } }]);
      if ('after' in variables) expect(JSON.stringify(answer)).toContain('"cursor"');
      if ('cloneId' in variables) expect(JSON.stringify(answer)).not.toMatch(/"callerTurns":[1-9]/);
    }
  });

  it('pages through its own turns from a place in the neighbour’s', async () => {
    const { conversation: id } = await idsOf(ours.person);
    const document = `query ($id: ID!, $after: String) { conversation(id: $id) { turns(after: $after) { edges { node { said } } } } }`;
    const answer = await ours.person.ask(document, { id, after: theirIds.turnCursor });
    expect(answer.conversation.turns.edges).toHaveLength(2);
    expectNothingOfTheirs(answer);
  });
});

describe('what one organisation sends', () => {
  it('Mutation.ingestConversations meets its own clones, versions and identities only', async () => {
    const before = await everythingOf(world, theirs.organisation.id);
    const [shared] = sharedConversations(theirs.mark); // word for word what the neighbour sent
    const sent = [
      conversation({ clone: 'only-theirs' }),
      conversation({ cloneVersion: 'only-theirs' }),
      onlyTheirs('alfamark'),
      shared,
      { ...shared, externalId: '' },
    ];
    const { ingestConversations } = await ours.person.ask(INGEST, { input: { conversations: sent } });
    const unknown = (path: string) => [{ path, message: 'is not known here' }];
    expect(ingestConversations.outcomes).toEqual([
      expect.objectContaining({ __typename: 'ConversationRejected', problems: unknown('clone') }),
      expect.objectContaining({ __typename: 'ConversationRejected', problems: unknown('cloneVersion') }),
      expect.objectContaining({ __typename: 'ConversationAccepted', turnsAccepted: 3, turnsKnown: 0 }),
      expect.objectContaining({ __typename: 'ConversationConflict' }),
      expect.objectContaining({ __typename: 'ConversationRejected' }),
    ]);
    await world.analysed(ours.organisation.id);
    expect(await everythingOf(world, theirs.organisation.id)).toBe(before);
  });

  it('Mutation.appendTurns reaches its own conversations only', async () => {
    await theirs.person.ask(INGEST, { input: { conversations: [{ ...onlyTheirs('alfamark'), externalId: 'live' }] } });
    await world.analysed(theirs.organisation.id);
    const before = await everythingOf(world, theirs.organisation.id);
    const turns = [{ index: 3, speaker: 'CALLER', said: 'one more thing' }];
    const input = {
      conversations: ['live', 'shared-2'].map((externalId) => ({ source: 'shared', externalId, turns })),
    };
    const { appendTurns } = await ours.person.ask(OPERATIONS['Mutation.appendTurns']!.document, { input });
    expect(appendTurns.outcomes).toEqual([
      { __typename: 'ConversationRejected' },
      { __typename: 'ConversationAccepted' },
    ]);
    await world.analysed(ours.organisation.id);
    expect(await everythingOf(world, theirs.organisation.id)).toBe(before);
  });

  it('POST /v1/conversations meets its own clones and identities only', async () => {
    const before = await everythingOf(world, theirs.organisation.id);
    const identity = { ...onlyTheirs('alfamark'), externalId: 'live' };
    const { lines } = await ours.client.send(ndjson(conversation({ clone: 'only-theirs' }), identity, identity));
    expect(lines.map(({ outcome }) => outcome)).toEqual(['REJECTED', 'ACCEPTED', 'DUPLICATE']);
    await world.analysed(ours.organisation.id);
    expect(await everythingOf(world, theirs.organisation.id)).toBe(before);
  });
});

describe('webhooks', () => {
  it.each(['resendWebhookDelivery', 'rotateWebhookSecret', 'sendTestWebhook', 'updateWebhookEndpoint'])(
    'Mutation.%s finds nothing of the neighbour’s',
    async (name) => {
      const before = await everythingOf(world, theirs.organisation.id);
      const { document, variables } = OPERATIONS[`Mutation.${name}`]!; // see the list above
      const { body } = await ours.person.post(document, variables(theirIds));
      expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
      expect(await everythingOf(world, theirs.organisation.id)).toBe(before);
    },
  );

  it('Mutation.createWebhookEndpoint makes an endpoint that hears of its own organisation only', async () => {
    const { document, variables } = OPERATIONS['Mutation.createWebhookEndpoint']!; // see the list above
    await ours.person.ask(document, variables(theirIds));
    const sent = { ...onlyTheirs('alfamark'), externalId: 'after the webhook' };
    await theirs.person.ask(INGEST, { input: { conversations: [sent] } });
    await world.analysed(theirs.organisation.id);
    const { webhookDeliveries } = await ours.person.ask('{ webhookDeliveries { edges { node { status } } } }');
    expect(webhookDeliveries.edges).toEqual([{ node: { status: 'DEAD' } }, { node: { status: 'DEAD' } }]);
  });
});

describe('what one organisation does about keys', () => {
  it.each(['rotate', 'revoke'])('Mutation.%sServiceKey does not reach the key of a neighbour', async (verb) => {
    const before = await everythingOf(world, theirs.organisation.id);
    const { document } = OPERATIONS[`Mutation.${verb}ServiceKey`]!; // it is there, see above
    const { body } = await ours.person.post(document, { input: { id: theirIds.serviceKey } });
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    expect(await everythingOf(world, theirs.organisation.id)).toBe(before);
  });

  it('Mutation.createServiceKey restricts no key to the clone of a neighbour', async () => {
    const { document } = OPERATIONS['Mutation.createServiceKey']!; // the same
    const input = { name: 'reach', scopes: ['INGEST'], cloneIds: [theirIds.clone] };
    expect(await ours.person.ask(document, { input })).toEqual({ createServiceKey: { __typename: 'CloneUnknown' } });
  });
});

describe('the pages for people', () => {
  it('GET /, /favicon.ico, /healthz, /invitation, /readyz, /reset, /sign-in, /sign-in/openid and its callback say nothing about anybody', async () => {
    const paths = ['/', '/favicon.ico', '/healthz', '/invitation', '/readyz', '/reset'];
    for (const path of [...paths, '/sign-in', '/sign-in/openid', '/sign-in/openid/callback']) {
      const response = await fetch(`${world.address}${path}`, { headers: { cookie: ours.cookie }, redirect: 'manual' });
      expectNothingOfTheirs(await response.text());
    }
  });

  it('POST /sign-in lets a person into their own organisation, POST /sign-out ends their own session only', async () => {
    const slug = async (cookie: string) => {
      const { body } = await world.client(cookie).post('{ organisation { slug } }');
      return body.data?.organisation.slug;
    };
    expect([await slug(ours.cookie), await slug(theirs.cookie)]).toEqual([
      ours.organisation.slug,
      theirs.organisation.slug,
    ]);
    await fetch(`${world.address}/sign-out`, { method: 'POST', headers: { cookie: ours.cookie }, redirect: 'manual' });
    expect([await slug(ours.cookie), await slug(theirs.cookie)]).toEqual([undefined, theirs.organisation.slug]);
  });
});
