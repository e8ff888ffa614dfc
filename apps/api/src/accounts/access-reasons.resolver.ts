import { Args, createUnionType, Field, InputType, Mutation, ObjectType, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessRecordsService, OrganisationsService } from '#accounts';
import { Context, type RequestContext } from '../relay/context.js';
import { OrganisationType } from './organisation.type.js';
import { nothingChanged, NothingChangedType } from './person-change.type.js';

@InputType({ description: 'Whether words are read with a reason only.' })
export class RequireAccessReasonInput {
  @Field(() => Boolean, { description: 'Whether a reason is needed from now on.' })
  required!: boolean;
}

@ObjectType('AccessReasonRuleSet', { description: 'It is so from the next request on.' })
export class AccessReasonRuleSetType {
  @Field(() => OrganisationType, { description: 'The organisation.' })
  organisation!: OrganisationType;
}

export const RequireAccessReasonResultType = createUnionType({
  name: 'RequireAccessReasonResult',
  description: 'What became of the wish for a rule.',
  types: () => [AccessReasonRuleSetType, NothingChangedType],
  resolveType: (value: object) => value.constructor,
});

@Resolver(() => OrganisationType)
export class AccessReasonsResolver {
  constructor(
    private readonly records: AccessRecordsService,
    private readonly organisations: OrganisationsService,
  ) {}

  @ResolveField(() => Boolean, {
    description: 'Whether words are shown only to who says why, in the header Access-Reason.',
  })
  accessReasonRequired(@Context() { actor }: RequestContext): Promise<boolean> {
    return this.records.wantsReasons(actor);
  }

  @Mutation(() => RequireAccessReasonResultType, {
    description: 'Asks everybody who reads words for a reason, or no longer: people and keys alike.',
  })
  async requireAccessReason(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'The rule.' }) { required }: RequireAccessReasonInput,
  ): Promise<typeof RequireAccessReasonResultType> {
    if (!(await this.records.requireReasons(actor, required))) return nothingChanged('It was so already.');
    const organisation = OrganisationType.of(await this.organisations.get(actor.organisationId));
    return Object.assign(new AccessReasonRuleSetType(), { organisation });
  }
}
