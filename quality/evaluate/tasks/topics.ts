import { TOPIC_TAGGER_VERSION, topicTagger, type TopicExamples, type TopicTagger } from '#detection';
import { ExpectedStop } from '#platform';
import { wordOverlapTagger } from '../baselines/word-overlap.js';
import type { Report } from '../measure.js';
import { isExamples, readExamples, readTopics } from '../read/formats.js';
import { readLines } from '../read/lines.js';
import { readAll, type Request } from './request.js';
import { crossed, fewOf } from './topic-examples.js';
import { reportTopics, taggerSystem, taxonomySystem } from './topic-report.js';

const DEFAULT_FOLDS = 5;

/** Who learns topics from examples: the product's tagger, and what it is compared with. */
const LEARNERS: { name: string; version: string; learn: (topics: TopicExamples[], closed: boolean) => TopicTagger }[] =
  [
    { name: 'embedded', version: TOPIC_TAGGER_VERSION, learn: (topics, closed) => topicTagger(topics, { closed }) },
    { name: 'word overlap', version: '1', learn: wordOverlapTagger },
  ];

/** What callers talk about: by examples of each topic, by folds of a file of examples, or by the product's taxonomy. */
export function measureTopics(request: Request): Promise<Report> {
  const { examples: file, shots, folds } = request.options;
  const lines = readLines(request.data);
  if (lines.every(isExamples)) {
    if (file !== undefined) throw new ExpectedStop('--data is a file of examples itself, so leave out --examples.');
    refuseOpenAi(request);
    return byFolds(request.with({ folds: folds ?? DEFAULT_FOLDS }), lines.map(readExamples));
  }
  if (folds !== undefined) throw new ExpectedStop('--folds is for a file of examples: {"topic", "examples"}.');
  const examples = readAll(request, readTopics);
  if (file === undefined) {
    if (shots !== undefined)
      throw new ExpectedStop('--shots is how many examples a topic has, so it needs --examples.');
    return reportTopics(request, examples, [taxonomySystem(request.engine, examples, request.data)]);
  }
  refuseOpenAi(request);
  const topics = fewOf(readLines(file).map(readExamples), shots);
  const systems = LEARNERS.map(({ name, version, learn }) => {
    const tagger = learn(topics, false);
    return taggerSystem(name, version, () => tagger);
  });
  return reportTopics(request, examples, systems);
}

/** Each example is told by a tagger that learned from the other folds. No text of such a file is out of scope. */
function byFolds(request: Request, topics: readonly TopicExamples[]): Promise<Report> {
  const { folds = DEFAULT_FOLDS, shots } = request.options;
  const { examples, training } = crossed(topics, folds);
  const foldOf = new Map(examples.map(({ fold, ...example }) => [example, fold]));
  const systems = LEARNERS.map(({ name, version, learn }) => {
    const taggers = training.map((others) => learn(fewOf(others, shots), true));
    return taggerSystem(name, version, (example) => taggers[foldOf.get(example)!]!); // one tagger a fold
  });
  return reportTopics(request, [...foldOf.keys()], systems);
}

function refuseOpenAi({ engine }: Request): void {
  if (engine.name === 'openai') {
    throw new ExpectedStop("OpenAI's engine knows the topics of the product and learns none from examples.");
  }
}
