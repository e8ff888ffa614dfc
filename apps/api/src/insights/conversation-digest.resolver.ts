import { Field, Float, ObjectType, ResolveField, Resolver } from '@nestjs/graphql';
import { ConversationListService } from '#insights';
import { ConversationType } from '../conversations/conversation.type.js';
import { SeverityEnum } from '../moderation/flag.type.js';
import type { RequestContext } from '../relay/context.js';

@ObjectType('ConversationDigest', { description: 'What a conversation comes to, as far as it is analysed.' })
export class ConversationDigestType {
  @Field(() => String, { nullable: true, description: 'The language of most turns.' })
  language!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: "Mean sentiment of the caller's turns, -1 to 1; null when it is known of none.",
  })
  sentiment!: number | null;

  @Field(() => [String], { description: 'Topic ids.' })
  topics!: string[];

  @Field(() => SeverityEnum, {
    nullable: true,
    description: 'The severest flag; null also for whoever may not see flags.',
  })
  highestSeverity!: SeverityEnum | null;
}

export function digestOf(lists: ConversationListService, conversationId: string, context: RequestContext) {
  return context.row(
    'digest',
    conversationId,
    (ids) => lists.digestsOf(context.actor, ids),
    (row) => row.conversationId,
  );
}

@Resolver(() => ConversationType)
export class ConversationDigestResolver {
  constructor(private readonly lists: ConversationListService) {}

  @ResolveField(() => ConversationDigestType, {
    nullable: true,
    description: 'What it comes to; null until it is analysed.',
  })
  async digest(
    { conversationId }: ConversationType,
    _: unknown,
    context: RequestContext,
  ): Promise<ConversationDigestType | null> {
    const digest = await digestOf(this.lists, conversationId, context);
    if (digest === null) return null;
    const { language, sentiment, topics, highestSeverity } = digest;
    return { language, sentiment, topics, highestSeverity };
  }
}
