import { feelingsIn, lexiconFor } from './feelings.js';
import type { Felt } from './felt.js';
import { judgeSentiment, type SentimentShares } from './sentiment-model.js';
import type { SentimentLevel, Signal, Span } from './signals.js';
import type { Words } from './words.js';

/** A turn is mixed when words of both sides are found, the weaker at least so strong, and each side is at least so likely. */
const MIXED_LIKELY = 0.2;
const MIXED_SHARE = 0.4;
const MIXED_STRENGTH = 1.2;
/** A feeling is very strong when it is all but certain, and words of such strength say so. */
const VERY_CERTAIN = 0.8;
const VERY_FELT = 2;
const MOST_SPANS = 8;

/**
 * The feeling a caller expresses in a turn, as one signal. The score is the likelihood of pleasure less that of
 * displeasure, -1 to 1; the confidence is how likely the side of the label is, or the side that mixed feelings lean to.
 */
export function sentimentSignal(reading: Words, language: string | null): Signal {
  const lexicon = lexiconFor(reading, language);
  if (!lexicon) {
    const reason = language === null ? 'the language is unknown' : `no sentiment lexicon for the language ${language}`;
    return { outcome: 'UNKNOWN', detector: 'sentiment', code: 'sentiment', reason };
  }
  const felt = feelingsIn(reading, lexicon);
  let pleased = 0;
  let displeased = 0;
  for (const { valence } of felt) {
    if (valence > 0) pleased += valence;
    else displeased -= valence;
  }
  const shares = judgeSentiment(reading, felt, lexicon.tag);
  const label = isMixed(shares, pleased, displeased) ? 'MIXED' : levelOf(shares, pleased, displeased);
  const confidence = Math.max(shares.negative, shares.neutral, shares.positive);
  return {
    outcome: 'SCORE',
    detector: 'sentiment',
    code: 'sentiment',
    score: rounded(shares.positive - shares.negative),
    label,
    confidence: rounded(confidence),
    spans: strongest(felt),
  };
}

function isMixed({ negative, positive }: SentimentShares, pleased: number, displeased: number): boolean {
  const weaker = Math.min(pleased, displeased);
  if (Math.min(negative, positive) < MIXED_LIKELY) return false;
  return weaker >= MIXED_STRENGTH && weaker >= MIXED_SHARE * Math.max(pleased, displeased);
}

function levelOf(
  { negative, neutral, positive }: SentimentShares,
  pleased: number,
  displeased: number,
): SentimentLevel {
  if (neutral >= negative && neutral >= positive) return 'NEUTRAL';
  if (negative > positive) return negative >= VERY_CERTAIN && displeased >= VERY_FELT ? 'VERY_NEGATIVE' : 'NEGATIVE';
  return positive >= VERY_CERTAIN && pleased >= VERY_FELT ? 'VERY_POSITIVE' : 'POSITIVE';
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function strongest(felt: Felt[]): Span[] {
  const chosen = [...felt].sort((one, other) => Math.abs(other.valence) - Math.abs(one.valence)).slice(0, MOST_SPANS);
  return chosen.map(({ span }) => span).sort((one, other) => one.start - other.start);
}
