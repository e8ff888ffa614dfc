import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { IssueResetOutcome } from '#accounts';
import { ExpectedOutcomeType } from '../relay/expected-outcome.type.js';

export enum SecondFactorFate {
  KEEP = 'KEEP',
  REMOVE = 'REMOVE',
}
registerEnumType(SecondFactorFate, {
  name: 'SecondFactorFate',
  description: 'What becomes of the second factor of a person whose sign-in is reset.',
  valuesMap: {
    KEEP: { description: 'The password was forgotten; the next sign-in takes a code of the app as before.' },
    REMOVE: { description: 'The app and the recovery codes are lost; the next sign-in takes no code.' },
  },
});

@InputType({ description: 'Whose sign-in to reset, and how far.' })
export class IssueSignInResetInput {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field(() => SecondFactorFate, {
    defaultValue: SecondFactorFate.KEEP,
    description: 'What becomes of their second factor.',
  })
  secondFactor!: SecondFactorFate;
}

@ObjectType('SignInResetIssued', {
  description:
    'Nothing has changed yet: the person sets another password with the code, once, and that ends their sessions.',
})
export class SignInResetIssuedType {
  @Field(() => String, { description: 'The code to enter at /reset. It is shown only now; earlier ones have ended.' })
  code!: string;

  @Field(() => Date, { description: 'Until when it can be used.' })
  expiresAt!: Date;

  @Field(() => SecondFactorFate, { description: 'What becomes of the second factor when it is used.' })
  secondFactor!: SecondFactorFate;
}

@ObjectType('OwnAccount', {
  implements: () => ExpectedOutcomeType,
  description: 'Nobody does this for themself, or an open session would be worth a password.',
})
export class OwnAccountType extends ExpectedOutcomeType {}

@ObjectType('PersonDeactivated', {
  implements: () => ExpectedOutcomeType,
  description: 'The person may not sign in. Reactivate them first.',
})
export class PersonDeactivatedType extends ExpectedOutcomeType {}

export const IssueSignInResetResultType = createUnionType({
  name: 'IssueSignInResetResult',
  description: 'What became of the wish for a reset.',
  types: () => [SignInResetIssuedType, OwnAccountType, PersonDeactivatedType],
  resolveType: (value: object) => value.constructor,
});

export function toIssueSignInResetResult(given: IssueResetOutcome): typeof IssueSignInResetResultType {
  switch (given.outcome) {
    case 'ISSUED': {
      const { code, expiresAt, removesSecondFactor } = given;
      const secondFactor = removesSecondFactor ? SecondFactorFate.REMOVE : SecondFactorFate.KEEP;
      return Object.assign(new SignInResetIssuedType(), { code, expiresAt, secondFactor });
    }
    case 'OWN_ACCOUNT':
      return Object.assign(new OwnAccountType(), {
        code: given.outcome,
        message: 'Nobody issues a reset for themself. Ask another owner, or an operator of the machine.',
      });
    case 'PERSON_DEACTIVATED':
      return Object.assign(new PersonDeactivatedType(), {
        code: given.outcome,
        message: 'This person may not sign in. Reactivate them first.',
      });
  }
}
