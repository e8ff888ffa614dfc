import type { TopicExamples } from '#detection';
import { ExpectedStop } from '#platform';
import { foldsOf } from '../../folds.js';
import { shuffled } from '../../random.js';
import type { TopicExample } from '../read/formats.js';

/** The same examples are drawn for the same number. */
const SEED = 1;

/** At most `shots` examples of each topic, drawn by chance, as neighbours in a file are often alike; all without `shots`. */
export function fewOf(topics: readonly TopicExamples[], shots: number | undefined): TopicExamples[] {
  return topics.map(({ topic, examples }) => ({
    topic,
    examples: shots === undefined ? examples : shuffled(examples, SEED).slice(0, shots),
  }));
}

/** Every example with its fold, and for each fold the examples of the others. The folds cut through every topic. */
export function crossed(
  topics: readonly TopicExamples[],
  folds: number,
): { examples: (TopicExample & { fold: number })[]; training: TopicExamples[][] } {
  const dealt = topics.map(({ topic, examples }) => {
    if (examples.length < 2) throw new ExpectedStop(`Folds need two examples or more of ${topic}.`);
    // The same text twice would be tested on itself.
    return { topic, examples, folds: foldsOf(examples, folds) };
  });
  return {
    examples: dealt.flatMap(
      ({ topic, examples, folds: own }) =>
        examples.map((text, at) => ({ text, topics: new Set([topic]), fold: own[at]! })), // one fold an example
    ),
    training: Array.from({ length: folds }, (_, fold) =>
      dealt.map(({ topic, examples, folds: own }) => ({
        topic,
        examples: examples.filter((_, at) => own[at] !== fold),
      })),
    ),
  };
}
