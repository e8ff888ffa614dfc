import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeysService, type Permission, PERMISSIONS, ROLES, SCOPES } from '#accounts';
import { ndjson } from '../factories/conversations.js';
import { fill, moveIn, type Neighbour } from '../factories/neighbours.js';
import {
  type Ids,
  idsOf,
  NODE_IDS,
  nodeTypesOfSchema,
  OPERATIONS,
  operationsOfSchema,
} from '../factories/operations.js';
import { signIn } from '../factories/organisations.js';
import type { GraphqlAnswer, GraphqlClient } from '../support/graphql-client.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let organisation: Neighbour;
let ids: Ids;
/** One person of each role, and one key of each scope, of none and of all. */
const actors = new Map<string, GraphqlClient>();

beforeAll(async () => {
  world = await startWorld();
  organisation = await moveIn(world, 'mark');
  await fill(world, organisation);
  ids = await idsOf(organisation.person);
  actors.set('OWNER', organisation.person);
  for (const role of ROLES.filter((one) => one !== 'OWNER'))
    actors.set(role, world.client(await signIn(world, organisation.organisation, role)));
  for (const scopes of [[], ...SCOPES.map((scope) => [scope]), SCOPES]) {
    const { secret } = await world.get(KeysService).create(organisation.organisation.id, { name: 'key', scopes });
    actors.set(keyName(scopes), world.client(secret));
  }
});
afterAll(() => world.close());

function keyName(scopes: readonly string[]): string {
  return `key for ${scopes.join(' ') || 'nothing'}`;
}

/** Whom the table allows it; everybody when it takes no permission. */
function allowedBy(permission: Permission | null): string[] {
  if (permission === null) return [...actors.keys()].sort();
  const { roles, scopes } = PERMISSIONS[permission];
  const keys = [[], ...SCOPES.map((scope) => [scope]), SCOPES].filter((held) =>
    held.some((scope) => (scopes as readonly string[]).includes(scope)),
  );
  return [...roles, ...keys.map(keyName)].sort();
}

/** Who gets an answer. Everybody else must be told that there is nothing. */
async function whoMay(
  ask: (client: GraphqlClient) => Promise<{ status: number; body: GraphqlAnswer }>,
): Promise<string[]> {
  const allowed = [];
  for (const [name, client] of actors) {
    const { body } = await ask(client);
    if (body.errors === undefined) allowed.push(name);
    else
      expect(
        body.errors.map(({ extensions }) => extensions.code),
        name,
      ).toEqual(['NOT_FOUND']);
  }
  return allowed.sort();
}

/** What a subscription answers at its beginning: a refusal, or nothing yet. */
async function begin(client: GraphqlClient, document: string, variables: Record<string, unknown>) {
  const subscriber = await client.connect();
  const id = await subscriber.follow(document, variables);
  const [first] = subscriber.of(id);
  subscriber.close();
  return { status: 200, body: (first?.payload ?? { data: null }) as GraphqlAnswer }; // the payload of an answer is one
}

/** What each operation takes. Null: only to be known. */
const NEEDED: Record<string, Permission | null> = {
  'Query.accessRecords': 'access-record.read',
  'Query.clone': 'clone.read',
  'Query.clones': 'clone.read',
  'Query.conversation': 'conversation.read',
  'Query.conversations': 'conversation.read',
  'Query.deadLetters': 'dead-letter.read',
  'Query.flags': 'flag.read',
  'Query.node': 'clone.read', // of a clone; the other types stand below
  'Query.invitations': 'person.read',
  'Query.organisation': null,
  'Query.people': 'person.read',
  'Query.quarantine': 'quarantine.read',
  'Query.serviceKeys': 'key.manage',
  'Query.sessions': null, // one's own
  'Query.trends': 'trend.read',
  'Query.viewer': null,
  'Query.webhookDeliveries': 'webhook.manage',
  'Query.webhookEndpoints': 'webhook.manage',
  'Mutation.appendTurns': 'conversation.ingest',
  'Mutation.createServiceKey': 'key.manage',
  'Mutation.revokeServiceKey': 'key.manage',
  'Mutation.rotateServiceKey': 'key.manage',
  'Mutation.changeRole': 'person.manage',
  'Mutation.confirmSecondFactor': null, // one's own
  'Mutation.deactivatePerson': 'person.manage',
  'Mutation.disableSecondFactor': null,
  'Mutation.endOtherSessions': null,
  'Mutation.endSession': null,
  'Mutation.enrolSecondFactor': null,
  'Mutation.createWebhookEndpoint': 'webhook.manage',
  'Mutation.ingestConversations': 'conversation.ingest',
  'Mutation.invitePerson': 'person.manage',
  'Mutation.issueSignInReset': 'person.manage',
  'Mutation.reactivatePerson': 'person.manage',
  'Mutation.requireAccessReason': 'organisation.manage',
  'Mutation.revokeInvitation': 'person.manage',
  'Mutation.resendWebhookDelivery': 'webhook.manage',
  'Mutation.rotateWebhookSecret': 'webhook.manage',
  'Mutation.sendTestWebhook': 'webhook.manage',
  'Mutation.updateWebhookEndpoint': 'webhook.manage',
  'Subscription.conversationAnalysed': 'conversation.read',
  'Subscription.flagRaised': 'flag.read',
};

const NEEDED_FOR_NODE: Record<keyof typeof NODE_IDS, Permission | null> = {
  Organisation: null,
  Clone: 'clone.read',
  CloneVersion: 'clone.read',
  Conversation: 'conversation.read',
  Turn: 'conversation.read',
  Flag: 'flag.read',
  Party: 'accountability.read',
  Person: 'person.read',
  ServiceKey: 'key.manage',
};

/** What a field of a conversation takes beyond reading the conversation, asked by those who may read it. */
const NEEDED_IN_CONVERSATION: Record<string, Permission> = {
  'clone { id }': 'clone.read',
  'cloneVersion { id }': 'clone.read',
  'digest { topics }': 'conversation.read',
  'flags { id }': 'flag.read',
  'turns { edges { node { said } } }': 'conversation.read',
  'turns { edges { node { signals { code } } } }': 'conversation.read',
  'turns { edges { node { sentiment { label } } } }': 'conversation.read',
  'turns { edges { node { analyses { engine } } } }': 'conversation.read',
  'turns { edges { node { flags { id } } } }': 'flag.read',
  'turns { edges { node { accountability { outcome } } } }': 'accountability.read',
};

/** What shows more to those who have it, and refuses nobody. */
const SEEN: Record<string, Permission> = { 'words as they were said': 'transcript.read' };

describe('the table of permissions', () => {
  it('is enforced for every operation of the schema, and every permission is used by one', async () => {
    expect(Object.keys(NEEDED).sort()).toEqual(await operationsOfSchema(organisation.client));
    expect(Object.keys(NEEDED_FOR_NODE).sort()).toEqual(await nodeTypesOfSchema(organisation.client));
    const used = [NEEDED, NEEDED_FOR_NODE, NEEDED_IN_CONVERSATION, SEEN].flatMap((table) => Object.values(table));
    expect(new Set(used)).toEqual(new Set([null, ...Object.keys(PERMISSIONS)]));
  });

  it.each(Object.entries(NEEDED))('%s is answered exactly to those who have %s', async (name, permission) => {
    const { document, variables } = OPERATIONS[name]!; // the same keys, see above
    const asked = variables(ids);
    const ask = (client: GraphqlClient) =>
      name.startsWith('Subscription.') ? begin(client, document, asked) : client.post(document, asked);
    expect(await whoMay(ask)).toEqual(allowedBy(permission));
  });

  it.each(Object.entries(NEEDED_FOR_NODE))(
    'node of a %s is answered exactly to those who have %s',
    async (type, permission) => {
      const id = ids[NODE_IDS[type as keyof typeof NODE_IDS]]; // the keys of the same table
      const ask = (client: GraphqlClient) =>
        client.post('query ($id: ID!) { node(id: $id) { id __typename } }', { id });
      expect(await whoMay(ask)).toEqual(allowedBy(permission));
    },
  );

  it.each(Object.entries(NEEDED_IN_CONVERSATION))('of a conversation, %s takes %s', async (selection, permission) => {
    const document = `query ($id: ID!) { conversation(id: $id) { ${selection} } }`;
    const readers = allowedBy('conversation.read');
    const expected = readers.filter((name) => allowedBy(permission).includes(name));
    for (const name of readers) {
      const { body } = await actors.get(name)!.post(document, { id: ids.conversation }); // every name is an actor
      const codes = [...new Set(body.errors?.map(({ extensions }) => extensions.code))];
      expect(codes, name).toEqual(expected.includes(name) ? [] : ['NOT_FOUND']);
    }
  });

  it('POST /v1/conversations is answered exactly to those who may ingest', async () => {
    const allowed = [];
    for (const [name, client] of actors) {
      const { status, lines } = await client.send(ndjson({}));
      expect([200, 404], name).toContain(status);
      if (status === 200) allowed.push(name);
      else expect(lines).toEqual([{ error: expect.objectContaining({ code: 'NOT_FOUND' }) }]);
    }
    expect(allowed.sort()).toEqual(allowedBy('conversation.ingest'));
  });

  it('is what viewer says of each of them', async () => {
    for (const [name, client] of actors) {
      const { viewer } = await client.ask('{ viewer { kind permissions everyPermission { permission held reason } } }');
      const answers: { permission: string; held: boolean; reason: string | null }[] = viewer.everyPermission;
      const own = (Object.keys(PERMISSIONS) as Permission[]).filter((one) => allowedBy(one).includes(name)); // a closed record
      expect(viewer, name).toMatchObject({ kind: name.startsWith('key') ? 'KEY' : 'PERSON', permissions: own });
      expect(answers.map(({ permission }) => permission)).toEqual(Object.keys(PERMISSIONS));
      expect(answers.filter(({ held }) => held).map(({ permission }) => permission)).toEqual(own);
      for (const { held, reason } of answers)
        expect(reason).toEqual(held ? null : expect.stringMatching(/^(It|No) .+\.$/));
    }
  });
});

describe('a key', () => {
  it.each(['', 'ans_unknown', 'ans_\u00e5'])(
    'that is not known (%j) is answered UNAUTHENTICATED with status 401',
    async (key) => {
      for (const path of ['/graphql', '/v1/conversations']) {
        const type = path === '/graphql' ? 'application/json' : 'application/x-ndjson';
        const response = await fetch(`${world.address}${path}`, {
          method: 'POST',
          headers: { 'content-type': type, authorization: `Bearer ${key}` },
          body: '{"query":"{ viewer { name } }"}',
        });
        expect(response.status, path).toBe(401);
        expect(await response.text()).toContain('UNAUTHENTICATED');
      }
    },
  );

  it('stops at the request after it was revoked', async () => {
    const { id } = organisation.organisation;
    const { key, secret } = await world.get(KeysService).create(id, { name: 'short-lived', scopes: SCOPES });
    const client = world.client(secret);
    expect((await client.ask('{ viewer { name } }')).viewer.name).toBe('short-lived');
    await world.get(KeysService).revoke(id, key.prefix);
    const { status, body } = await client.post('{ viewer { name } }');
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});
