import type { Signal, TurnText } from '#detection';

/** A turn with the place it came from. Engines answer in the order they were asked. */
export interface TurnToAnalyse extends TurnText {
  conversationId: string;
  turnIndex: number;
}

/** What one engine measured on one turn. */
export interface TurnReading {
  /** `embedded` or `openai`: the engine whose signals these are. */
  engine: string;
  engineVersion: string;
  signals: Signal[];
  /** Money paid to a model provider for this turn, in millionths of a US dollar. */
  costMicroUsd: number;
  /** Time the engine took for this turn, in microseconds; a batch's time is shared out evenly. */
  latencyMicroseconds: number;
  /** Set when another engine was asked first and could not answer. */
  fallbackFor?: { engine: string; reason: FallbackReason };
}

export const FALLBACK_REASONS = [
  'TIMEOUT',
  'RATE_LIMITED',
  'PROVIDER_ERROR',
  'MALFORMED_ANSWER',
  'BUDGET_SPENT',
  'UNREACHABLE',
] as const;
export type FallbackReason = (typeof FALLBACK_REASONS)[number];

/** The port that every analysis engine implements. */
export interface AnalysisEngine {
  readonly id: string;
  readonly version: string;
  /** Conversations one call should bring at most, for an engine that is slow: its caller keeps a transaction open. */
  readonly conversationsPerCall?: number | undefined;
  /** One reading per turn, in order. @throws EngineFailure when nothing could be measured. */
  analyse(organisationId: string, turns: readonly TurnToAnalyse[]): Promise<TurnReading[]>;
}

/** The engine could not answer; the reason is from a closed list and holds no text of the conversation. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';

  constructor(
    readonly reason: FallbackReason,
    detail: string,
  ) {
    super(detail);
  }
}

/** Keeps what was spent per organisation and day (UTC), in millionths of a US dollar. */
export interface SpendBook {
  spentToday(organisationId: string): Promise<number>;
  record(organisationId: string, microUsd: number): Promise<void>;
}
