import { Query, Resolver } from '@nestjs/graphql';
import { allowedTo, OrganisationsService } from '#accounts';
import { Context, type RequestContext } from '../relay/context.js';
import { OrganisationType } from './organisation.type.js';
import { ViewerKind, ViewerType } from './viewer.type.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(private readonly organisations: OrganisationsService) {}

  @Query(() => ViewerType, { description: 'Who is asking, and what they may do.' })
  async viewer(@Context() { actor }: RequestContext): Promise<ViewerType> {
    const organisation = OrganisationType.of(await this.organisations.get(actor.organisationId));
    return { kind: ViewerKind[actor.kind], name: actor.name, permissions: allowedTo(actor), organisation };
  }

  @Query(() => OrganisationType, { description: 'The organisation of who is asking.' })
  async organisation(@Context() { actor }: RequestContext): Promise<OrganisationType> {
    return OrganisationType.of(await this.organisations.get(actor.organisationId));
  }
}
