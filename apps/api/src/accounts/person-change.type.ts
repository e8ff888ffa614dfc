import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import type { PersonChange } from '#accounts';
import { ExpectedOutcomeType } from '../relay/expected-outcome.type.js';
import { PersonType } from './person.type.js';

@ObjectType('PersonChanged', { description: 'The person is what was asked for.' })
export class PersonChangedType {
  @Field(() => PersonType, { description: 'The person as they are now.' })
  person!: PersonType;
}

@ObjectType('LastOwner', {
  implements: () => ExpectedOutcomeType,
  description: 'Nobody else could manage the organisation, so nothing was changed.',
})
export class LastOwnerType extends ExpectedOutcomeType {}

@ObjectType('NothingChanged', {
  implements: () => ExpectedOutcomeType,
  description: 'It was so already, or there was nothing to change.',
})
export class NothingChangedType extends ExpectedOutcomeType {}

export const PersonChangeType = createUnionType({
  name: 'PersonChange',
  description: 'What became of a wish to change a person.',
  types: () => [PersonChangedType, LastOwnerType, NothingChangedType],
  resolveType: (value: object) => value.constructor,
});

export function toPersonChangeType(change: PersonChange): typeof PersonChangeType {
  switch (change.outcome) {
    case 'CHANGED':
      return Object.assign(new PersonChangedType(), { person: PersonType.of(change.person) });
    case 'LAST_OWNER':
      return Object.assign(new LastOwnerType(), {
        code: change.outcome,
        message: 'This is the last active owner. Make somebody else an owner first.',
      });
    case 'NOTHING_CHANGED':
      return nothingChanged('The person was so already.');
  }
}

export function nothingChanged(message: string): NothingChangedType {
  return Object.assign(new NothingChangedType(), { code: 'NOTHING_CHANGED', message });
}
