import { ResolveField, Resolver } from '@nestjs/graphql';
import { FlagsService } from '#moderation';
import { ConversationType } from '../conversations/conversation.type.js';
import { TurnType } from '../conversations/turn.type.js';
import type { RequestContext } from '../relay/context.js';
import { FlagType } from './flag.type.js';

function flagsOf(flags: FlagsService, conversationId: string, context: RequestContext) {
  return context.rows(
    'flags',
    conversationId,
    (ids) => flags.ofConversations(context.actor, ids),
    (flag) => flag.conversationId,
  );
}

@Resolver(() => ConversationType)
export class ConversationFlagsResolver {
  constructor(private readonly flags: FlagsService) {}

  @ResolveField(() => [FlagType], {
    name: 'flags',
    description: 'Its flags, in order of speaking, the most severe of a reply first.',
  })
  async all({ conversationId }: ConversationType, _: unknown, context: RequestContext): Promise<FlagType[]> {
    return (await flagsOf(this.flags, conversationId, context)).map((flag) => FlagType.of(flag));
  }
}

@Resolver(() => TurnType)
export class TurnFlagsResolver {
  constructor(private readonly flags: FlagsService) {}

  @ResolveField(() => [FlagType], { name: 'flags', description: 'Flags on this reply, the most severe first.' })
  async all(turn: TurnType, _: unknown, context: RequestContext): Promise<FlagType[]> {
    const flags = await flagsOf(this.flags, turn.conversationId, context);
    return flags.filter(({ turnIndex }) => turnIndex === turn.index).map((flag) => FlagType.of(flag));
  }
}
