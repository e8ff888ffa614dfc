import type { GraphqlClient } from '../support/graphql-client.js';

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
