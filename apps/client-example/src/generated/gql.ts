/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query ConversationPage($first: Int!, $after: String, $filter: ConversationFilter) {\n    conversations(first: $first, after: $after, filter: $filter) {\n      edges {\n        node {\n          id\n          source\n          externalId\n          channel\n          startedAt\n          digest {\n            sentiment\n            topics\n            highestSeverity\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ConversationPageDocument,
    "\n  query ConversationReview($id: ID!) {\n    conversation(id: $id) {\n      digest {\n        sentiment\n      }\n      flags {\n        code\n        severity\n        meaning\n        evidence {\n          quote\n        }\n        turn {\n          said\n          accountability {\n            outcome\n            accountable {\n              name\n              title\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.ConversationReviewDocument,
    "\n  mutation SendConversations($conversations: [ConversationInput!]!) {\n    ingestConversations(input: { conversations: $conversations }) {\n      outcomes {\n        __typename\n        ... on ConversationAccepted {\n          conversationId\n        }\n        ... on ConversationDuplicate {\n          conversationId\n        }\n        ... on ConversationConflict {\n          conversationId\n          problems {\n            path\n            message\n          }\n        }\n        ... on ConversationRejected {\n          problems {\n            path\n            message\n          }\n        }\n      }\n    }\n  }\n": typeof types.SendConversationsDocument,
};
const documents: Documents = {
    "\n  query ConversationPage($first: Int!, $after: String, $filter: ConversationFilter) {\n    conversations(first: $first, after: $after, filter: $filter) {\n      edges {\n        node {\n          id\n          source\n          externalId\n          channel\n          startedAt\n          digest {\n            sentiment\n            topics\n            highestSeverity\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ConversationPageDocument,
    "\n  query ConversationReview($id: ID!) {\n    conversation(id: $id) {\n      digest {\n        sentiment\n      }\n      flags {\n        code\n        severity\n        meaning\n        evidence {\n          quote\n        }\n        turn {\n          said\n          accountability {\n            outcome\n            accountable {\n              name\n              title\n            }\n          }\n        }\n      }\n    }\n  }\n": types.ConversationReviewDocument,
    "\n  mutation SendConversations($conversations: [ConversationInput!]!) {\n    ingestConversations(input: { conversations: $conversations }) {\n      outcomes {\n        __typename\n        ... on ConversationAccepted {\n          conversationId\n        }\n        ... on ConversationDuplicate {\n          conversationId\n        }\n        ... on ConversationConflict {\n          conversationId\n          problems {\n            path\n            message\n          }\n        }\n        ... on ConversationRejected {\n          problems {\n            path\n            message\n          }\n        }\n      }\n    }\n  }\n": types.SendConversationsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConversationPage($first: Int!, $after: String, $filter: ConversationFilter) {\n    conversations(first: $first, after: $after, filter: $filter) {\n      edges {\n        node {\n          id\n          source\n          externalId\n          channel\n          startedAt\n          digest {\n            sentiment\n            topics\n            highestSeverity\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql.js').ConversationPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConversationReview($id: ID!) {\n    conversation(id: $id) {\n      digest {\n        sentiment\n      }\n      flags {\n        code\n        severity\n        meaning\n        evidence {\n          quote\n        }\n        turn {\n          said\n          accountability {\n            outcome\n            accountable {\n              name\n              title\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').ConversationReviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendConversations($conversations: [ConversationInput!]!) {\n    ingestConversations(input: { conversations: $conversations }) {\n      outcomes {\n        __typename\n        ... on ConversationAccepted {\n          conversationId\n        }\n        ... on ConversationDuplicate {\n          conversationId\n        }\n        ... on ConversationConflict {\n          conversationId\n          problems {\n            path\n            message\n          }\n        }\n        ... on ConversationRejected {\n          problems {\n            path\n            message\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').SendConversationsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
