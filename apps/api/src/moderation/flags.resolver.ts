import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ClonesService } from '#clones';
import { ConversationsService } from '#conversations';
import { type FlagFilter, FlagsService } from '#moderation';
import { CloneType } from '../clones/clone.type.js';
import { TurnType } from '../conversations/turn.type.js';
import { pageSize, readMomentCursor, toConnection } from '../relay/connection.js';
import { Context, type RequestContext } from '../relay/context.js';
import { fromGlobalId } from '../relay/global-ids.js';
import { FlagConnectionType, type FlagFilterInput, FlagListArguments, FlagType } from './flag.type.js';

@Resolver(() => FlagType)
export class FlagsResolver {
  constructor(
    private readonly flags: FlagsService,
    private readonly clones: ClonesService,
    private readonly conversations: ConversationsService,
  ) {}

  @Query(() => FlagConnectionType, { name: 'flags', description: 'Flagged replies, the newest first.' })
  async list(
    @Context() { actor }: RequestContext,
    @Args() { first: wanted, after, filter }: FlagListArguments,
  ): Promise<InstanceType<typeof FlagConnectionType>> {
    const first = pageSize(wanted);
    const place = readMomentCursor(after);
    const flags = await this.flags.list(
      actor,
      toFilter(filter ?? {}),
      first + 1,
      place && { spokenAt: place.moment, id: place.id },
    );
    return toConnection(flags, first, {
      node: (flag) => FlagType.of(flag),
      place: ({ spokenAt, id }) => [spokenAt.toISOString(), id],
    });
  }

  @ResolveField(() => CloneType, { description: 'Who said it.' })
  async clone({ cloneId }: FlagType, _: unknown, context: RequestContext): Promise<CloneType> {
    const clone = await context.row(
      'clone',
      cloneId,
      (ids) => this.clones.byIds(context.actor, ids),
      ({ id }) => id,
    );
    return CloneType.of(clone!); // conversations hold their clone by a foreign key
  }

  @ResolveField(() => TurnType, { description: 'The reply.' })
  async turn(flag: FlagType, _: unknown, context: RequestContext): Promise<TurnType> {
    const key = `${flag.conversationId} ${flag.turnIndex}`;
    const turn = await context.row(
      'turn',
      key,
      (keys) => this.conversations.turnsAt(context.actor, keys.map(splitKey)),
      (row) => `${row.conversationId} ${row.turnIndex}`,
    );
    return TurnType.of(turn!); // a foreign key holds it
  }
}

function splitKey(key: string): { conversationId: string; turnIndex: number } {
  const [conversationId, turnIndex] = key.split(' ');
  return { conversationId: conversationId!, turnIndex: Number(turnIndex) }; // made of both just above
}

function toFilter(given: FlagFilterInput): FlagFilter {
  return {
    severityAtLeast: given.severityAtLeast ?? undefined,
    codes: given.codes ?? undefined,
    cloneId: given.cloneId ? fromGlobalId('Clone', given.cloneId, 'filter.cloneId') : undefined,
    channel: given.channel ?? undefined,
    from: given.from ?? undefined,
    to: given.to ?? undefined,
  };
}
