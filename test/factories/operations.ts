import type { GraphqlClient } from '../support/graphql-client.js';
import { conversation } from './conversations.js';

/** Ids and cursors of things that one organisation has. */
export interface Ids {
  organisation: string;
  clone: string;
  cloneVersion: string;
  conversation: string;
  turn: string;
  flag: string;
  party: string;
  person: string;
  serviceKey: string;
  conversationCursor: string;
  turnCursor: string;
  flagCursor: string;
  quarantineCursor: string;
  personCursor: string;
  invitation: string;
  invitationCursor: string;
  session: string;
  webhookEndpoint: string;
  webhookDelivery: string;
  webhookCursor: string;
  serviceKeyCursor: string;
  accessRecordCursor: string;
}

/** Looks up one of everything, as its owner. */
export async function idsOf(client: GraphqlClient): Promise<Ids> {
  const asked = await client.ask(`{
    organisation { id }
    conversations(first: 1) { edges { cursor node { id clone { id versions { id } } turns { edges { cursor node { id } } } } } }
    flags(first: 1) { edges { cursor node { id turn { accountability { accountable { id } } } } } }
    quarantine(first: 1) { edges { cursor } } people(first: 1) { edges { cursor node { id } } }
    invitations(first: 1) { edges { cursor node { id } } } sessions { id }
    serviceKeys(first: 1) { edges { cursor node { id } } } accessRecords(first: 1) { edges { cursor } } }`);
  const { organisation, conversations, flags, quarantine, people, invitations, sessions, serviceKeys, accessRecords } =
    asked;
  // Keys and some roles may not see webhooks.
  const { body } = await client.post('{ webhookDeliveries(first: 1) { edges { cursor node { id endpointId } } } }');
  const delivery = body.data?.webhookDeliveries.edges[0];
  const [talk] = conversations.edges;
  const [turn] = talk.node.turns.edges;
  const [flag] = flags.edges;
  return {
    organisation: organisation.id,
    clone: talk.node.clone.id,
    cloneVersion: talk.node.clone.versions[0].id,
    conversation: talk.node.id,
    turn: turn.node.id,
    flag: flag.node.id,
    person: people.edges[0].node.id,
    personCursor: people.edges[0].cursor,
    invitation: invitations.edges[0].node.id,
    invitationCursor: invitations.edges[0].cursor,
    session: sessions[0].id,
    party: flag.node.turn.accountability.accountable.id,
    serviceKey: serviceKeys.edges[0].node.id,
    conversationCursor: talk.cursor,
    turnCursor: turn.cursor,
    flagCursor: flag.cursor,
    quarantineCursor: quarantine.edges[0].cursor,
    webhookEndpoint: delivery?.node.endpointId,
    webhookDelivery: delivery?.node.id,
    webhookCursor: delivery?.cursor,
    serviceKeyCursor: serviceKeys.edges[0].cursor,
    accessRecordCursor: accessRecords.edges[0].cursor,
  };
}

/** The parts of `Ids` that `node` resolves, by type. */
export const NODE_IDS = {
  Organisation: 'organisation',
  Clone: 'clone',
  CloneVersion: 'cloneVersion',
  Conversation: 'conversation',
  Turn: 'turn',
  Flag: 'flag',
  Party: 'party',
  Person: 'person',
  ServiceKey: 'serviceKey',
} as const satisfies Record<string, keyof Ids>;

type Variables = Record<string, unknown>;

interface Operation {
  document: string;
  /** Valid for whoever has these ids. */
  variables: (ids: Ids) => Variables;
}

/** Valid, but nobody’s: ending one's own session would end the test. */
const NO_SESSION = Buffer.from('Session:01a20c2c-f024-74fe-8061-d5453f2849cb').toString('base64url');

const none = (): Variables => ({});

const PEOPLE_OPERATIONS: Record<string, Operation> = {
  'Mutation.changeRole': {
    document: 'mutation ($input: ChangeRoleInput!) { changeRole(input: $input) { __typename } }',
    variables: (ids) => ({ input: { personId: ids.person, role: 'AUDITOR' } }),
  },
  'Mutation.deactivatePerson': {
    document: 'mutation ($input: PersonInput!) { deactivatePerson(input: $input) { __typename } }',
    variables: (ids) => ({ input: { personId: ids.person } }),
  },
  'Mutation.invitePerson': {
    document: 'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { __typename } }',
    variables: () => ({ input: { email: 'a-new-one@somewhere.example', name: 'Lee', role: 'AUDITOR' } }),
  },
  'Mutation.revokeInvitation': {
    document: 'mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { __typename } }',
    variables: (ids) => ({ input: { invitationId: ids.invitation } }),
  },
  'Mutation.enrolSecondFactor': { document: 'mutation { enrolSecondFactor { __typename } }', variables: none },
  'Mutation.confirmSecondFactor': {
    document: 'mutation ($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { __typename } }',
    variables: () => ({ input: { code: 'none' } }),
  },
  'Mutation.disableSecondFactor': {
    document: 'mutation ($input: DisableSecondFactorInput!) { disableSecondFactor(input: $input) { __typename } }',
    variables: () => ({ input: { password: 'wrong' } }),
  },
  'Mutation.endSession': {
    document: 'mutation ($input: EndSessionInput!) { endSession(input: $input) { __typename } }',
    variables: () => ({ input: { sessionId: NO_SESSION } }),
  },
  'Mutation.endOtherSessions': { document: 'mutation { endOtherSessions { __typename } }', variables: none },
  'Mutation.reactivatePerson': {
    document: 'mutation ($input: PersonInput!) { reactivatePerson(input: $input) { __typename } }',
    variables: (ids) => ({ input: { personId: ids.person } }),
  },
};

export const PEOPLE_MUTATIONS = Object.keys(PEOPLE_OPERATIONS);

/** One plain use of every query and mutation, by its place in the schema. */
export const OPERATIONS: Record<string, Operation> = {
  'Query.accessRecords': {
    // What was read is left out: every question of a test adds to it.
    document: `query ($after: String, $filter: AccessRecordFilter = { operations: [KEY_CREATED, KEY_ROTATED, KEY_REVOKED] }) {
      accessRecords(first: 3, after: $after, filter: $filter) {
        edges { cursor node { id operation actorName subjectIds } } pageInfo { hasNextPage endCursor } } }`,
    variables: none,
  },
  'Query.clone': {
    document: 'query ($id: ID!) { clone(id: $id) { id handle name } }',
    variables: (ids) => ({ id: ids.clone }),
  },
  'Query.clones': { document: '{ clones { id handle name versions { id label } } }', variables: none },
  'Query.conversation': {
    document: 'query ($id: ID!) { conversation(id: $id) { id externalId } }',
    variables: (ids) => ({ id: ids.conversation }),
  },
  'Query.conversations': {
    document: `query ($after: String, $filter: ConversationFilter, $search: String) {
      conversations(first: 3, after: $after, filter: $filter, search: $search) {
        edges { cursor node { id source externalId } } pageInfo { hasNextPage endCursor } } }`,
    variables: none,
  },
  'Query.deadLetters': { document: '{ deadLetters { id event error } }', variables: none },
  'Query.flags': {
    document: `query ($after: String, $filter: FlagFilter) { flags(first: 3, after: $after, filter: $filter) {
      edges { cursor node { id code evidence { quote } } } pageInfo { hasNextPage endCursor } } }`,
    variables: none,
  },
  'Query.invitations': {
    document: `query ($after: String) { invitations(first: 3, after: $after) {
      edges { cursor node { id email name state } } pageInfo { hasNextPage endCursor } } }`,
    variables: none,
  },
  'Query.node': {
    document: 'query ($id: ID!) { node(id: $id) { __typename id } }',
    variables: (ids) => ({ id: ids.clone }),
  },
  'Query.organisation': { document: '{ organisation { id slug name } }', variables: none },
  'Query.people': {
    document: `query ($after: String) { people(first: 3, after: $after) {
      edges { cursor node { id email name role deactivatedAt } } pageInfo { hasNextPage endCursor } } }`,
    variables: none,
  },
  'Query.quarantine': {
    document: `query ($after: String) { quarantine(first: 3, after: $after) {
      edges { cursor node { externalId problems { path message } } } pageInfo { hasNextPage endCursor } } }`,
    variables: none,
  },
  'Query.serviceKeys': {
    document: `query ($after: String) { serviceKeys(first: 3, after: $after) {
      edges { cursor node { id name prefix scopes revokedAt clones { id } } } pageInfo { hasNextPage endCursor } } }`,
    variables: none,
  },
  'Query.sessions': { document: '{ sessions { id client current } }', variables: none },
  'Query.trends': {
    document: `query ($cloneId: ID) { trends(from: "2026-05-31", to: "2026-06-04", cloneId: $cloneId) {
      timeZone days { day callerTurns meanSentiment sentiments { key turns } topics { key turns } } } }`,
    variables: none,
  },
  'Query.viewer': { document: '{ viewer { kind name permissions organisation { id } } }', variables: none },
  'Query.webhookDeliveries': {
    document: `query ($after: String, $filter: WebhookDeliveryFilter) { webhookDeliveries(first: 3, after: $after, filter: $filter) {
      edges { cursor node { id endpointId webhookId body status } } pageInfo { hasNextPage endCursor } } }`,
    variables: none,
  },
  'Query.webhookEndpoints': { document: '{ webhookEndpoints { id url description enabled } }', variables: none },
  'Mutation.createWebhookEndpoint': {
    document: 'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { __typename } }',
    variables: () => ({ input: { url: 'https://hooks.invalid/', eventTypes: ['flag.raised'] } }),
  },
  'Mutation.updateWebhookEndpoint': {
    document: 'mutation ($input: UpdateWebhookEndpointInput!) { updateWebhookEndpoint(input: $input) { __typename } }',
    variables: (ids) => ({ input: { id: ids.webhookEndpoint, description: 'changed' } }),
  },
  'Mutation.rotateWebhookSecret': {
    document: 'mutation ($input: RotateWebhookSecretInput!) { rotateWebhookSecret(input: $input) { __typename } }',
    variables: (ids) => ({ input: { id: ids.webhookEndpoint, immediately: true } }),
  },
  'Mutation.resendWebhookDelivery': {
    document: 'mutation ($input: ResendWebhookDeliveryInput!) { resendWebhookDelivery(input: $input) { __typename } }',
    variables: (ids) => ({ input: { id: ids.webhookDelivery } }),
  },
  'Mutation.sendTestWebhook': {
    document: 'mutation ($input: SendTestWebhookInput!) { sendTestWebhook(input: $input) { __typename } }',
    variables: (ids) => ({ input: { endpointId: ids.webhookEndpoint } }),
  },
  'Mutation.ingestConversations': {
    document:
      'mutation ($input: IngestConversationsInput!) { ingestConversations(input: $input) { outcomes { __typename } } }',
    variables: () => ({ input: { conversations: [conversation()] } }),
  },
  'Mutation.createServiceKey': {
    document: 'mutation ($input: CreateServiceKeyInput!) { createServiceKey(input: $input) { __typename } }',
    variables: (ids) => ({ input: { name: 'made', scopes: ['INGEST'], cloneIds: [ids.clone] } }),
  },
  'Mutation.rotateServiceKey': {
    document: 'mutation ($input: RotateServiceKeyInput!) { rotateServiceKey(input: $input) { __typename } }',
    variables: (ids) => ({ input: { id: ids.serviceKey } }),
  },
  'Mutation.revokeServiceKey': {
    document: 'mutation ($input: RevokeServiceKeyInput!) { revokeServiceKey(input: $input) { __typename } }',
    variables: (ids) => ({ input: { id: ids.serviceKey } }),
  },
  'Mutation.appendTurns': {
    document: 'mutation ($input: AppendTurnsInput!) { appendTurns(input: $input) { outcomes { __typename } } }',
    variables: () => ({ input: { conversations: [] } }),
  },
  ...PEOPLE_OPERATIONS,
};

/** Every query and mutation that the schema has, such as `Query.clones`. */
export async function operationsOfSchema(client: GraphqlClient): Promise<string[]> {
  const { __schema: schema } = await client.ask(`{ __schema {
    queryType { name fields { name } } mutationType { name fields { name } } subscriptionType { name fields { name } } } }`);
  const types: { name: string; fields: { name: string }[] }[] = [
    schema.queryType,
    schema.mutationType,
    schema.subscriptionType,
  ].filter((type) => type !== null);
  return types.flatMap(({ name, fields }) => fields.map((field) => `${name}.${field.name}`)).sort();
}

/** Every type that has a global id. */
export async function nodeTypesOfSchema(client: GraphqlClient): Promise<string[]> {
  const { __type: type } = await client.ask('{ __type(name: "Node") { possibleTypes { name } } }');
  return type.possibleTypes.map(({ name }: { name: string }) => name).sort();
}

/** All that hangs on a conversation. */
export const WHOLE_CONVERSATION = `id externalId clone { id name } cloneVersion { id label }
  digest { language sentiment topics highestSeverity } flags { id code }
  turns(first: 20) { edges { node { id index said generated sentiment { label score } signals { detector code outcome }
    analyses { engine } flags { code evidence { start end quote } }
    accountability { outcome accountable { id name } fallback { id } } conversation { id } } } }`;
