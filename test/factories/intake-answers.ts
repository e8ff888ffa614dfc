import type { GraphqlClient } from '../support/graphql-client.js';
import { INGEST, ndjson } from './conversations.js';

export interface Problem {
  path: string;
  message: string;
}

export interface Outcome {
  outcome: string;
  conversationId?: string;
  problems?: Problem[];
  turnsAccepted?: number;
  turnsKnown?: number;
}

export interface AnswerLine extends Outcome {
  line: number;
  message?: string;
}

/** The answer lines for these items, each a line of NDJSON. */
export async function sendLines(client: GraphqlClient, ...items: unknown[]): Promise<AnswerLine[]> {
  const { status, lines } = await client.send(ndjson(...items));
  if (status !== 200) throw new Error(`The lines were answered with ${status}.`);
  return lines as unknown as AnswerLine[];
}

/** The one answer line for one item. */
export async function sendOne(client: GraphqlClient, item: unknown): Promise<AnswerLine> {
  const [answer, ...more] = await sendLines(client, item);
  if (answer === undefined || more.length > 0) throw new Error('One line must have one answer.');
  return answer;
}

export const APPEND = INGEST.replace('IngestConversationsInput!', 'AppendTurnsInput!').replace(
  'ingestConversations(',
  'appendTurns(',
);

/** The outcomes of a GraphQL mutation, named as over HTTP. */
export async function mutate(client: GraphqlClient, mutation: string, conversations: unknown[]): Promise<Outcome[]> {
  const data = (await client.ask(mutation, { input: { conversations } })) as Record<string, { outcomes: object[] }>;
  return Object.values(data).flatMap(({ outcomes }) => outcomes.map(toOutcome));
}

function toOutcome(given: object): Outcome {
  const { __typename, ...rest } = given as { __typename: string };
  return { outcome: __typename.replace('Conversation', '').toUpperCase(), ...rest };
}
