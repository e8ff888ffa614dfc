import { ResolveField, Resolver } from '@nestjs/graphql';
import { ConversationsService } from '#conversations';
import type { RequestContext } from '../relay/context.js';
import { conversationOf } from './conversation-of.js';
import { ConversationType } from './conversation.type.js';
import { TurnType } from './turn.type.js';

@Resolver(() => TurnType)
export class TurnResolver {
  constructor(private readonly conversations: ConversationsService) {}

  @ResolveField(() => ConversationType, { description: 'The conversation that it belongs to.' })
  conversation({ conversationId }: TurnType, _: unknown, context: RequestContext): Promise<ConversationType> {
    return conversationOf(this.conversations, conversationId, context);
  }
}
