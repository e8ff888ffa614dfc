import { Args, Query, Resolver } from '@nestjs/graphql';
import { ConversationsService } from '#conversations';
import { PageArguments, pageSize, readIdCursor, toConnection } from '../relay/connection.js';
import { Context, type RequestContext } from '../relay/context.js';
import { QuarantineConnectionType, QuarantinedInputType } from './quarantine.type.js';

@Resolver(() => QuarantinedInputType)
export class QuarantineResolver {
  constructor(private readonly conversations: ConversationsService) {}

  @Query(() => QuarantineConnectionType, { description: 'What was sent and refused, newest first.' })
  async quarantine(
    @Context() { actor }: RequestContext,
    @Args() page: PageArguments,
  ): Promise<InstanceType<typeof QuarantineConnectionType>> {
    const first = pageSize(page.first);
    const inputs = await this.conversations.quarantined(actor, first + 1, readIdCursor(page.after));
    return toConnection(inputs, first, { node: (input) => QuarantinedInputType.of(input), place: ({ id }) => [id] });
  }
}
