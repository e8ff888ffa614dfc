import { Field, ID, InputType } from '@nestjs/graphql';
import { PersonRole } from './person.type.js';

@InputType({ description: 'A person.' })
export class PersonInput {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;
}

@InputType({ description: 'Another role for a person.' })
export class ChangeRoleInput extends PersonInput {
  @Field(() => PersonRole, { description: 'What they may do from now on.' })
  role!: PersonRole;
}

@InputType({ description: 'Whom to invite, and as what.' })
export class InvitePersonInput {
  @Field(() => String, { description: 'The address they will sign in with.' })
  email!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => PersonRole, { description: 'The role they will have.' })
  role!: PersonRole;
}

@InputType({ description: 'An invitation.' })
export class RevokeInvitationInput {
  @Field(() => ID, { description: 'The invitation.' })
  invitationId!: string;
}
