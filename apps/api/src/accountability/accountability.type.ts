import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Party } from '#accountability';
import { toGlobalId } from '../relay/global-ids.js';
import { NodeType } from '../relay/node.type.js';

export enum AccountabilityOutcome {
  ACCOUNTABLE = 'ACCOUNTABLE',
  GAP = 'GAP',
  CONFLICT = 'CONFLICT',
}
registerEnumType(AccountabilityOutcome, {
  name: 'AccountabilityOutcome',
  description: 'Whether somebody answered for a reply when it was given.',
  valuesMap: {
    ACCOUNTABLE: { description: 'Exactly one person did.' },
    GAP: { description: 'Nobody did; the deploying entity is named as fallback.' },
    CONFLICT: { description: 'More than one assignment applied equally; nobody was chosen.' },
  },
});

export enum PartyKind {
  PERSON = 'PERSON',
  ENTITY = 'ENTITY',
  VENDOR = 'VENDOR',
}
registerEnumType(PartyKind, { name: 'PartyKind', description: 'A person, a legal entity or a vendor.' });

@ObjectType('Party', { implements: () => NodeType, description: 'Somebody who can answer.' })
export class PartyType extends NodeType {
  @Field(() => PartyKind, { description: 'What it is.' })
  kind!: PartyKind;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its position in the organisation.' })
  title!: string | null;

  static of({ id, kind, name, title }: Party): PartyType {
    return Object.assign(new PartyType(), { id: toGlobalId('Party', id), kind: PartyKind[kind], name, title });
  }
}

@ObjectType('AccountabilityRecord', {
  description: 'Who answered for one reply, as resolved when it came in. Assigned roles, not liability.',
})
export class AccountabilityRecordType {
  accountablePartyId!: string | null;
  fallbackPartyId!: string | null;

  @Field(() => AccountabilityOutcome, { description: 'One, nobody, or more than one.' })
  outcome!: AccountabilityOutcome;

  @Field(() => String, { description: 'The version of the rule that resolved it.' })
  resolverVersion!: string;
}
