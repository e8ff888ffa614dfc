import type { AnswerableClient } from './client.js';
import { graphql } from './generated/index.js';
import type { ConversationFilter, ConversationPageQuery, ConversationReviewQuery } from './generated/graphql.js';

/** Entries of one page at most. */
const PAGE = 100;

const ConversationPage = graphql(`
  query ConversationPage($first: Int!, $after: String, $filter: ConversationFilter) {
    conversations(first: $first, after: $after, filter: $filter) {
      edges {
        node {
          id
          source
          externalId
          channel
          startedAt
          digest {
            sentiment
            topics
            highestSeverity
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const ConversationReview = graphql(`
  query ConversationReview($id: ID!) {
    conversation(id: $id) {
      digest {
        sentiment
      }
      flags {
        code
        severity
        meaning
        evidence {
          quote
        }
        turn {
          said
          accountability {
            outcome
            accountable {
              name
              title
            }
          }
        }
      }
    }
  }
`);

export type ListedConversation = ConversationPageQuery['conversations']['edges'][number]['node'];
export type ReviewedConversation = NonNullable<ConversationReviewQuery['conversation']>;

/** All conversations that the filter lets through, the newest first, page after page as the caller goes on. */
export async function* listConversations(
  client: AnswerableClient,
  filter: ConversationFilter = {},
  first = PAGE,
): AsyncGenerator<ListedConversation> {
  for (let after: string | null = null; ;) {
    const { conversations }: ConversationPageQuery = await client.ask(ConversationPage, { first, after, filter });
    for (const { node } of conversations.edges) yield node;
    if (!conversations.pageInfo.hasNextPage) return;
    after = conversations.pageInfo.endCursor;
  }
}

/** What was flagged in a conversation, and who answers. Null when it is not there, or not for this key. */
export async function reviewConversation(client: AnswerableClient, id: string): Promise<ReviewedConversation | null> {
  return (await client.ask(ConversationReview, { id })).conversation;
}
