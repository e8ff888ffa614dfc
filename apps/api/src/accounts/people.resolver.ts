import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PeopleService } from '#accounts';
import { PageArguments, pageSize, readIdCursor, toConnection } from '../relay/connection.js';
import { Context, type RequestContext } from '../relay/context.js';
import { fromGlobalId } from '../relay/global-ids.js';
import { ChangeRoleInput, PersonInput } from './people.input.js';
import { PersonChangeType, toPersonChangeType } from './person-change.type.js';
import { PersonConnectionType, PersonType } from './person.type.js';

@Resolver(() => PersonType)
export class PeopleResolver {
  constructor(private readonly service: PeopleService) {}

  @Query(() => PersonConnectionType, { description: 'People of the organisation, the last added first.' })
  async people(
    @Context() { actor }: RequestContext,
    @Args() page: PageArguments,
  ): Promise<InstanceType<typeof PersonConnectionType>> {
    const first = pageSize(page.first);
    const people = await this.service.list(actor, first + 1, readIdCursor(page.after));
    return toConnection(people, first, { node: (person) => PersonType.of(person), place: ({ id }) => [id] });
  }

  @Mutation(() => PersonChangeType, { description: 'Gives a person another role, from their next request on.' })
  async changeRole(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'Who, and which role.' }) input: ChangeRoleInput,
  ): Promise<typeof PersonChangeType> {
    return toPersonChangeType(await this.service.changeRole(actor, idOf(input), input.role));
  }

  @Mutation(() => PersonChangeType, {
    description: 'Ends the sessions of a person at once and refuses their sign-in. What they did stays.',
  })
  async deactivatePerson(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'Who.' }) input: PersonInput,
  ): Promise<typeof PersonChangeType> {
    return toPersonChangeType(await this.service.deactivate(actor, idOf(input)));
  }

  @Mutation(() => PersonChangeType, { description: 'Lets a deactivated person sign in again.' })
  async reactivatePerson(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'Who.' }) input: PersonInput,
  ): Promise<typeof PersonChangeType> {
    return toPersonChangeType(await this.service.reactivate(actor, idOf(input)));
  }
}

function idOf({ personId }: PersonInput): string {
  return fromGlobalId('Person', personId, 'input.personId');
}
