import { assessRisks } from './risk.js';
import type { RiskCode } from './risk-codes.js';
import type { TurnText } from './signals.js';
import { readWords } from './words.js';

/**
 * How risky a reply is by every code, 0 to 1, also where that is too little for a signal: what a measure ranks by. The
 * signals of `analyseTurn` are those of these that are high enough.
 */
export function riskScores({ text, context }: TurnText): Record<RiskCode, number> {
  const scores = assessRisks(readWords(text), context).map(([code, { score }]) => [code, score]);
  return Object.fromEntries(scores) as Record<RiskCode, number>; // every code was assessed
}
