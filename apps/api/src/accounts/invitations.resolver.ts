import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { InvitationsService } from '#accounts';
import { PageArguments, pageSize, readIdCursor, toConnection } from '../relay/connection.js';
import { Context, type RequestContext } from '../relay/context.js';
import { fromGlobalId } from '../relay/global-ids.js';
import {
  InvitationConnectionType,
  InvitationRevokedType,
  InvitationType,
  InvitePersonResultType,
  RevokeInvitationResultType,
  toInvitePersonResult,
} from './invitation.type.js';
import { InvitePersonInput, RevokeInvitationInput } from './people.input.js';
import { nothingChanged } from './person-change.type.js';

@Resolver(() => InvitationType)
export class InvitationsResolver {
  constructor(private readonly service: InvitationsService) {}

  @Query(() => InvitationConnectionType, { description: 'Invitations, the latest first.' })
  async invitations(
    @Context() { actor }: RequestContext,
    @Args() page: PageArguments,
  ): Promise<InstanceType<typeof InvitationConnectionType>> {
    const first = pageSize(page.first);
    const found = await this.service.list(actor, first + 1, readIdCursor(page.after));
    return toConnection(found, first, { node: (one) => InvitationType.of(one), place: ({ id }) => [id] });
  }

  @Mutation(() => InvitePersonResultType, {
    description: 'Invites somebody. Give them the code yourself; at /invitation they set their password with it.',
  })
  async invitePerson(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'Whom, and as what.' }) input: InvitePersonInput,
  ): Promise<typeof InvitePersonResultType> {
    return toInvitePersonResult(await this.service.invite(actor, input));
  }

  @Mutation(() => RevokeInvitationResultType, { description: 'Takes an open invitation back.' })
  async revokeInvitation(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'Which.' }) { invitationId }: RevokeInvitationInput,
  ): Promise<typeof RevokeInvitationResultType> {
    const id = fromGlobalId('Invitation', invitationId, 'input.invitationId');
    const revoked = await this.service.revoke(actor, id);
    if (revoked === null) return nothingChanged('The invitation was not open any more.');
    return Object.assign(new InvitationRevokedType(), { invitation: InvitationType.of(revoked) });
  }
}
