import { readFileSync } from 'node:fs';
import {
  RISK_CLASSES,
  RISK_DENSE,
  riskFeatures,
  ruleReply,
  writeRisk,
} from '../../../libs/detection/src/risk-model.js';
import { readWords } from '../../../libs/detection/src/words.js';
import { type CloneReply, readCloneReply } from '../../evaluate/read/clone-reply.js';
import { readLines } from '../../evaluate/read/lines.js';
import type { TurnContext } from '../../../libs/detection/src/signals.js';
import { readTable } from '../labelled-files.js';
import { trainingNumbers } from '../../random.js';
import type { Example, TrainingTask } from '../task.js';
import { sampleReplies } from './sample-replies.js';

/** Ours, written for training alone: risky replies and their compliant counterparts, in the form of the set that measures. */
const OWN = 'data/training/clone-replies.jsonl';
/** Small talk of ours, one sentence a line with its language, to lengthen replies with. */
const SMALL_TALK = 'data/training/small-talk.tsv';
const SEED = 7;
/** Each reply is learned as it is, and so many times more between sentences that change nothing. */
const LENGTHENED = 2;

/** What people write to companies, as if a clone had said it: none of it is risky. */
const HARMLESS = [
  ...['airline', 'fastfood', 'finance', 'insurance', 'media', 'software'].map((domain) => ({
    name: `MultiDoGO ${domain}, train`,
    licence: 'CDLA-Permissive-1.0',
    path: `topics/multidogo/${domain}_train.tsv.gz`,
  })),
  { name: 'CLINC150, train', licence: 'CC BY 3.0', path: 'topics/clinc150_train.tsv.gz' },
];
const MOST_OF_A_SET = 500;
/** There are many of them, and they are easy. */
const HARMLESS_WEIGHT = 0.3;

export const riskTask: TrainingTask = {
  name: 'risk',
  kind: 'ANY_OF',
  classes: RISK_CLASSES,
  features: riskFeatures,
  dense: RISK_DENSE,
  learning: { passes: 12, step: 0.3, decay: 2e-4, folds: 5 },
  examples: (folder) => {
    const replies = readReplies(OWN);
    const harmless = HARMLESS.map((set) => ({ ...set, examples: harmlessExamples(folder, set.path, set.name) }));
    const sample = sampleReplies().map(({ turn, codes, conversation }) =>
      exampleOf({ turn, codes, group: conversation }, turn.text, 'Sample conversations'),
    );
    return {
      examples: [
        ...riskExamples(replies, 'clone replies of ours'),
        ...sample,
        ...harmless.flatMap(({ examples }) => examples),
      ],
      sources: [
        { name: 'clone replies of ours, data/training', licence: 'ours', examples: replies.length },
        { name: 'Sample conversations', licence: 'Apache-2.0, ours', examples: sample.length },
        ...harmless.map(({ name, licence, examples }) => ({ name, licence, examples: examples.length })),
      ],
    };
  },
  card: {
    purpose:
      'The risks of one reply of a clone: whether it is risky at all, and by which of the 23 codes. Among its inputs are what the cue rules find, ' +
      "the caller's turn before, and how the reply stands to mandate, approved sources, approved positions and excluded topics. In English, Swedish, German and Chinese.",
    limits: [
      'The training replies were written for this purpose, mostly in pairs of a risky and a compliant reply; rates of risks in them say nothing about calls.',
      'The cue rules were tuned on three quarters of the development replies that `npm run evaluate` measures on, the weights on none of them: expect other replies to score lower than the table of docs/quality.md says. The figures above are of replies that no rule was tuned on.',
      'The cross-validated figures above are of the columns on their own. The product multiplies whether there is any risk with the share of each code, which ranks better.',
      'Facts are compared with the sources by figures and words, not by meaning; a claim without figures that contradicts a source in other words is mostly missed (T1).',
      'The sample conversations are learned from too: how the engine does on them says nothing about others. Weights that had seen one half of them flagged the other half as well as the cue rules alone did (precision .43 at recall .54).',
      'Swedish, German and Chinese make up a fifth of the training replies: three to six a code, more of promises (C1).',
      'A few hundred of the CLINC150 requests stand among those of topics-clinc150-examples that false flags are counted on; those of topics-clinc150-val are others.',
    ],
  },
};

export function readReplies(path: string): CloneReply[] {
  return readLines(path).map(readCloneReply);
}

export function riskExamples(replies: readonly CloneReply[], source: string): Example[] {
  const talk = readFileSync(SMALL_TALK, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));
  const random = trainingNumbers(SEED);
  return replies.flatMap((reply) => {
    const language = reply.locale?.slice(0, 2);
    const sentences = talk.flatMap(([of, sentence = '']) => (of === language ? [sentence] : []));
    const pick = () => sentences[Math.floor(random() * sentences.length)] ?? '';
    const texts = [reply.turn.text];
    for (let time = 0; time < LENGTHENED; time += 1) {
      const gap = language === 'zh' ? '' : ' ';
      const parts = [reply.turn.text];
      if (random() < 0.7) parts.unshift(pick());
      if (random() < 0.4) parts.push(pick());
      texts.push(parts.join(gap));
    }
    const examples = texts.map((text) => exampleOf(reply, text, source));
    return isRiskyWithoutContext(reply)
      ? [...examples, { ...exampleOf(withoutContext(reply), reply.turn.text, source), weight: UNHELD }]
      : examples;
  });
}

/** A product may know neither mandate nor sources; what is risky against them mostly looks so without them too. */
const UNHELD = 0.6;

/** A grant within the mandate is the one compliant reply that nothing but the mandate makes so. */
function isRiskyWithoutContext({ turn, codes, near }: CloneReply): boolean {
  const held = Object.keys(turn.context.reply ?? {}).some((given) => given !== 'clone');
  return held && (codes.size > 0 || (near !== undefined && near !== 'C1'));
}

function withoutContext(reply: CloneReply): CloneReply {
  const { isFirstReply, previousTurns } = reply.turn.context;
  return { ...reply, turn: { ...reply.turn, context: { isFirstReply, previousTurns } } };
}

function harmlessExamples(folder: string, path: string, source: string): Example[] {
  const texts = [...new Set(readTable(folder, path).map(({ text = '' }) => text))].filter((text) => text.length > 20);
  const every = Math.max(1, Math.floor(texts.length / MOST_OF_A_SET));
  const context: TurnContext = { isFirstReply: false, previousTurns: [] };
  return texts
    .filter((_, at) => at % every === 0)
    .slice(0, MOST_OF_A_SET)
    .map((text) => ({
      source,
      group: text,
      target: RISK_CLASSES.map(() => 0),
      weight: HARMLESS_WEIGHT,
      write: (vector) => writeRisk(vector, ruleReply(readWords(text), context), context),
    }));
}

function exampleOf(
  { turn, codes, group }: Pick<CloneReply, 'turn' | 'codes' | 'group'>,
  text: string,
  source: string,
): Example {
  const target = RISK_CLASSES.map((name) => (name === 'ANY' ? Number(codes.size > 0) : Number(codes.has(name))));
  return {
    source,
    group,
    target,
    weight: 1,
    write: (vector) => {
      writeRisk(vector, ruleReply(readWords(text), turn.context), turn.context);
    },
  };
}
