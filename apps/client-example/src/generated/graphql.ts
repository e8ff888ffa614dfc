/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Whether somebody answered for a reply when it was given. */
export type AccountabilityOutcome =
  /** Exactly one person did. */
  | 'ACCOUNTABLE'
  /** More than one assignment applied equally; nobody was chosen. */
  | 'CONFLICT'
  /** Nobody did; the deploying entity is named as fallback. */
  | 'GAP';

/** Where people meet a clone. */
export type Channel =
  | 'CHAT'
  | 'EMAIL'
  | 'INTERNAL'
  | 'PHONE'
  | 'VIDEO';

/** Which conversations; all that is given must hold. */
export type ConversationFilter = {
  /** With a reply that somebody, nobody, or more than one answers for. */
  accountability?: AccountabilityOutcome | null | undefined;
  /** On this channel. */
  channel?: Channel | null | undefined;
  /** With this clone. */
  cloneId?: string | null | undefined;
  /** With flags, or without. */
  flagged?: boolean | null | undefined;
  /** Begun at or after this. */
  from?: string | null | undefined;
  /** Mostly in this language, such as sv. */
  language?: string | null | undefined;
  /** Mean sentiment above this, -1 to 1. */
  sentimentAbove?: number | null | undefined;
  /** Mean sentiment under this, -1 to 1. */
  sentimentBelow?: number | null | undefined;
  /** With a flag of this severity or above. */
  severityAtLeast?: Severity | null | undefined;
  /** Begun before this. */
  to?: string | null | undefined;
  /** About this topic, by id. */
  topic?: string | null | undefined;
};

/** A conversation, whole or so far. Sending it again is safe. */
export type ConversationInput = {
  /** Required: PHONE, CHAT, EMAIL, VIDEO or INTERNAL. */
  channel?: string | null | undefined;
  /** Required: the handle of the clone. */
  clone?: string | null | undefined;
  /** The label of the clone's version. */
  cloneVersion?: string | null | undefined;
  /** Required: its id in that system. */
  externalId?: string | null | undefined;
  /** The language spoken, a BCP 47 tag. */
  language?: string | null | undefined;
  /** Required: the system that it comes from. */
  source?: string | null | undefined;
  /** Required: when it began. */
  startedAt?: string | null | undefined;
  /** Required: at most 10000 turns. */
  turns?: Array<TurnInput> | null | undefined;
};

/** How soon a person should look. */
export type Severity =
  /** Stop and page, within 15 minutes. */
  | 'CRITICAL'
  /** The same day. */
  | 'HIGH'
  /** By sample. */
  | 'LOW'
  /** In the queue. */
  | 'MEDIUM';

/** One utterance. */
export type TurnInput = {
  /** Confidence in the transcript, 0 to 1. */
  confidence?: number | null | undefined;
  /** When it ended. */
  endedAt?: string | null | undefined;
  /** What the model had written, when that differs. */
  generated?: string | null | undefined;
  /** Its place in the conversation, from 0; by default its place in this list. Required in appendTurns. */
  index?: number | null | undefined;
  /** Whether the speaker was interrupted; false by default. */
  interrupted?: boolean | null | undefined;
  /** Required: what the other side heard, at most 20000 UTF-16 code units. */
  said?: string | null | undefined;
  /** Required: CALLER, CLONE or STAFF. */
  speaker?: string | null | undefined;
  /** When it was said; by default when the conversation began. */
  startedAt?: string | null | undefined;
};

export type ConversationPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: ConversationFilter | null | undefined;
}>;


export type ConversationPageQuery = { conversations: { edges: Array<{ node: { id: string, source: string, externalId: string, channel: Channel, startedAt: string, digest: { sentiment: number | null, topics: Array<string>, highestSeverity: Severity | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ConversationReviewQueryVariables = Exact<{
  id: string;
}>;


export type ConversationReviewQuery = { conversation: { digest: { sentiment: number | null } | null, flags: Array<{ code: string, severity: Severity, meaning: string, evidence: Array<{ quote: string }>, turn: { said: string, accountability: { outcome: AccountabilityOutcome, accountable: { name: string, title: string | null } | null } | null } }> } | null };

export type SendConversationsMutationVariables = Exact<{
  conversations: Array<ConversationInput> | ConversationInput;
}>;


export type SendConversationsMutation = { ingestConversations: { outcomes: Array<
      | { __typename: 'ConversationAccepted', conversationId: string }
      | { __typename: 'ConversationConflict', conversationId: string, problems: Array<{ path: string, message: string }> }
      | { __typename: 'ConversationDuplicate', conversationId: string }
      | { __typename: 'ConversationRejected', problems: Array<{ path: string, message: string }> }
    > } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ConversationPageDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ConversationPageQuery, ConversationPageQueryVariables>;
export const ConversationReviewDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ConversationReviewQuery, ConversationReviewQueryVariables>;
export const SendConversationsDocument = new TypedDocumentString(`
    mutation SendConversations($conversations: [ConversationInput!]!) {
  ingestConversations(input: {conversations: $conversations}) {
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
    `) as unknown as TypedDocumentString<SendConversationsMutation, SendConversationsMutationVariables>;