import { readObjects, readTable } from '../labelled-files.js';

export type Shares = readonly [negative: number, neutral: number, positive: number];

export interface FeltText {
  text: string;
  language: string;
  shares: Shares;
  /** Turns of one conversation are kept together. */
  group?: string;
}

/** What a set is, and how much all of it counts beside the others. */
export interface SentimentSet {
  name: string;
  licence: string;
  share: number;
  read: (folder: string) => FeltText[];
}

const SHARES_OF_LABEL: Readonly<Record<string, Shares>> = {
  negative: [1, 0, 0],
  neutral: [0, 1, 0],
  positive: [0, 0, 1],
  mixed: [0.5, 0, 0.5],
};
const SHARES_OF_LEVEL: Readonly<Record<string, Shares>> = {
  VERY_NEGATIVE: [1, 0, 0],
  NEGATIVE: [1, 0, 0],
  NEUTRAL: [0, 1, 0],
  POSITIVE: [0, 0, 1],
  VERY_POSITIVE: [0, 0, 1],
  MIXED: [0.5, 0, 0.5],
};
/** Requests to an assistant are seldom felt. */
const SHARES_OF_REQUEST: Shares = [0.08, 0.88, 0.04];
/** Below this mean valence of twenty people a text is neutral, and from the second on it is wholly felt. */
const LEAST_VALENCE = 0.3;
const WHOLE_VALENCE = 0.9;

/** From the root of the repository, where npm runs scripts. */
const SAMPLE = 'data/sample';
const OWN = 'quality/train/own';

export const SENTIMENT_SETS: readonly SentimentSet[] = [
  { name: 'GoEmotions, train', licence: 'Apache-2.0', share: 0.7, read: readGoEmotions },
  { name: 'VADER tweets', licence: 'MIT', share: 0.2, read: valences('tweets') },
  { name: 'VADER Amazon reviews', licence: 'MIT', share: 0.08, read: valences('amazonReviewSnippets') },
  { name: 'VADER film reviews', licence: 'MIT', share: 0.05, read: valences('movieReviewSnippets') },
  { name: 'VADER editorials', licence: 'MIT', share: 0.05, read: valences('nytEditorialSnippets') },
  { name: 'CLINC150 requests, train', licence: 'CC-BY-3.0', share: 0.05, read: readRequests },
  { name: 'Sample conversations', licence: 'Apache-2.0, ours', share: 0.2, read: readSample },
  { name: 'Turns written for it', licence: 'Apache-2.0, ours', share: 0.1, read: readOwn },
];

function readGoEmotions(folder: string): FeltText[] {
  return readTable(folder, 'sentiment/goemotions_train.tsv.gz').flatMap(({ sentiment = '', text = '' }) => {
    const shares = SHARES_OF_LABEL[sentiment];
    return shares ? [{ text, language: 'en', shares }] : [];
  });
}

function valences(name: string): (folder: string) => FeltText[] {
  return (folder) =>
    readTable(folder, `sentiment/vader_gt_${name}.tsv.gz`).map((row) => ({
      text: row.text ?? '',
      language: 'en',
      shares: sharesOfValence(Number(row['mean_valence_-4_4'])),
    }));
}

function readRequests(folder: string): FeltText[] {
  return readTable(folder, 'topics/clinc150_train.tsv.gz')
    .filter(({ domain, intent }) => domain !== 'small_talk' && intent !== 'oos')
    .map(({ text = '' }) => ({ text, language: 'en', shares: SHARES_OF_REQUEST }));
}

function readSample(): FeltText[] {
  type Conversation = { externalId: string; language: string; turns: { said: string }[] };
  type Label = { conversation: string; turn: number; sentiment?: string };
  const conversations = new Map(
    readObjects<Conversation>(SAMPLE, 'nordpay.ndjson').map((conversation) => [conversation.externalId, conversation]),
  );
  return readObjects<Label>(SAMPLE, 'labels.ndjson').flatMap(({ conversation: id, turn, sentiment = '' }) => {
    const shares = SHARES_OF_LEVEL[sentiment];
    const conversation = conversations.get(id);
    if (!shares || !conversation) return [];
    const { language, turns } = conversation;
    return [{ text: turns[turn]?.said ?? '', language: language.slice(0, 2), shares, group: id }];
  });
}

function readOwn(): FeltText[] {
  return readTable(OWN, 'caller-turns.tsv').flatMap(({ language = '', level = '', text = '' }) => {
    const shares = SHARES_OF_LEVEL[level];
    return shares ? [{ text, language, shares }] : [];
  });
}

function sharesOfValence(valence: number): Shares {
  const felt = Math.min(1, Math.max(0, (Math.abs(valence) - LEAST_VALENCE) / (WHOLE_VALENCE - LEAST_VALENCE)));
  return valence < 0 ? [felt, 1 - felt, 0] : [0, 1 - felt, felt];
}
