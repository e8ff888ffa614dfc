import {
  sentimentFeatures,
  SENTIMENT_CLASSES,
  SENTIMENT_DENSE,
  writeSentiment,
} from '../../../libs/detection/src/sentiment-model.js';
import { readWords } from '../../../libs/detection/src/words.js';
import { readTable } from '../labelled-files.js';
import type { Example, TrainingTask } from '../task.js';

type Shares = readonly [negative: number, neutral: number, positive: number];

/** What a set is, and how much all of it counts beside the others, whatever its size. */
interface SentimentSet {
  name: string;
  licence: string;
  share: number;
  path: string;
  read: (row: Record<string, string>) => Shares | null;
}

const VALENCE_SET = {
  licence: 'MIT',
  read: ({ 'mean_valence_-4_4': valence = '' }) => sharesOfValence(Number(valence)),
};
const SETS: readonly SentimentSet[] = [
  {
    name: 'GoEmotions, train',
    licence: 'Apache-2.0',
    share: 0.5,
    path: 'sentiment/goemotions_train.tsv.gz',
    read: ({ sentiment = '' }) => SHARES_OF_LABEL[sentiment] ?? null,
  },
  { name: 'VADER tweets', share: 0.25, path: 'sentiment/vader_gt_tweets.tsv.gz', ...VALENCE_SET },
  { name: 'VADER Amazon reviews', share: 0.1, path: 'sentiment/vader_gt_amazonReviewSnippets.tsv.gz', ...VALENCE_SET },
  { name: 'VADER film reviews', share: 0.05, path: 'sentiment/vader_gt_movieReviewSnippets.tsv.gz', ...VALENCE_SET },
  { name: 'VADER editorials', share: 0.1, path: 'sentiment/vader_gt_nytEditorialSnippets.tsv.gz', ...VALENCE_SET },
];

const SHARES_OF_LABEL: Readonly<Record<string, Shares>> = {
  negative: [1, 0, 0],
  neutral: [0, 1, 0],
  positive: [0, 0, 1],
  mixed: [0.5, 0, 0.5],
};

export const sentimentTask: TrainingTask = {
  name: 'sentiment',
  kind: 'ONE_OF',
  classes: SENTIMENT_CLASSES,
  features: sentimentFeatures,
  dense: SENTIMENT_DENSE,
  learning: { passes: 6, step: 0.3, decay: 1e-5, folds: 5 },
  examples: (folder) => {
    const perSet = SETS.map((set) => examplesOf(set, folder));
    const total = perSet.reduce((sum, { length }) => sum + length, 0);
    const examples = perSet.flatMap((ofSet, at) =>
      ofSet.map((example) => ({ ...example, weight: ((SETS[at]?.share ?? 0) * total) / ofSet.length })),
    );
    const sources = SETS.map(({ name, licence }, at) => ({ name, licence, examples: perSet[at]?.length ?? 0 }));
    return { examples, sources };
  },
  card: {
    purpose:
      'The feeling of one turn of a caller, in English: negative, neutral or positive. The words of feeling that rules find are among its inputs.',
    limits: [
      'Most of what it learned from is not customer service: comments, tweets and reviews.',
      'Sarcasm without a cue, and feelings that only the situation tells, are missed.',
    ],
  },
};

function examplesOf(set: SentimentSet, folder: string): Example[] {
  return readTable(folder, set.path).flatMap((row) => {
    const target = set.read(row);
    const { text = '' } = row;
    if (!target || text === '') return [];
    return [
      { source: set.name, group: text, target, weight: 1, write: (vector) => writeSentiment(vector, readWords(text)) },
    ];
  });
}

/** Mean valence of twenty people, -4 to 4: between the classes, a text belongs to both. */
function sharesOfValence(valence: number): Shares | null {
  if (Number.isNaN(valence)) return null;
  const felt = Math.min(1, Math.max(0, (Math.abs(valence) - 0.3) / 0.6));
  return valence < 0 ? [felt, 1 - felt, 0] : [0, 1 - felt, felt];
}
