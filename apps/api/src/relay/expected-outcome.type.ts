import { Field, InterfaceType } from '@nestjs/graphql';

@InterfaceType('ExpectedOutcome', {
  description: 'An outcome other than success that a client should expect and handle.',
  resolveType: (value: object) => value.constructor,
})
export abstract class ExpectedOutcomeType {
  @Field(() => String, { description: 'The name of the outcome, from a closed list.' })
  code!: string;

  @Field(() => String, { description: 'What happened, in a sentence for people.' })
  message!: string;
}
