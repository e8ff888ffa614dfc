import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, INGEST, ndjson } from '../factories/conversations.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

describe('taking conversations in over HTTP', () => {
  it('stores a conversation once, however often it is sent', async () => {
    const sent = ndjson(conversation());
    const first = await org.client.send(sent);
    expect(first.lines).toEqual([
      expect.objectContaining({ line: 1, outcome: 'ACCEPTED', turnsAccepted: 2, turnsKnown: 0 }),
    ]);
    const again = await org.client.send(sent);
    expect(again.lines).toEqual([
      { line: 1, outcome: 'DUPLICATE', conversationId: first.lines[0]?.['conversationId'] },
    ]);
  });

  it('answers each conversation of a GraphQL batch by itself', async () => {
    const good = conversation();
    const { ingestConversations } = await org.client.ask(INGEST, {
      input: { conversations: [good, good, { ...good, channel: 'CHAT' }, { ...good, externalId: '' }] },
    });
    const names = ingestConversations.outcomes.map((outcome: { __typename: string }) => outcome.__typename);
    expect(names).toEqual([
      'ConversationAccepted',
      'ConversationDuplicate',
      'ConversationConflict',
      'ConversationRejected',
    ]);
  });
});
