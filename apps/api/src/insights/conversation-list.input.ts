import { ArgsType, Field, Float, ID, InputType } from '@nestjs/graphql';
import type { Channel } from '#accountability';
import { AccountabilityOutcome } from '../accountability/accountability.type.js';
import { ChannelEnum } from '../conversations/enums.js';
import { SeverityEnum } from '../moderation/flag.type.js';
import { PageArguments } from '../relay/connection.js';

@InputType('ConversationFilter', { description: 'Which conversations; all that is given must hold.' })
export class ConversationFilterInput {
  @Field(() => ID, { nullable: true, description: 'With this clone.' })
  cloneId?: string | null;

  @Field(() => ChannelEnum, { nullable: true, description: 'On this channel.' })
  channel?: Channel | null;

  @Field(() => Date, { nullable: true, description: 'Begun at or after this.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Begun before this.' })
  to?: Date | null;

  @Field(() => String, { nullable: true, description: 'Mostly in this language, such as sv.' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'About this topic, by id.' })
  topic?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'With flags, or without.' })
  flagged?: boolean | null;

  @Field(() => SeverityEnum, { nullable: true, description: 'With a flag of this severity or above.' })
  severityAtLeast?: SeverityEnum | null;

  @Field(() => Float, { nullable: true, description: 'Mean sentiment under this, -1 to 1.' })
  sentimentBelow?: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean sentiment above this, -1 to 1.' })
  sentimentAbove?: number | null;

  @Field(() => AccountabilityOutcome, {
    nullable: true,
    description: 'With a reply that somebody, nobody, or more than one answers for.',
  })
  accountability?: AccountabilityOutcome | null;
}

@ArgsType()
export class ConversationListArguments extends PageArguments {
  @Field(() => ConversationFilterInput, { nullable: true, description: 'Which conversations.' })
  filter?: ConversationFilterInput | null;

  @Field(() => String, { nullable: true, description: 'Words that must all occur in it; the last may be only begun.' })
  search?: string | null;
}
