import { Field, InputType } from '@nestjs/graphql';
import { intakeLimits } from '#conversations';
import { IntakeFlag, IntakeInstant, IntakeNumber, IntakeText } from './intake-scalars.js';

@InputType('TurnInput', { description: 'One utterance.' })
export class TurnInput {
  @Field(() => IntakeNumber, {
    nullable: true,
    description: 'Its place in the conversation, from 0; by default its place in this list. Required in appendTurns.',
  })
  index?: unknown;

  @Field(() => IntakeText, { nullable: true, description: 'Required: CALLER, CLONE or STAFF.' })
  speaker?: unknown;

  @Field(() => IntakeText, {
    nullable: true,
    description: `Required: what the other side heard, at most ${intakeLimits.MAX_TURN_CHARACTERS} UTF-16 code units.`,
  })
  said?: unknown;

  @Field(() => IntakeText, { nullable: true, description: 'What the model had written, when that differs.' })
  generated?: unknown;

  @Field(() => IntakeFlag, { nullable: true, description: 'Whether the speaker was interrupted; false by default.' })
  interrupted?: unknown;

  @Field(() => IntakeInstant, {
    nullable: true,
    description: 'When it was said; by default when the conversation began.',
  })
  startedAt?: unknown;

  @Field(() => IntakeInstant, { nullable: true, description: 'When it ended.' })
  endedAt?: unknown;

  @Field(() => IntakeNumber, { nullable: true, description: 'Confidence in the transcript, 0 to 1.' })
  confidence?: unknown;
}

@InputType('ConversationInput', { description: 'A conversation, whole or so far. Sending it again is safe.' })
export class ConversationInput {
  @Field(() => IntakeText, { nullable: true, description: 'Required: the system that it comes from.' })
  source?: unknown;

  @Field(() => IntakeText, { nullable: true, description: 'Required: its id in that system.' })
  externalId?: unknown;

  @Field(() => IntakeText, { nullable: true, description: 'Required: the handle of the clone.' })
  clone?: unknown;

  @Field(() => IntakeText, { nullable: true, description: "The label of the clone's version." })
  cloneVersion?: unknown;

  @Field(() => IntakeText, { nullable: true, description: 'Required: PHONE, CHAT, EMAIL, VIDEO or INTERNAL.' })
  channel?: unknown;

  @Field(() => IntakeText, { nullable: true, description: 'The language spoken, a BCP 47 tag.' })
  language?: unknown;

  @Field(() => IntakeInstant, { nullable: true, description: 'Required: when it began.' })
  startedAt?: unknown;

  @Field(() => [TurnInput], {
    nullable: true,
    description: `Required: at most ${intakeLimits.MAX_TURNS_PER_CONVERSATION} turns.`,
  })
  turns?: TurnInput[];
}

@InputType('IngestConversationsInput', { description: 'Conversations to take in.' })
export class IngestConversationsInput {
  @Field(() => [ConversationInput], { description: `At most ${intakeLimits.MAX_CONVERSATIONS_PER_REQUEST}.` })
  conversations!: ConversationInput[];
}

@InputType('AppendedTurnsInput', { description: 'New turns of a conversation that was ingested before.' })
export class AppendedTurnsInput {
  @Field(() => IntakeText, { nullable: true, description: 'Required: the system that it comes from.' })
  source?: unknown;

  @Field(() => IntakeText, { nullable: true, description: 'Required: its id in that system.' })
  externalId?: unknown;

  @Field(() => [TurnInput], { nullable: true, description: 'Required: the turns, each with its index.' })
  turns?: TurnInput[];
}

@InputType('AppendTurnsInput', { description: 'Turns of live conversations.' })
export class AppendTurnsInput {
  @Field(() => [AppendedTurnsInput], { description: `At most ${intakeLimits.MAX_CONVERSATIONS_PER_REQUEST}.` })
  conversations!: AppendedTurnsInput[];
}
