import type { GraphqlClient } from '../support/graphql-client.js';
import { conversation } from './conversations.js';
import type { Ids } from './ids.js';
import { none, type Operation, PEOPLE_OPERATIONS } from './people-operations.js';

export { type Ids, idsOf } from './ids.js';

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

export const PEOPLE_MUTATIONS = Object.keys(PEOPLE_OPERATIONS);

const SUBSCRIPTION_OPERATIONS: Record<string, Operation> = {
  'Subscription.conversationAnalysed': {
    document: `subscription ($cloneId: ID) { conversationAnalysed(cloneId: $cloneId) { flagCount
      conversation { id externalId clone { id } turns { edges { node { id said } } } } } }`,
    variables: none,
    records: ['CONVERSATION_READ', 'TRANSCRIPT_READ'],
  },
  'Subscription.flagRaised': {
    document: `subscription ($cloneId: ID, $severityAtLeast: Severity) {
      flagRaised(cloneId: $cloneId, severityAtLeast: $severityAtLeast) {
        id code severity clone { id } turn { id said conversation { id externalId } } } }`,
    variables: none,
    records: ['CONVERSATION_READ', 'TRANSCRIPT_READ'],
  },
};

export const SUBSCRIPTIONS = Object.keys(SUBSCRIPTION_OPERATIONS);

/** One plain use of every query, mutation and subscription, by its place in the schema. */
export const OPERATIONS: Record<string, Operation> = {
  'Query.accessRecords': {
    // What was read is left out: every question of a test adds to it.
    document: `query ($after: String, $filter: AccessRecordFilter = { operations: [KEY_CREATED, KEY_ROTATED, KEY_REVOKED] }) {
      accessRecords(first: 3, after: $after, filter: $filter) {
        edges { cursor node { id operation actorName subjectIds } } pageInfo { hasNextPage endCursor } } }`,
    variables: none,
    records: [],
  },
  'Query.clone': {
    document: 'query ($id: ID!) { clone(id: $id) { id handle name } }',
    variables: (ids) => ({ id: ids.clone }),
    records: [],
  },
  'Query.clones': { document: '{ clones { id handle name versions { id label } } }', variables: none, records: [] },
  'Query.conversation': {
    document: 'query ($id: ID!) { conversation(id: $id) { id externalId } }',
    variables: (ids) => ({ id: ids.conversation }),
    records: ['CONVERSATION_READ'],
  },
  'Query.conversations': {
    document: `query ($after: String, $filter: ConversationFilter, $search: String) {
      conversations(first: 3, after: $after, filter: $filter, search: $search) {
        edges { cursor node { id source externalId } } pageInfo { hasNextPage endCursor } } }`,
    variables: none,
    records: ['CONVERSATION_READ'],
  },
  'Query.deadLetters': { document: '{ deadLetters { id event error } }', variables: none, records: [] },
  'Query.flags': {
    document: `query ($after: String, $filter: FlagFilter) { flags(first: 3, after: $after, filter: $filter) {
      edges { cursor node { id code evidence { quote } } } pageInfo { hasNextPage endCursor } } }`,
    variables: none,
    records: ['TRANSCRIPT_READ'],
  },
  'Query.invitations': {
    document: `query ($after: String) { invitations(first: 3, after: $after) {
      edges { cursor node { id email name state } } pageInfo { hasNextPage endCursor } } }`,
    variables: none,
    records: [],
  },
  'Query.node': {
    document: 'query ($id: ID!) { node(id: $id) { __typename id } }',
    variables: (ids) => ({ id: ids.clone }),
    records: [],
  },
  'Query.organisation': { document: '{ organisation { id slug name } }', variables: none, records: [] },
  'Query.people': {
    document: `query ($after: String) { people(first: 3, after: $after) {
      edges { cursor node { id email name role deactivatedAt } } pageInfo { hasNextPage endCursor } } }`,
    variables: none,
    records: [],
  },
  'Query.quarantine': {
    document: `query ($after: String) { quarantine(first: 3, after: $after) {
      edges { cursor node { externalId problems { path message } } } pageInfo { hasNextPage endCursor } } }`,
    variables: none,
    records: [],
  },
  'Query.serviceKeys': {
    document: `query ($after: String) { serviceKeys(first: 3, after: $after) {
      edges { cursor node { id name prefix scopes revokedAt clones { id } } } pageInfo { hasNextPage endCursor } } }`,
    variables: none,
    records: [],
  },
  'Query.sessions': { document: '{ sessions { id client current } }', variables: none, records: [] },
  'Query.trends': {
    document: `query ($cloneId: ID) { trends(from: "2026-05-31", to: "2026-06-04", cloneId: $cloneId) {
      timeZone days { day callerTurns meanSentiment sentiments { key turns } topics { key turns } } } }`,
    variables: none,
    records: [],
  },
  'Query.viewer': {
    document: '{ viewer { kind name permissions organisation { id } } }',
    variables: none,
    records: [],
  },
  'Query.webhookDeliveries': {
    document: `query ($after: String, $filter: WebhookDeliveryFilter) { webhookDeliveries(first: 3, after: $after, filter: $filter) {
      edges { cursor node { id endpointId webhookId body status } } pageInfo { hasNextPage endCursor } } }`,
    variables: none,
    records: [],
  },
  'Query.webhookEndpoints': {
    document: '{ webhookEndpoints { id url description enabled } }',
    variables: none,
    records: [],
  },
  'Mutation.createWebhookEndpoint': {
    document: 'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { __typename } }',
    variables: () => ({ input: { url: 'https://hooks.invalid/', eventTypes: ['flag.raised'] } }),
    records: ['WEBHOOK_CREATED'],
  },
  'Mutation.updateWebhookEndpoint': {
    document: 'mutation ($input: UpdateWebhookEndpointInput!) { updateWebhookEndpoint(input: $input) { __typename } }',
    variables: (ids) => ({ input: { id: ids.webhookEndpoint, description: 'changed' } }),
    records: ['WEBHOOK_CHANGED'],
  },
  'Mutation.rotateWebhookSecret': {
    document: 'mutation ($input: RotateWebhookSecretInput!) { rotateWebhookSecret(input: $input) { __typename } }',
    variables: (ids) => ({ input: { id: ids.webhookEndpoint, immediately: true } }),
    records: ['WEBHOOK_SECRET_ROTATED'],
  },
  'Mutation.resendWebhookDelivery': {
    document: 'mutation ($input: ResendWebhookDeliveryInput!) { resendWebhookDelivery(input: $input) { __typename } }',
    variables: (ids) => ({ input: { id: ids.webhookDelivery } }),
    records: [], // the endpoint is disabled, so that nothing is sent
  },
  'Mutation.sendTestWebhook': {
    document: 'mutation ($input: SendTestWebhookInput!) { sendTestWebhook(input: $input) { __typename } }',
    variables: (ids) => ({ input: { endpointId: ids.webhookEndpoint } }),
    records: [], // as above
  },
  'Mutation.ingestConversations': {
    document:
      'mutation ($input: IngestConversationsInput!) { ingestConversations(input: $input) { outcomes { __typename } } }',
    variables: () => ({ input: { conversations: [conversation()] } }),
    records: [],
  },
  'Mutation.createServiceKey': {
    document: 'mutation ($input: CreateServiceKeyInput!) { createServiceKey(input: $input) { __typename } }',
    variables: (ids) => ({ input: { name: 'made', scopes: ['INGEST'], cloneIds: [ids.clone] } }),
    records: ['KEY_CREATED'],
  },
  'Mutation.rotateServiceKey': {
    document: 'mutation ($input: RotateServiceKeyInput!) { rotateServiceKey(input: $input) { __typename } }',
    variables: (ids) => ({ input: { id: ids.serviceKey } }),
    records: ['KEY_ROTATED'],
  },
  'Mutation.revokeServiceKey': {
    document: 'mutation ($input: RevokeServiceKeyInput!) { revokeServiceKey(input: $input) { __typename } }',
    variables: (ids) => ({ input: { id: ids.serviceKey } }),
    records: ['KEY_REVOKED'],
  },
  'Mutation.appendTurns': {
    document: 'mutation ($input: AppendTurnsInput!) { appendTurns(input: $input) { outcomes { __typename } } }',
    variables: () => ({ input: { conversations: [] } }),
    records: [],
  },
  ...PEOPLE_OPERATIONS,
  ...SUBSCRIPTION_OPERATIONS,
};

/** Every query, mutation and subscription that the schema has, such as `Query.clones`. */
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
