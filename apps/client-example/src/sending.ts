import type { AnswerableClient } from './client.js';
import { graphql } from './generated/index.js';
import type { ConversationInput, SendConversationsMutation } from './generated/graphql.js';

/** The API takes so many in one mutation. */
const CONVERSATIONS_PER_REQUEST = 500;

const SendConversations = graphql(`
  mutation SendConversations($conversations: [ConversationInput!]!) {
    ingestConversations(input: { conversations: $conversations }) {
      outcomes {
        __typename
        ... on ConversationAccepted {
          conversationId
        }
        ... on ConversationDuplicate {
          conversationId
        }
        ... on ConversationConflict {
          conversationId
          problems {
            path
            message
          }
        }
        ... on ConversationRejected {
          problems {
            path
            message
          }
        }
      }
    }
  }
`);

type Outcome = SendConversationsMutation['ingestConversations']['outcomes'][number];

/** What became of one conversation; `sent` is its place among those that were sent. */
export type Sent =
  | { sent: number; state: 'STORED'; conversationId: string; isNew: boolean }
  | { sent: number; state: 'REFUSED'; reason: 'CONFLICT' | 'REJECTED'; problems: string[] };

/** Sends conversations, however many, and answers what became of each. Stopped half way, send all of them again. */
export async function* sendConversations(
  client: AnswerableClient,
  conversations: readonly ConversationInput[],
): AsyncGenerator<Sent> {
  for (let from = 0; from < conversations.length; from += CONVERSATIONS_PER_REQUEST) {
    const group = conversations.slice(from, from + CONVERSATIONS_PER_REQUEST);
    const { ingestConversations } = await client.ask(SendConversations, { conversations: group });
    for (const [place, outcome] of ingestConversations.outcomes.entries()) yield read(from + place, outcome);
  }
}

/** A new kind of outcome in the schema does not compile here until it is handled. */
function read(sent: number, outcome: Outcome): Sent {
  switch (outcome.__typename) {
    case 'ConversationAccepted':
      return { sent, state: 'STORED', conversationId: outcome.conversationId, isNew: true };
    case 'ConversationDuplicate': // such as after an answer that was lost
      return { sent, state: 'STORED', conversationId: outcome.conversationId, isNew: false };
    case 'ConversationConflict':
      return { sent, state: 'REFUSED', reason: 'CONFLICT', problems: outcome.problems.map(inWords) };
    case 'ConversationRejected':
      return { sent, state: 'REFUSED', reason: 'REJECTED', problems: outcome.problems.map(inWords) };
  }
}

function inWords({ path, message }: { path: string; message: string }): string {
  return path === '' ? message : `${path} ${message}`;
}
