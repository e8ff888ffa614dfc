import { Query, Resolver } from '@nestjs/graphql';
import { allowedTo, OrganisationsService, PERMISSION_NAMES, whyNot } from '#accounts';
import { Context, type RequestContext } from '../relay/context.js';
import { OrganisationType } from './organisation.type.js';
import { ViewerKind, ViewerType } from './viewer.type.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(private readonly organisations: OrganisationsService) {}

  @Query(() => ViewerType, { description: 'Who is asking, and what they may do.' })
  async viewer(@Context() { actor }: RequestContext): Promise<ViewerType> {
    const organisation = OrganisationType.of(await this.organisations.get(actor.organisationId));
    const everyPermission = PERMISSION_NAMES.map((permission) => {
      const reason = whyNot(actor, permission);
      return { permission, held: reason === null, reason };
    });
    const { kind, name } = actor;
    return { kind: ViewerKind[kind], name, permissions: allowedTo(actor), everyPermission, organisation };
  }

  @Query(() => OrganisationType, { description: 'The organisation of who is asking.' })
  async organisation(@Context() { actor }: RequestContext): Promise<OrganisationType> {
    return OrganisationType.of(await this.organisations.get(actor.organisationId));
  }
}
