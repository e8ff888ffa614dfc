import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Channel } from '#accountability';
import { ChannelEnum } from '../conversations/enums.js';

@ObjectType('TrendCell', { description: 'Caller turns of one kind on one day.' })
export class TrendCellType {
  @Field(() => String, { description: 'A sentiment level, a topic id, UNKNOWN or untagged.' })
  key!: string;

  @Field(() => Int, { description: 'Caller turns.' })
  turns!: number;

  @Field(() => Float, { nullable: true, description: 'Their mean sentiment, -1 to 1; null when it is known of none.' })
  meanSentiment!: number | null;
}

@ObjectType('TrendDay', { description: 'One day.' })
export class TrendDayType {
  @Field(() => String, { description: 'The day, YYYY-MM-DD, in the asked time zone.' })
  day!: string;

  @Field(() => Int, { description: 'Caller turns on that day.' })
  callerTurns!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Their mean sentiment, -1 to 1; null when there is none, which is not zero.',
  })
  meanSentiment!: number | null;

  @Field(() => [TrendCellType], { description: 'By sentiment level; UNKNOWN is a level of its own.' })
  sentiments!: TrendCellType[];

  @Field(() => [TrendCellType], { description: 'By topic, most first. A turn may have several.' })
  topics!: TrendCellType[];
}

@ObjectType('Trends', { description: 'How people felt and what they talked about, day by day.' })
export class TrendsType {
  @Field(() => String, { description: 'The time zone that days are counted in.' })
  timeZone!: string;

  @Field(() => [TrendDayType], { description: 'Every day of the range, also those without turns.' })
  days!: TrendDayType[];
}

@ArgsType()
export class TrendArguments {
  @Field(() => String, { description: 'First day, YYYY-MM-DD.' })
  from!: string;

  @Field(() => String, { description: 'Last day, YYYY-MM-DD, included.' })
  to!: string;

  @Field(() => String, { nullable: true, description: "IANA time zone; by default the organisation's." })
  timeZone?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only with this clone.' })
  cloneId?: string | null;

  @Field(() => ChannelEnum, { nullable: true, description: 'Only on this channel.' })
  channel?: Channel | null;
}
