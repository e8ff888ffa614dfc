import { TOPICS, type TopicTag, type TopicTagger } from '#detection';
import type { Engine } from '../engines/engine.js';
import { measure, type Report, type System } from '../measure.js';
import { confusion, microF1, recall } from '../metrics/classes.js';
import { ratio, type Metric } from '../metrics/metric.js';
import type { TopicExample } from '../read/formats.js';
import { DataProblem } from '../read/lines.js';
import { confusionTable } from '../tables.js';
import type { Request } from './request.js';

const OUT_OF_SCOPE = '(out of scope)';

/** Taggers that learned from examples, the first of them the product's. */
export function taggerSystem(
  name: string,
  version: string,
  taggerFor: (example: TopicExample) => TopicTagger,
): System<TopicExample, TopicTag[]> {
  const timed = (example: TopicExample) => taggerFor(example).tag(example.text);
  return {
    name,
    version,
    answerAll: async (examples, tell) =>
      examples.map((example, at) => {
        tell(at);
        return timed(example);
      }),
    timed,
  };
}

/** The product's own topics. @throws DataProblem when the file knows none of them: it is another set of topics then */
export function taxonomySystem(
  engine: Engine,
  examples: readonly TopicExample[],
  data: string,
): System<TopicExample, TopicTag[]> {
  if (!examples.some(({ topics }) => [...topics].some((topic) => topic in TOPICS))) {
    throw new DataProblem(`${data} names no topic of the product. Give examples of its topics with --examples FILE.`);
  }
  const turnOf = ({ text }: TopicExample) =>
    ({ text, speaker: 'CALLER', context: { isFirstReply: false, previousTurns: [] } }) as const;
  return {
    name: engine.name,
    version: engine.version,
    answerAll: async (of, tell) =>
      (await engine.read(of.map(turnOf), tell)).map(({ signals }) =>
        signals
          .flatMap((signal) =>
            signal.detector === 'topics' && signal.outcome === 'SCORE'
              ? [{ topic: signal.code, confidence: signal.score }]
              : [],
          )
          .sort((one, other) => other.confidence - one.confidence),
      ),
    timed: engine.timed && ((example) => engine.timed?.(turnOf(example))),
  };
}

/** @param systems the product's first, then what it is compared with */
export function reportTopics(
  request: Request,
  examples: readonly TopicExample[],
  [engine, ...baselines]: System<TopicExample, TopicTag[]>[],
): Promise<Report> {
  return measure<TopicExample, TopicTag[]>(
    {
      ...request.names('topics'),
      examples,
      groups: null,
      textOf: ({ text }) => text,
      engine: engine!, // a measurement has an engine
      baselines,
      metrics: topicMetrics,
      tables: (of, answers) => [confusionTable(confusion(firstOf(of, answers)))],
      misses: (of, answers) => {
        const { meant, told } = firstOf(of, answers);
        return of.flatMap(({ text }, at) => {
          const [one, other] = [meant[at]!, told[at]!]; // one an example
          return one === other ? [] : [{ meant: one, told: other, text, weight: answers[at]?.[0]?.confidence ?? 0 }];
        });
      },
    },
    request.write,
  );
}

/**
 * `accuracyInScope`: the share of texts about some topic whose surest tag is one of theirs. `oosRecall`: the share of texts
 * about none that got no tag. `microF1`: over all pairs of text and topic.
 */
function topicMetrics(examples: readonly TopicExample[], answers: readonly TopicTag[][]): Record<string, Metric> {
  const pairs = firstOf(examples, answers);
  return {
    accuracyInScope: ratio(
      pairs.meant.map((meant, at) => (meant !== OUT_OF_SCOPE && meant === pairs.told[at] ? 1 : 0)),
      pairs.meant.map((meant) => (meant === OUT_OF_SCOPE ? 0 : 1)),
    ),
    oosRecall: recall(pairs, OUT_OF_SCOPE),
    microF1: microF1(
      examples.map(({ topics }) => topics),
      answers.map((tags) => new Set(tags.map(({ topic }) => topic))),
    ),
  };
}

/** One topic each: the surest that was told; of several that were meant the told one, else the first. */
function firstOf(examples: readonly TopicExample[], answers: readonly TopicTag[][]) {
  const told = answers.map((tags) => tags[0]?.topic ?? OUT_OF_SCOPE);
  const meant = examples.map(({ topics }, at) => {
    const answer = told[at]!; // one an example
    return topics.has(answer) ? answer : ([...topics][0] ?? OUT_OF_SCOPE);
  });
  return { meant, told };
}
