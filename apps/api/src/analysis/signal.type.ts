import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { TurnAnalysis, TurnSignal } from '#analysis';

export enum SignalOutcome {
  SCORE = 'SCORE',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(SignalOutcome, {
  name: 'SignalOutcome',
  description: 'Whether a detector could measure.',
  valuesMap: {
    SCORE: { description: 'It measured.' },
    UNKNOWN: { description: 'It could not tell, which is not the same as finding nothing.' },
  },
});

@ObjectType('Span', { description: 'A part of what was said: UTF-16 offsets, end exclusive.' })
export class SpanType {
  @Field(() => Int, { description: 'First UTF-16 code unit.' })
  start!: number;

  @Field(() => Int, { description: 'The one after the last.' })
  end!: number;
}

@ObjectType('Signal', { description: 'One measurement on a turn by one version of a detector.' })
export class SignalType {
  @Field(() => String, { description: 'The detector: language, sentiment, topics or risk.' })
  detector!: string;

  @Field(() => String, { description: 'The engine that ran it.' })
  engine!: string;

  @Field(() => String, { description: 'The version of the engine.' })
  engineVersion!: string;

  @Field(() => String, { description: 'What was measured: language, sentiment, a topic id or a risk code.' })
  code!: string;

  @Field(() => SignalOutcome, { description: 'Whether it could be measured.' })
  outcome!: SignalOutcome;

  @Field(() => Float, {
    nullable: true,
    description: 'Sentiment: -1 to 1; everything else: 0 to 1. Null when unknown.',
  })
  score!: number | null;

  @Field(() => String, { nullable: true, description: 'The class: a sentiment level or a language.' })
  label!: string | null;

  @Field(() => [SpanType], { description: 'The words it rests on.' })
  spans!: SpanType[];

  @Field(() => String, { nullable: true, description: 'Why, in words; for unknown, why not.' })
  reason!: string | null;

  static of(signal: TurnSignal): SignalType {
    return Object.assign(new SignalType(), signal);
  }
}

@ObjectType('Analysis', { description: 'One run of an engine over a turn.' })
export class AnalysisType {
  @Field(() => String, { description: 'The engine.' })
  engine!: string;

  @Field(() => String, { description: 'Its version.' })
  engineVersion!: string;

  @Field(() => String, { nullable: true, description: 'The engine that was asked first and could not answer.' })
  fallbackFor!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it could not.' })
  fallbackReason!: string | null;

  @Field(() => String, { description: 'Paid to a model provider, in millionths of a US dollar, a whole number.' })
  costMicroUsd!: string;

  @Field(() => Int, { description: 'Time it took, in microseconds.' })
  latencyMicroseconds!: number;

  @Field(() => Date, { description: 'When.' })
  analysedAt!: Date;

  static of(analysis: TurnAnalysis): AnalysisType {
    return Object.assign(new AnalysisType(), analysis);
  }
}
