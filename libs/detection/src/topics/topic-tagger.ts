import { TextVectors, type TextVector } from './text-vectors.js';

/** A topic by a handful of texts that are about it. */
export interface TopicExamples {
  topic: string;
  examples: readonly string[];
}

/** One topic of a text, with how sure the tagger is, 0 to 1. */
export interface TopicTag {
  topic: string;
  confidence: number;
}

/** What learned from examples. The same examples and the same text give the same tags, always. */
export interface TopicTagger {
  /** The topics of a text, the surest first; none when the text is about none of them. */
  tag(text: string): TopicTag[];
}

export interface TopicTaggerOptions {
  /** Every text is about one of the topics, so there is always a tag if the text shares anything with an example. */
  closed?: boolean;
}

/** Names the way a tagger learns; it changes with any rule of it. */
export const TOPIC_TAGGER_VERSION = 'centroids-1';

/** The share of examples that a topic would leave outside when it had not seen them. */
const LEFT_OUTSIDE = 0.1;
/** A further topic must come this close to the best one. */
const CLOSE_TO_BEST = 0.95;

/**
 * Learns topics from examples: a topic is the mean of the vectors of its examples (Rocchio 1971), a text is as close to it
 * as the cosine says. How close is close enough is read from the examples themselves, each compared with its topic
 * without it (leave one out). Pure: no files, no clock, no chance.
 */
export function topicTagger(topics: readonly TopicExamples[], options: TopicTaggerOptions = {}): TopicTagger {
  const vectors = new TextVectors(topics.flatMap(({ examples }) => examples));
  const examples = topics.map((topic) => topic.examples.map((text) => vectors.of(text)));
  const index = new CentroidIndex(vectors.size, examples);
  const least = options.closed ? 0 : leastCloseness(index, examples);
  return {
    tag(text) {
      const closeness = index.closenessOf(vectors.of(text));
      const best = closeness.reduce((most, each) => Math.max(most, each), 0);
      if (best === 0 || best < least) return [];
      return topics
        .map(({ topic }, at) => ({ topic, confidence: Math.min(1, closeness[at] ?? 0) }))
        .filter(({ confidence }) => confidence >= Math.max(least, best * CLOSE_TO_BEST))
        .sort((one, other) => other.confidence - one.confidence);
    },
  };
}

/** The mean vectors of topics, by feature, so that a text is compared with all of them in one pass over its features. */
class CentroidIndex {
  private readonly sums: Map<number, number>[];
  private readonly lengths: number[];
  private readonly byFeature: { topics: number[]; weights: number[] }[];

  constructor(size: number, examples: readonly (readonly TextVector[])[]) {
    this.sums = examples.map(sumOf);
    this.lengths = this.sums.map((sum) =>
      Math.sqrt([...sum.values()].reduce((squares, each) => squares + each ** 2, 0)),
    );
    this.byFeature = Array.from({ length: size }, () => ({ topics: [], weights: [] }));
    this.sums.forEach((sum, topic) => {
      for (const [feature, weight] of sum) {
        const entry = this.byFeature[feature]!; // features are numbered below size
        entry.topics.push(topic);
        entry.weights.push(weight / (this.lengths[topic] || 1));
      }
    });
  }

  /** The cosine of a vector with every topic, in their order. */
  closenessOf({ features, weights }: TextVector): Float64Array {
    const closeness = new Float64Array(this.sums.length);
    for (let at = 0; at < features.length; at += 1) {
      const entry = this.byFeature[features[at]!]!; // both arrays have this index
      const weight = weights[at]!;
      for (let each = 0; each < entry.topics.length; each += 1) {
        closeness[entry.topics[each]!]! += weight * entry.weights[each]!; // two arrays of one length
      }
    }
    return closeness;
  }

  /** The cosine of one of a topic's own vectors with the topic as it would be without it. */
  closenessWithout(topic: number, { features, weights }: TextVector): number {
    const sum = this.sums[topic]!; // a topic of ours
    let product = 0;
    for (let at = 0; at < features.length; at += 1) product += weights[at]! * (sum.get(features[at]!) ?? 0);
    // |sum - v|² = |sum|² - 2 sum·v + |v|², and (sum - v)·v = sum·v - |v|², with |v| = 1.
    const rest = this.lengths[topic]! ** 2 - 2 * product + 1;
    return rest > 1e-9 ? (product - 1) / Math.sqrt(rest) : 0;
  }
}

function sumOf(vectors: readonly TextVector[]): Map<number, number> {
  const sum = new Map<number, number>();
  for (const { features, weights } of vectors) {
    features.forEach((feature, at) => sum.set(feature, (sum.get(feature) ?? 0) + weights[at]!)); // of one length
  }
  return sum;
}

/** The closeness that all but a few examples reach to their topic without them; 0 when no topic has two examples. */
function leastCloseness(index: CentroidIndex, examples: readonly (readonly TextVector[])[]): number {
  const reached = examples
    .flatMap((vectors, topic) => (vectors.length < 2 ? [] : vectors.map((each) => index.closenessWithout(topic, each))))
    .sort((one, other) => one - other);
  return reached[Math.floor(reached.length * LEFT_OUTSIDE)] ?? 0;
}
