import type { ConversationsService } from '#conversations';
import type { RequestContext } from '../relay/context.js';
import { ConversationType } from './conversation.type.js';

/** The conversation that something belongs to, read together with all others that the request asks for. */
export async function conversationOf(
  conversations: ConversationsService,
  conversationId: string,
  context: RequestContext,
): Promise<ConversationType> {
  const found = await context.row(
    'conversation',
    conversationId,
    (ids) => conversations.byIds(context.actor, ids),
    ({ id }) => id,
  );
  return ConversationType.of(found!); // a foreign key holds it
}
