import { type Felt, feelingsIn, lexiconFor } from './feelings.js';
import { judgeSentiment } from './sentiment-model.js';
import type { SentimentLevel, Signal, Span } from './signals.js';
import type { Words } from './words.js';

/** Where the strength of all feelings together reaches 0.71: VADER's normalisation, for short turns. */
const NORMALISATION = 9;
/** A turn is mixed when the weaker side has at least this share of the stronger, and is felt at all. */
const MIXED_SHARE = 0.4;
const MIXED_STRENGTH = 1.2;
const STRONG_LEVEL = 0.78;
const LEAST_LEVEL = 0.25;
/** A question with less feeling than this asks, whatever words it uses: "Is the card any good?" */
const LEAST_ASKED = 1;
const MOST_SPANS = 8;

/** The feeling a caller expresses in a turn, as one signal. */
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
  const balance = pleased - displeased;
  const byRules = balance / Math.sqrt(balance * balance + NORMALISATION);
  const blended =
    lexicon.tag === 'en' && !(reading.questions.size > 0 && Math.abs(balance) < LEAST_ASKED)
      ? (byRules + byModel(reading, felt)) / 2
      : byRules;
  const score = Math.round(blended * 1000) / 1000;
  return {
    outcome: 'SCORE',
    detector: 'sentiment',
    code: 'sentiment',
    score,
    label: isMixed(pleased, displeased) ? 'MIXED' : levelOf(score),
    spans: strongest(felt),
  };
}

function isMixed(pleased: number, displeased: number): boolean {
  const weaker = Math.min(pleased, displeased);
  return weaker >= MIXED_STRENGTH && weaker >= MIXED_SHARE * Math.max(pleased, displeased);
}

/** Words that were learned and rules that were written weigh the same. */
function byModel(reading: Words, felt: readonly Felt[]): number {
  const { negative, positive } = judgeSentiment(reading, felt);
  return positive - negative;
}

function levelOf(score: number): SentimentLevel {
  if (Math.abs(score) < LEAST_LEVEL) return 'NEUTRAL';
  if (score < 0) return score <= -STRONG_LEVEL ? 'VERY_NEGATIVE' : 'NEGATIVE';
  return score >= STRONG_LEVEL ? 'VERY_POSITIVE' : 'POSITIVE';
}

function strongest(felt: Felt[]): Span[] {
  const chosen = [...felt].sort((one, other) => Math.abs(other.valence) - Math.abs(one.valence)).slice(0, MOST_SPANS);
  return chosen.map(({ span }) => span).sort((one, other) => one.start - other.start);
}
