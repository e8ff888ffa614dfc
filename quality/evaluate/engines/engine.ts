import type { RiskCode, Signal, TurnText } from '#detection';
import type { Tell } from '../progress.js';

/** What an engine says of one turn. */
export interface Reading {
  signals: readonly Signal[];
  /** How risky a reply is by code, 0 to 1, also below what makes a signal; a code that is not there is 0. */
  risks: Partial<Record<RiskCode, number>>;
}

/** An engine as the product runs it. */
export interface Engine {
  name: 'embedded' | 'openai';
  version: string;
  /** One reading a turn, in order. */
  read(turns: readonly TurnText[], tell: Tell): Promise<Reading[]>;
  /** The product's work on one turn, for measuring speed; nothing when only the whole can be timed. */
  timed?: (turn: TurnText) => unknown;
}

/** The score of the signal of one code; nothing when it is unknown or not there. */
export function scored({ signals }: Reading, code: string) {
  return signals.find((signal) => signal.outcome === 'SCORE' && signal.code === code) as
    Extract<Signal, { outcome: 'SCORE' }> | undefined; // the outcome tells which
}
