import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SessionsService } from '#accounts';
import { Context, type RequestContext } from '../relay/context.js';
import { fromGlobalId } from '../relay/global-ids.js';
import { EndSessionInput, EndSessionsResultType, SessionType, toEndSessionsResult } from './session.type.js';

@Resolver(() => SessionType)
export class SessionsResolver {
  constructor(private readonly service: SessionsService) {}

  @Query(() => [SessionType], { description: 'Your own sessions, the latest first. A key has none.' })
  async sessions(@Context() { actor }: RequestContext): Promise<SessionType[]> {
    const current = actor.kind === 'PERSON' ? actor.sessionId : undefined;
    return (await this.service.list(actor)).map((session) => SessionType.of(session, current));
  }

  @Mutation(() => EndSessionsResultType, { description: 'Ends one of your own sessions at once.' })
  async endSession(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'Which.' }) { sessionId }: EndSessionInput,
  ): Promise<typeof EndSessionsResultType> {
    return toEndSessionsResult(await this.service.end(actor, fromGlobalId('Session', sessionId, 'input.sessionId')));
  }

  @Mutation(() => EndSessionsResultType, { description: 'Ends all your sessions but the one that asks, at once.' })
  async endOtherSessions(@Context() { actor }: RequestContext): Promise<typeof EndSessionsResultType> {
    return toEndSessionsResult(await this.service.endOthers(actor));
  }
}
