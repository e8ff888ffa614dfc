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
  serviceKey: string;
  conversationCursor: string;
  turnCursor: string;
  flagCursor: string;
  quarantineCursor: string;
  serviceKeyCursor: string;
  accessRecordCursor: string;
}

/** Looks up one of everything, as its owner. */
export async function idsOf(client: GraphqlClient): Promise<Ids> {
  const { organisation, conversations, flags, quarantine, serviceKeys, accessRecords } = await client.ask(`{
    organisation { id }
    conversations(first: 1) { edges { cursor node { id clone { id versions { id } } turns { edges { cursor node { id } } } } } }
    flags(first: 1) { edges { cursor node { id turn { accountability { accountable { id } } } } } }
    quarantine(first: 1) { edges { cursor } }
    serviceKeys(first: 1) { edges { cursor node { id } } } accessRecords(first: 1) { edges { cursor } } }`);
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
    party: flag.node.turn.accountability.accountable.id,
    serviceKey: serviceKeys.edges[0].node.id,
    conversationCursor: talk.cursor,
    turnCursor: turn.cursor,
    flagCursor: flag.cursor,
    quarantineCursor: quarantine.edges[0].cursor,
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
  ServiceKey: 'serviceKey',
} as const satisfies Record<string, keyof Ids>;

type Variables = Record<string, unknown>;

interface Operation {
  document: string;
  /** Valid for whoever has these ids. */
  variables: (ids: Ids) => Variables;
}

const none = (): Variables => ({});

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
  'Query.node': {
    document: 'query ($id: ID!) { node(id: $id) { __typename id } }',
    variables: (ids) => ({ id: ids.clone }),
  },
  'Query.organisation': { document: '{ organisation { id slug name } }', variables: none },
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
  'Query.trends': {
    document: `query ($cloneId: ID) { trends(from: "2026-05-31", to: "2026-06-04", cloneId: $cloneId) {
      timeZone days { day callerTurns meanSentiment sentiments { key turns } topics { key turns } } } }`,
    variables: none,
  },
  'Query.viewer': { document: '{ viewer { kind name permissions organisation { id } } }', variables: none },
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
