import type { AnalysedTurn } from '#analysis';
import { type RaisedFlag, SEVERITIES } from '#moderation';
import { type Notice, noticeOf } from '#notices';
import { newId, publicId } from '#platform';

/** Turns were measured and judged. What follows is another job's business. */
export const CONVERSATIONS_ANALYSED = 'ConversationsAnalysed';

/** What one batch came to: ids and codes, never what was said. */
export interface ConversationsAnalysed {
  /** `id` is this event's own, one for each conversation. */
  conversations: { id: string; conversationId: string; turns: number }[];
  flags: {
    id: string;
    conversationId: string;
    turnIndex: number;
    cloneId: string;
    code: string;
    severity: string;
    channel: string;
    spokenAt: string;
  }[];
}

export function conversationsAnalysed(
  turns: readonly AnalysedTurn[],
  flags: readonly RaisedFlag[],
): ConversationsAnalysed {
  const byConversation = Map.groupBy(turns, ({ conversationId }) => conversationId);
  return {
    conversations: [...byConversation].map(([conversationId, own]) => ({
      id: newId(),
      conversationId,
      turns: own.length,
    })),
    flags: flags.map(({ id, turn: { conversationId, turnIndex, cloneId, channel, spokenAt }, match: { rule } }) => ({
      ...{ id, conversationId, turnIndex, cloneId, channel },
      code: rule.code,
      severity: SEVERITIES[rule.severity],
      spokenAt: spokenAt.toISOString(),
    })),
  };
}

/** What endpoints are told of it. Ids are those that the API answers to. */
export function noticesOf({ conversations, flags }: ConversationsAnalysed, occurredAt: Date): Notice[] {
  const analysed = conversations.map(({ id, conversationId, turns }) =>
    noticeOf('conversation.analysed', {
      id,
      occurredAt,
      data: { conversationId: publicId('Conversation', conversationId), turns },
    }),
  );
  const raised = flags.map(({ id, conversationId, turnIndex, cloneId, code, severity, channel, spokenAt }) => {
    const ids = {
      flagId: publicId('Flag', id),
      conversationId: publicId('Conversation', conversationId),
      turnId: publicId('Turn', `${conversationId}:${turnIndex}`),
      cloneId: publicId('Clone', cloneId),
    };
    return noticeOf('flag.raised', { id, occurredAt, data: { ...ids, code, severity, channel, spokenAt } });
  });
  return [...analysed, ...raised];
}
