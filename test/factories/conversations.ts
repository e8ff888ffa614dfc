let made = 0;

export interface SentTurn {
  index?: number;
  speaker: string;
  said: string;
  generated?: string;
  interrupted?: boolean;
  startedAt?: string;
  endedAt?: string;
  confidence?: number;
}

export interface SentConversation {
  source: string;
  externalId: string;
  clone: string;
  cloneVersion?: string;
  channel: string;
  language?: string;
  startedAt: string;
  turns: SentTurn[];
}

/** A valid conversation that nobody has sent yet: a question and a harmless reply. */
export function conversation(changes: Partial<SentConversation> = {}): SentConversation {
  made += 1;
  return {
    source: 'test',
    externalId: `c-${process.pid}-${made}`,
    clone: 'ceo',
    channel: 'PHONE',
    language: 'en',
    startedAt: '2026-06-01T10:00:00Z',
    turns: [
      { speaker: 'CALLER', said: 'The app is great, thank you!' },
      {
        speaker: 'CLONE',
        said: 'You are speaking with the AI clone of Robin Ek, run by the company. Thank you for telling us.',
      },
    ],
    ...changes,
  };
}

/** A reply that gets flagged as an unauthorised commitment (C1). */
export const RISKY_REPLY = 'I promise you will get a full refund of the late fee by tomorrow.';

export function ndjson(...conversations: unknown[]): string {
  return conversations.map((one) => `${JSON.stringify(one)}\n`).join('');
}

export const INGEST = `mutation ($input: IngestConversationsInput!) { ingestConversations(input: $input) { outcomes {
  __typename
  ... on ConversationAccepted { conversationId turnsAccepted turnsKnown }
  ... on ConversationDuplicate { conversationId code }
  ... on ConversationConflict { conversationId code problems { path message } }
  ... on ConversationRejected { code problems { path message } } } } }`;
