import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ClonesService } from '#clones';
import { ConversationsService } from '#conversations';
import { CloneType, CloneVersionType } from '../clones/clone.type.js';
import { PageArguments, pageSize, readNumberCursor, toConnection } from '../relay/connection.js';
import { Context, type RequestContext } from '../relay/context.js';
import { fromGlobalId } from '../relay/global-ids.js';
import { ConversationType } from './conversation.type.js';
import { TurnConnectionType, TurnType } from './turn.type.js';

@Resolver(() => ConversationType)
export class ConversationResolver {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly clones: ClonesService,
  ) {}

  @Query(() => ConversationType, { nullable: true, name: 'conversation', description: 'One conversation, or null.' })
  async one(
    @Context() { actor }: RequestContext,
    @Args('id', { type: () => ID, description: "The conversation's id." }) id: string,
  ): Promise<ConversationType | null> {
    const [conversation] = await this.conversations.byIds(actor, [fromGlobalId('Conversation', id, 'id')]);
    return conversation === undefined ? null : ConversationType.of(conversation);
  }

  @ResolveField(() => CloneType, { description: 'Who was talked to.' })
  async clone({ cloneId }: ConversationType, _: unknown, context: RequestContext): Promise<CloneType> {
    const clone = await context.row(
      'clone',
      cloneId,
      (ids) => this.clones.byIds(context.actor, ids),
      ({ id }) => id,
    );
    return CloneType.of(clone!); // a foreign key holds it
  }

  @ResolveField(() => CloneVersionType, { nullable: true, description: 'The build of the clone, if the source told.' })
  async cloneVersion(
    { cloneId, cloneVersionId }: ConversationType,
    _: unknown,
    context: RequestContext,
  ): Promise<CloneVersionType | null> {
    if (cloneVersionId === null) return null;
    const versions = await context.rows(
      'versions',
      cloneId,
      (ids) => this.clones.versionsOf(context.actor, ids),
      (version) => version.cloneId,
    );
    const version = versions.find(({ id }) => id === cloneVersionId);
    return version === undefined ? null : CloneVersionType.of(version);
  }

  @ResolveField(() => TurnConnectionType, { description: 'What was said, in order.' })
  async turns(
    @Parent() { conversationId }: ConversationType,
    @Context() context: RequestContext,
    @Args() page: PageArguments,
  ): Promise<InstanceType<typeof TurnConnectionType>> {
    const first = pageSize(page.first);
    const after = readNumberCursor(page.after, -1);
    const turns = await context.rows(
      `turns ${first} ${after}`,
      conversationId,
      (ids) => this.conversations.turnsOf(context.actor, ids, { limit: first + 1, after }),
      (turn) => turn.conversationId,
    );
    return toConnection(turns, first, { node: (turn) => TurnType.of(turn), place: (turn) => [turn.turnIndex] });
  }
}
