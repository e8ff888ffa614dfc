import { Args, ArgsType, Field, ID, Resolver, Subscription } from '@nestjs/graphql';
import { FlagsService } from '#moderation';
import type { Feed } from '#queue';
import { Context, type RequestContext } from '../relay/context.js';
import { fromGlobalId } from '../relay/global-ids.js';
import { announced } from '../sockets/announced.js';
import { FlagType, SeverityEnum } from './flag.type.js';

@ArgsType()
class FlagRaisedArguments {
  @Field(() => ID, { nullable: true, description: 'Said by this clone.' })
  cloneId?: string | null;

  @Field(() => SeverityEnum, { nullable: true, description: 'This severity or above.' })
  severityAtLeast?: SeverityEnum | null;
}

@Resolver()
export class FlagRaisedResolver {
  constructor(private readonly flags: FlagsService) {}

  @Subscription(() => FlagType, {
    description: 'Flags as they are raised.',
    async resolve(this: FlagRaisedResolver, id: string | undefined, _: unknown, { actor }: RequestContext) {
      const [flag] = await this.flags.byIds(actor, [announced(id)]);
      return FlagType.of(flag!); // it was there and visible when the feed chose it, and flags stay
    },
  })
  flagRaised(@Context() { actor }: RequestContext, @Args() given: FlagRaisedArguments): Feed {
    return this.flags.follow(actor, {
      cloneId: given.cloneId ? fromGlobalId('Clone', given.cloneId, 'cloneId') : undefined,
      severityAtLeast: given.severityAtLeast ?? undefined,
    });
  }
}
