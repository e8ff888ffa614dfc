import { createUnionType, Field, InputType, ObjectType } from '@nestjs/graphql';
import { ExpectedOutcomeType } from '../relay/expected-outcome.type.js';
import { NothingChangedType } from './person-change.type.js';

@ObjectType('SecondFactorOffered', {
  description: 'Put it into an authenticator app and confirm it with a code. Until then it is not needed.',
})
export class SecondFactorOfferedType {
  @Field(() => String, { description: 'The secret in Base32, for typing.' })
  secret!: string;

  @Field(() => String, { description: 'The same as an otpauth address.' })
  uri!: string;

  @Field(() => String, { description: 'The address as a QR code: an SVG picture.' })
  qrCode!: string;
}

@ObjectType('SecondFactorConfirmed', { description: 'From now on signing in takes a code.' })
export class SecondFactorConfirmedType {
  @Field(() => [String], { description: 'Codes for when the app is lost, each for one sign-in. Shown only now.' })
  recoveryCodes!: string[];
}

@ObjectType('CodeRefused', {
  implements: () => ExpectedOutcomeType,
  description: 'The code does not belong to what was offered last.',
})
export class CodeRefusedType extends ExpectedOutcomeType {}

@ObjectType('SecondFactorDisabled', { description: 'Signing in takes no code any more.' })
export class SecondFactorDisabledType {
  @Field(() => Date, { description: 'Since when.' })
  disabledAt!: Date;
}

@ObjectType('PasswordRefused', {
  implements: () => ExpectedOutcomeType,
  description: 'The password is wrong, or there were too many attempts.',
})
export class PasswordRefusedType extends ExpectedOutcomeType {}

@InputType({ description: 'A code of the authenticator app.' })
export class ConfirmSecondFactorInput {
  @Field(() => String, { description: 'Six digits.' })
  code!: string;
}

@InputType({ description: 'The password, once more.' })
export class DisableSecondFactorInput {
  @Field(() => String, { description: 'Your password.' })
  password!: string;
}

const resolveType = (value: object) => value.constructor;

export const EnrolSecondFactorResultType = createUnionType({
  name: 'EnrolSecondFactorResult',
  description: 'What became of asking for a second factor.',
  types: () => [SecondFactorOfferedType, NothingChangedType],
  resolveType,
});

export const ConfirmSecondFactorResultType = createUnionType({
  name: 'ConfirmSecondFactorResult',
  description: 'What became of confirming a second factor.',
  types: () => [SecondFactorConfirmedType, CodeRefusedType],
  resolveType,
});

export const DisableSecondFactorResultType = createUnionType({
  name: 'DisableSecondFactorResult',
  description: 'What became of disabling a second factor.',
  types: () => [SecondFactorDisabledType, PasswordRefusedType, NothingChangedType],
  resolveType,
});
