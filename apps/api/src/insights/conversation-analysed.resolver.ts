import { Args, Field, ID, Int, ObjectType, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { ConversationsService } from '#conversations';
import { ConversationListService } from '#insights';
import type { Feed } from '#queue';
import { conversationOf } from '../conversations/conversation-of.js';
import { ConversationType } from '../conversations/conversation.type.js';
import { Context, type RequestContext } from '../relay/context.js';
import { fromGlobalId } from '../relay/global-ids.js';
import { announced } from '../sockets/announced.js';
import { digestOf } from './conversation-digest.resolver.js';

@ObjectType('ConversationAnalysed', {
  description: 'The analysis of a conversation is ready, or of more of its turns.',
})
export class ConversationAnalysedType {
  conversationId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many flags it has; null for whoever may not see flags.',
  })
  flagCount!: number | null;
}

@Resolver(() => ConversationAnalysedType)
export class ConversationAnalysedResolver {
  constructor(
    private readonly lists: ConversationListService,
    private readonly conversations: ConversationsService,
  ) {}

  @Subscription(() => ConversationAnalysedType, {
    description: 'Conversations as their analysis becomes ready; one that goes on comes again.',
    async resolve(this: ConversationAnalysedResolver, id: string | undefined, _: unknown, context: RequestContext) {
      const digest = await digestOf(this.lists, announced(id), context);
      const { conversationId, flags } = digest!; // it was there and visible when the feed chose it, and digests stay
      return Object.assign(new ConversationAnalysedType(), { conversationId, flagCount: flags });
    },
  })
  conversationAnalysed(
    @Context() { actor }: RequestContext,
    @Args('cloneId', { type: () => ID, nullable: true, description: 'With this clone.' }) cloneId?: string | null,
  ): Feed {
    return this.lists.follow(actor, cloneId ? fromGlobalId('Clone', cloneId, 'cloneId') : null);
  }

  @ResolveField(() => ConversationType, { description: 'The conversation.' })
  conversation(
    { conversationId }: ConversationAnalysedType,
    _: unknown,
    context: RequestContext,
  ): Promise<ConversationType> {
    return conversationOf(this.conversations, conversationId, context);
  }
}
