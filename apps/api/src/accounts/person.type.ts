import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { KnownPerson } from '#accounts';
import { connectionOf } from '../relay/connection.js';
import { toGlobalId } from '../relay/global-ids.js';
import { NodeType } from '../relay/node.type.js';

export enum PersonRole {
  OWNER = 'OWNER',
  COMPLIANCE_LEAD = 'COMPLIANCE_LEAD',
  COMPLIANCE_OFFICER = 'COMPLIANCE_OFFICER',
  MANAGER = 'MANAGER',
  ACCOUNTABLE_PERSON = 'ACCOUNTABLE_PERSON',
  AUDITOR = 'AUDITOR',
  INTEGRATOR = 'INTEGRATOR',
}
registerEnumType(PersonRole, {
  name: 'PersonRole',
  description: 'What a person may do, as in the table of permissions.',
  valuesMap: {
    OWNER: { description: 'Everything, people included.' },
    COMPLIANCE_LEAD: { description: 'Leads those who look at risky replies.' },
    COMPLIANCE_OFFICER: { description: 'Looks at risky replies.' },
    MANAGER: { description: 'Reads what people told the clones.' },
    ACCOUNTABLE_PERSON: { description: 'Answers for what clones say.' },
    AUDITOR: { description: 'Reads, and changes nothing.' },
    INTEGRATOR: { description: 'Connects the systems that conversations come from.' },
  },
});

@ObjectType('Person', {
  implements: () => NodeType,
  description: 'Somebody of the organisation who can sign in.',
})
export class PersonType extends NodeType {
  @Field(() => String, { description: 'The address they sign in with.' })
  email!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => PersonRole, { description: 'What they may do.' })
  role!: PersonRole;

  @Field(() => Date, { description: 'When they were added.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Since when they may not sign in; null while they may.' })
  deactivatedAt!: Date | null;

  static of({ id, role, ...rest }: KnownPerson): PersonType {
    return Object.assign(new PersonType(), { ...rest, id: toGlobalId('Person', id), role: PersonRole[role] });
  }
}

export const PersonConnectionType = connectionOf(PersonType, 'Person');
