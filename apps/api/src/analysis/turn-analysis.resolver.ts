import { ResolveField, Resolver } from '@nestjs/graphql';
import { AnalysisService } from '#analysis';
import { TurnType } from '../conversations/turn.type.js';
import type { RequestContext } from '../relay/context.js';
import { AnalysisType, SignalType } from './signal.type.js';

@Resolver(() => TurnType)
export class TurnAnalysisResolver {
  constructor(private readonly analysis: AnalysisService) {}

  @ResolveField(() => [SignalType], { description: 'What was measured on it; empty until it is analysed.' })
  async signals(turn: TurnType, _: unknown, context: RequestContext): Promise<SignalType[]> {
    return (await this.signalsOf(turn, context)).map((signal) => SignalType.of(signal));
  }

  @ResolveField(() => SignalType, {
    nullable: true,
    description: "The caller's attitude, from the text only; null for replies and until it is analysed.",
  })
  async sentiment(turn: TurnType, _: unknown, context: RequestContext): Promise<SignalType | null> {
    const sentiment = (await this.signalsOf(turn, context)).find(({ detector }) => detector === 'sentiment');
    return sentiment === undefined ? null : SignalType.of(sentiment);
  }

  @ResolveField(() => [AnalysisType], { description: 'The engine runs behind the signals.' })
  async analyses(turn: TurnType, _: unknown, context: RequestContext): Promise<AnalysisType[]> {
    const analyses = await context.rows(
      'analyses',
      turn.conversationId,
      (ids) => this.analysis.analysesOf(context.actor, ids),
      (row) => row.conversationId,
    );
    return analyses.filter(({ turnIndex }) => turnIndex === turn.index).map((analysis) => AnalysisType.of(analysis));
  }

  private async signalsOf(turn: TurnType, context: RequestContext) {
    const signals = await context.rows(
      'signals',
      turn.conversationId,
      (ids) => this.analysis.signalsOf(context.actor, ids),
      (row) => row.conversationId,
    );
    return signals.filter(({ turnIndex }) => turnIndex === turn.index);
  }
}
