import { FEELINGS } from '../../../libs/detection/src/feeling-lexicon.js';
import {
  sentimentFeatures,
  SENTIMENT_CLASSES,
  SENTIMENT_DENSE,
  writeSentiment,
} from '../../../libs/detection/src/sentiment-model.js';
import { readWords } from '../../../libs/detection/src/words.js';
import type { Example, TrainingTask } from '../task.js';
import { SENTIMENT_SETS, type FeltText, type SentimentSet } from './sentiment-sets.js';

export const sentimentTask: TrainingTask = {
  name: 'sentiment',
  kind: 'ONE_OF',
  classes: SENTIMENT_CLASSES,
  features: sentimentFeatures,
  dense: SENTIMENT_DENSE,
  learning: { passes: 4, step: 0.1, decay: 1e-5, folds: 5 },
  examples: (folder) => {
    const texts = SENTIMENT_SETS.map((set) => set.read(folder));
    const total = texts.reduce((sum, { length }) => sum + length, 0);
    return {
      examples: SENTIMENT_SETS.flatMap((set, at) => examplesOf(set, texts[at] ?? [], set.share * total)),
      sources: SENTIMENT_SETS.map(({ name, licence }, at) => ({ name, licence, examples: texts[at]?.length ?? 0 })),
    };
  },
  card: {
    purpose:
      'The feeling of one turn of a caller: negative, neutral or positive, in English, and with far fewer texts in Swedish, German and Chinese. ' +
      'The words of feeling that the rules find are among its inputs, and carry most of what is not English.',
    limits: [
      'Most of what it learned from is not customer service: comments, tweets, reviews, editorials. Service is learned from the sample and from turns written for it.',
      'The requests of CLINC150 are taken to be neutral, which a few are not.',
      'Within each set the three classes weigh the same, so that it leans to no class; where nearly all callers are displeased, it calls too many of them neutral.',
      'A few everyday sentences ("Thank you.") stand in the sets it learned from and in those it is measured on: 44 of 4,836 of GoEmotions, 20 of 1,108 of MELD.',
      'Sarcasm without a cue, and feelings that only the situation tells, are missed.',
      'Swedish, German and Chinese texts of other trades than the sample are judged by the rules more than by words.',
    ],
  },
};

/** All classes of a set weigh the same, and all of a set what it is worth, whatever its size. */
function examplesOf(set: SentimentSet, texts: readonly FeltText[], worth: number): Example[] {
  const perClass = SENTIMENT_CLASSES.map((_, at) => texts.reduce((sum, { shares }) => sum + (shares[at] ?? 0), 0));
  const raw = texts.map(({ shares }) =>
    shares.reduce((sum, share, at) => sum + (share === 0 ? 0 : share / (perClass[at] ?? 1)), 0),
  );
  const all = raw.reduce((sum, weight) => sum + weight, 0);
  return texts.map(({ text, language, shares, group }, at) => ({
    source: set.name,
    group: group ?? text,
    target: shares,
    weight: ((raw[at] ?? 0) / all) * worth,
    write: (vector) => writeSentiment(vector, readWords(text), FEELINGS.get(language) ?? FEELINGS.get('en')!), // English is there
  }));
}
