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
