import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { accountLimits, type Scope } from '#accounts';
import { ScopeEnum } from './service-key.type.js';

@InputType('CreateServiceKeyInput', { description: 'A key to make.' })
export class CreateServiceKeyInput {
  @Field(() => String, { description: `What it is for, at most ${accountLimits.MAX_KEY_NAME_CHARACTERS} characters.` })
  name!: string;

  @Field(() => [ScopeEnum], { description: 'What it is allowed: no more than the asker is.' })
  scopes!: Scope[];

  @Field(() => [ID], {
    nullable: true,
    description: `The clones that it is restricted to, at most ${accountLimits.MAX_CLONES_PER_KEY}; by default all.`,
  })
  cloneIds?: string[] | null;

  @Field(() => Date, { nullable: true, description: 'When it ends by itself; by default never.' })
  expiresAt?: Date | null;
}

@InputType('RotateServiceKeyInput', { description: 'A key to give a new secret.' })
export class RotateServiceKeyInput {
  @Field(() => ID, { description: "The key's id." })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: `How long earlier secrets go on working, in seconds, 0 to ${accountLimits.MAX_ROTATION_OVERLAP_SECONDS}; by default ${accountLimits.ROTATION_OVERLAP_SECONDS}.`,
  })
  overlapSeconds?: number | null;
}

@InputType('RevokeServiceKeyInput', { description: 'A key to end.' })
export class RevokeServiceKeyInput {
  @Field(() => ID, { description: "The key's id." })
  id!: string;
}
