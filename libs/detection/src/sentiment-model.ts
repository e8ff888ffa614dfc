import type { FeelingLexicon } from './feeling-lexicon.js';
import { feelingsIn, isShouted } from './feelings.js';
import type { Felt } from './felt.js';
import type { FeatureSettings } from './linear/feature-settings.js';
import type { FeatureVector } from './linear/feature-vector.js';
import { trainedModel } from './linear/weights-file.js';
import { isNegator } from './negation.js';
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
const MEASURES = [
  'balance',
  'pleased',
  'displeased',
  'most pleased',
  'most displeased',
  'at the end',
  'nothing felt',
  'asked',
  'exclaimed',
  'shouted',
  'drawn out',
  'negations',
  'short',
  'dots',
] as const;
/** English has thousands of texts to learn words from; elsewhere the rules must carry more, so they weigh for themselves. */
export const SENTIMENT_DENSE = [...MEASURES, ...MEASURES.map((name) => `${name}, not in English`), 'not in English'];

/** Where what is counted reaches half of its weight. */
const HALF_FELT = 2;
const HALF_COUNTED = 1;
const SHORT_WORDS = 4;
const STRONGEST = 4;

export interface SentimentShares {
  negative: number;
  neutral: number;
  positive: number;
}

/** How likely each feeling is, from words and rules together; calibrated on texts the weights never saw. */
export function judgeSentiment(reading: Words, felt: readonly Felt[], language: string): SentimentShares {
  const model = trainedModel('sentiment');
  writeFelt(model.vector, reading, felt, language);
  const [negative = 0, neutral = 0, positive = 0] = model.judge();
  return { negative, neutral, positive };
}

/** Puts a text into a vector, as scoring does; training uses the same. */
export function writeSentiment(vector: FeatureVector, reading: Words, lexicon: FeelingLexicon): void {
  writeFelt(vector, reading, feelingsIn(reading, lexicon), lexicon.tag);
}

function writeFelt(vector: FeatureVector, reading: Words, felt: readonly Felt[], language: string): void {
  vector.clear();
  const isEnglish = language === 'en';
  vector.addWords(reading.words, isEnglish ? '' : language);
  const values = [...measuresOfFeeling(felt), ...measuresOfWriting(reading)];
  vector.dense.set(values, isEnglish ? 0 : MEASURES.length);
  if (!isEnglish) vector.dense[vector.dense.length - 1] = 1;
}

function measuresOfFeeling(felt: readonly Felt[]): number[] {
  let pleased = 0;
  let displeased = 0;
  let mostPleased = 0;
  let mostDispleased = 0;
  let last: Felt | undefined;
  for (const each of felt) {
    const { valence, span } = each;
    if (valence > 0) pleased += valence;
    else displeased -= valence;
    mostPleased = Math.max(mostPleased, valence);
    mostDispleased = Math.max(mostDispleased, -valence);
    if (!last || span.start > last.span.start) last = each;
  }
  return [
    halved(pleased - displeased, HALF_FELT),
    halved(pleased, HALF_FELT),
    halved(displeased, HALF_FELT),
    Math.min(1, mostPleased / STRONGEST),
    Math.min(1, mostDispleased / STRONGEST),
    halved(last?.valence ?? 0, HALF_FELT),
    felt.length === 0 ? 1 : 0,
  ];
}

function measuresOfWriting({ text, words, questions, exclamations }: Words): number[] {
  let shouted = 0;
  let drawnOut = 0;
  let negations = 0;
  const length = Math.min(words.length, sentimentFeatures.wordsRead);
  for (let at = 0; at < length; at += 1) {
    const word = words[at];
    if (!word) continue;
    if (word.capital && isShouted(text, word)) shouted += 1;
    if (isDrawnOut(word.form)) drawnOut += 1;
    if (isNegator(words, at)) negations += 1;
  }
  return [
    questions.size > 0 ? 1 : 0,
    halved(exclamations.size, HALF_COUNTED),
    // A text all in capitals is a way of writing, or all shouted: the same for what it means here.
    halved(shouted, HALF_COUNTED),
    halved(drawnOut, HALF_COUNTED),
    halved(negations, HALF_COUNTED),
    words.length <= SHORT_WORDS ? 1 : 0,
    text.slice(0, 2000).includes('..') || text.slice(0, 2000).includes('…') ? 1 : 0,
  ];
}

/** "soooo": a letter three times in a row. */
function isDrawnOut(form: string): boolean {
  for (let at = 2; at < form.length; at += 1) {
    const unit = form.charCodeAt(at);
    if (unit >= 0x61 && unit === form.charCodeAt(at - 1) && unit === form.charCodeAt(at - 2)) return true;
  }
  return false;
}

/** -1 to 1, growing ever slower; half of the way at `half`. */
function halved(amount: number, half: number): number {
  return amount / (Math.abs(amount) + half);
}
