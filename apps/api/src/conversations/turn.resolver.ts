import { ResolveField, Resolver } from '@nestjs/graphql';
import { ConversationsService } from '#conversations';
import type { RequestContext } from '../relay/context.js';
import { ConversationType } from './conversation.type.js';
import { TurnType } from './turn.type.js';

@Resolver(() => TurnType)
export class TurnResolver {
  constructor(private readonly conversations: ConversationsService) {}

  @ResolveField(() => ConversationType, { description: 'The conversation that it belongs to.' })
  async conversation({ conversationId }: TurnType, _: unknown, context: RequestContext): Promise<ConversationType> {
    const found = await context.row(
      'conversation',
      conversationId,
      (ids) => this.conversations.byIds(context.actor, ids),
      ({ id }) => id,
    );
    return ConversationType.of(found!); // a foreign key holds it
  }
}
