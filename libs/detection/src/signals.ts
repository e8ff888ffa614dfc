/** The words of a detector: text and context go in, signals come out. Pure data, no I/O. */

/** Who spoke a turn. A *reply* is a turn spoken by the clone. */
export const SPEAKERS = ['CALLER', 'CLONE', 'STAFF'] as const;
export type Speaker = (typeof SPEAKERS)[number];

/** Evidence inside the text that was said: UTF-16 offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** What a detector may know beside the text. What is absent is not known, and a detector must not guess it. */
export interface TurnContext {
  /** True when no clone turn came before this one in the conversation. */
  isFirstReply: boolean;
  /** The turns before this one, oldest first, at most `CONTEXT_TURNS`. */
  previousTurns: readonly { speaker: Speaker; text: string }[];
  /** The language the source declared, as a BCP 47 tag. */
  declaredLanguage?: string;
}

export interface TurnText {
  text: string;
  speaker: Speaker;
  context: TurnContext;
}

/** One measurement: a score from 0 to 1 (sentiment: -1 to 1), or *unknown* with the reason. Unknown is never "no match". */
export type Signal = ScoredSignal | UnknownSignal;

export interface ScoredSignal {
  outcome: 'SCORE';
  detector: DetectorId;
  /** What was measured: `sentiment`, `language`, a topic id, or a risk code. */
  code: string;
  score: number;
  /** The class where there is one: a sentiment level, a language tag. */
  label?: string;
  /** How sure the engine is of the label, 0 to 1, where it says so: of the labels at 0.8, eight in ten are to be right. */
  confidence?: number;
  spans: Span[];
  /** Why, in words a reviewer can read; never quotes the text. */
  reason?: string;
}

export interface UnknownSignal {
  outcome: 'UNKNOWN';
  detector: DetectorId;
  code: string;
  reason: string;
}

export const DETECTORS = ['language', 'sentiment', 'topics', 'risk'] as const;
export type DetectorId = (typeof DETECTORS)[number];

export const SENTIMENT_LEVELS = ['VERY_NEGATIVE', 'NEGATIVE', 'NEUTRAL', 'POSITIVE', 'VERY_POSITIVE', 'MIXED'] as const;
export type SentimentLevel = (typeof SENTIMENT_LEVELS)[number];

/** How many earlier turns a detector is given. */
export const CONTEXT_TURNS = 3;
