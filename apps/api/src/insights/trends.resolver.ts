import { Args, Query, Resolver } from '@nestjs/graphql';
import { OrganisationsService } from '#accounts';
import { TrendsService } from '#insights';
import { Context, type RequestContext } from '../relay/context.js';
import { fromGlobalId } from '../relay/global-ids.js';
import { TrendArguments, TrendsType } from './trend.type.js';

@Resolver()
export class TrendsResolver {
  constructor(
    private readonly trendsService: TrendsService,
    private readonly organisations: OrganisationsService,
  ) {}

  @Query(() => TrendsType, { description: 'Sentiment and topics of caller turns per day.' })
  async trends(@Context() { actor }: RequestContext, @Args() given: TrendArguments): Promise<TrendsType> {
    const timeZone = given.timeZone ?? (await this.organisations.get(actor.organisationId)).timeZone;
    const days = await this.trendsService.byDay(actor, {
      fromDay: given.from,
      toDay: given.to,
      timeZone,
      cloneId: given.cloneId ? fromGlobalId('Clone', given.cloneId, 'cloneId') : null,
      channel: given.channel ?? null,
    });
    return { timeZone, days };
  }
}
