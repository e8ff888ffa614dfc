import { FEELINGS } from './feeling-lexicon.js';
import { type Felt, feelingsIn } from './feelings.js';
import type { FeatureSettings } from './linear/feature-settings.js';
import type { FeatureVector } from './linear/feature-vector.js';
import { trainedModel } from './linear/weights-file.js';
import type { Words } from './words.js';

export const SENTIMENT_CLASSES = ['negative', 'neutral', 'positive'] as const;

export const sentimentFeatures: FeatureSettings = {
  bits: 18,
  wordRun: 2,
  charactersFrom: 3,
  charactersTo: 5,
  negationReach: 4,
  wordsRead: 400,
};

/** What the rules and the writing say, beside the words themselves. */
export const SENTIMENT_DENSE = ['balance', 'pleased', 'displeased', 'asked', 'exclaimed', 'silent'] as const;

/** Where pleasure or displeasure reaches half of its weight. */
const HALF_FELT = 2;

export interface SentimentShares {
  negative: number;
  neutral: number;
  positive: number;
}

/** How likely each feeling is, from words and rules together; calibrated on texts the weights never saw. English only. */
export function judgeSentiment(reading: Words, felt: readonly Felt[]): SentimentShares {
  const model = trainedModel('sentiment');
  writeFelt(model.vector, reading, felt);
  const [negative = 0, neutral = 0, positive = 0] = model.judge();
  return { negative, neutral, positive };
}

/** Puts an English text into a vector, as scoring does; training uses the same. */
export function writeSentiment(vector: FeatureVector, reading: Words): void {
  const lexicon = FEELINGS.get('en');
  vector.clear();
  writeFelt(vector, reading, lexicon ? feelingsIn(reading, lexicon) : []);
}

function writeFelt(vector: FeatureVector, reading: Words, felt: readonly Felt[]): void {
  vector.clear();
  vector.addWords(reading.words);
  let pleased = 0;
  let displeased = 0;
  for (const { valence } of felt) {
    if (valence > 0) pleased += valence;
    else displeased -= valence;
  }
  const balance = pleased - displeased;
  const { dense } = vector;
  dense[0] = balance / (Math.abs(balance) + HALF_FELT);
  dense[1] = pleased / (pleased + HALF_FELT);
  dense[2] = displeased / (displeased + HALF_FELT);
  dense[3] = reading.questions.size > 0 ? 1 : 0;
  dense[4] = reading.exclamations.size > 0 ? 1 : 0;
  dense[5] = felt.length === 0 ? 1 : 0;
}
