import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Invitation, InviteOutcome } from '#accounts';
import { connectionOf } from '../relay/connection.js';
import { ExpectedOutcomeType } from '../relay/expected-outcome.type.js';
import { toGlobalId } from '../relay/global-ids.js';
import { NothingChangedType } from './person-change.type.js';
import { PersonRole } from './person.type.js';

export enum InvitationState {
  OPEN = 'OPEN',
  ACCEPTED = 'ACCEPTED',
  REVOKED = 'REVOKED',
  EXPIRED = 'EXPIRED',
}
registerEnumType(InvitationState, {
  name: 'InvitationState',
  description: 'What became of an invitation.',
  valuesMap: {
    OPEN: { description: 'It can be accepted.' },
    ACCEPTED: { description: 'The person is there.' },
    REVOKED: { description: 'It was taken back.' },
    EXPIRED: { description: 'Nobody accepted it in time.' },
  },
});

@ObjectType('Invitation', { description: 'Somebody was asked to become a person of the organisation.' })
export class InvitationType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The address they will sign in with.' })
  email!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => PersonRole, { description: 'The role they will have.' })
  role!: PersonRole;

  @Field(() => Date, { description: 'When they were invited.' })
  createdAt!: Date;

  @Field(() => Date, { description: 'Until when it can be accepted.' })
  expiresAt!: Date;

  @Field(() => InvitationState, { description: 'What became of it.' })
  state!: InvitationState;

  static of({ id, role, state, ...rest }: Invitation): InvitationType {
    const enums = { role: PersonRole[role], state: InvitationState[state] };
    return Object.assign(new InvitationType(), { ...rest, ...enums, id: toGlobalId('Invitation', id) });
  }
}

export const InvitationConnectionType = connectionOf(InvitationType, 'Invitation');

@ObjectType('PersonInvited', { description: 'The invitation stands.' })
export class PersonInvitedType {
  @Field(() => InvitationType, { description: 'The invitation.' })
  invitation!: InvitationType;

  @Field(() => String, { description: 'The code to enter at /invitation. It is shown only now.' })
  code!: string;
}

@ObjectType('AddressTaken', {
  implements: () => ExpectedOutcomeType,
  description: 'A person of the organisation has this address already, perhaps deactivated.',
})
export class AddressTakenType extends ExpectedOutcomeType {}

export const InvitePersonResultType = createUnionType({
  name: 'InvitePersonResult',
  description: 'What became of inviting a person.',
  types: () => [PersonInvitedType, AddressTakenType],
  resolveType: (value: object) => value.constructor,
});

@ObjectType('InvitationRevoked', { description: 'The invitation can be accepted no more.' })
export class InvitationRevokedType {
  @Field(() => InvitationType, { description: 'The invitation.' })
  invitation!: InvitationType;
}

export const RevokeInvitationResultType = createUnionType({
  name: 'RevokeInvitationResult',
  description: 'What became of revoking an invitation.',
  types: () => [InvitationRevokedType, NothingChangedType],
  resolveType: (value: object) => value.constructor,
});

export function toInvitePersonResult(given: InviteOutcome): typeof InvitePersonResultType {
  if (given.outcome === 'INVITED') {
    const { code, invitation } = given;
    return Object.assign(new PersonInvitedType(), { code, invitation: InvitationType.of(invitation) });
  }
  const message = 'Somebody of the organisation has this address already.';
  return Object.assign(new AddressTakenType(), { code: given.outcome, message });
}
