import { Args, Query, Resolver } from '@nestjs/graphql';
import { ConversationsService } from '#conversations';
import { type ConversationFilter, ConversationListService } from '#insights';
import { ConversationConnectionType, ConversationType } from '../conversations/conversation.type.js';
import { pageSize, readMomentCursor, toConnection } from '../relay/connection.js';
import { Context, type RequestContext } from '../relay/context.js';
import { fromGlobalId } from '../relay/global-ids.js';
import { type ConversationFilterInput, ConversationListArguments } from './conversation-list.input.js';

@Resolver()
export class ConversationListResolver {
  constructor(
    private readonly lists: ConversationListService,
    private readonly conversations: ConversationsService,
  ) {}

  @Query(() => ConversationConnectionType, { name: 'conversations', description: 'Conversations, the newest first.' })
  async list(
    @Context() { actor }: RequestContext,
    @Args() { first: wanted, after, filter, search }: ConversationListArguments,
  ): Promise<InstanceType<typeof ConversationConnectionType>> {
    const first = pageSize(wanted);
    const place = readMomentCursor(after);
    const listed = await this.lists.list(actor, toFilter(filter ?? {}), search ?? null, {
      limit: first + 1,
      after: place && { startedAt: place.moment, id: place.id },
    });
    const conversations = await this.conversations.byIds(
      actor,
      listed.slice(0, first).map(({ id }) => id),
    );
    const byId = new Map(conversations.map((conversation) => [conversation.id, conversation]));
    return toConnection(listed, first, {
      node: ({ id }) => ConversationType.of(byId.get(id)!), // listed just before, and conversations are not removed
      place: ({ startedAt, id }) => [startedAt.toISOString(), id],
    });
  }
}

function toFilter(given: ConversationFilterInput): Omit<ConversationFilter, 'visibleClones'> {
  const { cloneId, ...rest } = given;
  const asked = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  return { ...asked, cloneId: cloneId ? fromGlobalId('Clone', cloneId, 'filter.cloneId') : undefined };
}
