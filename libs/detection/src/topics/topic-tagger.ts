import { TextVectors } from './text-vectors.js';
import { believedCertainty, learnCertainty, logOdds, type HeldOut } from './topic-certainty.js';
import { TopicWeights } from './topic-weights.js';

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
export const TOPIC_TAGGER_VERSION = 'margins-3';

/** The table of weights has at most so many numbers of four bytes. */
const MOST_WEIGHTS = 16_000_000;
/** A further topic must come this close to the best one, in scores: its own question was answered almost as clearly. */
const CLOSE_TO_BEST = 0.15;
/** Examples and topics are dealt into so many parts, and each part in turn is held back to see what strangers score. */
const PARTS = 5;
/** Two parts tell as much as five when there are many examples, and learning again takes seconds. */
const MANY_EXAMPLES = 4000;
const PARTS_OF_MANY = 2;

interface Example {
  text: string;
  topic: number;
  /** The part it is held back with. */
  part: number;
}

/** What learned from some of the examples: one score a topic, and how much of the text was known. */
interface Learned {
  vectors: TextVectors;
  weights: TopicWeights;
}

/**
 * Learns topics from examples: one linear question a topic over words, pairs and parts of words. How sure is sure enough
 * is read from examples that are held back, single ones and whole topics, the latter being what a stranger looks like.
 * Learning takes milliseconds for 50 examples and seconds for 15,000. Pure: no files, no clock, no chance.
 */
export function topicTagger(topics: readonly TopicExamples[], options: TopicTaggerOptions = {}): TopicTagger {
  const examples = topics.flatMap((topic, number) =>
    topic.examples.map((text, at): Example => ({ text, topic: number, part: at % PARTS })),
  );
  const { vectors, weights } = learn(examples, topics.length);
  const certainty = options.closed ? believedCertainty() : learnCertainty(heldOut(examples, topics.length));
  return {
    tag(text) {
      const vector = vectors.of(text);
      if (vector.features.length === 0) return [];
      const scores = weights.scoresOf(vector);
      const best = scores.reduce((most, each) => Math.max(most, each), -Infinity);
      const tags: TopicTag[] = [];
      topics.forEach(({ topic, examples: { length } }, at) => {
        const score = scores[at] ?? -Infinity;
        if (length === 0 || score < best - CLOSE_TO_BEST) return;
        const odds = logOdds(certainty, { score, known: vector.known });
        if (odds < certainty.least && !(options.closed && score === best)) return;
        tags.push({ topic, confidence: 1 / (1 + Math.exp(-odds)) });
      });
      return tags.sort((one, other) => other.confidence - one.confidence);
    },
  };
}

function learn(examples: readonly Example[], topics: number): Learned {
  const vectors = new TextVectors(
    examples.map(({ text }) => text),
    Math.floor(MOST_WEIGHTS / Math.max(1, topics)),
  );
  const weights = new TopicWeights(
    examples.map(({ text }) => vectors.of(text)),
    examples.map(({ topic }) => topic),
    topics,
    vectors.size,
  );
  return { vectors, weights };
}

/** What examples score that were held back: every fifth of a topic, and all of every fifth topic. */
function heldOut(examples: readonly Example[], topics: number): HeldOut[] {
  const found: HeldOut[] = [];
  for (let part = 0; part < (examples.length > MANY_EXAMPLES ? PARTS_OF_MANY : PARTS); part += 1) {
    const isStrange = ({ topic }: Example) => topic % PARTS === part;
    const others = examples.filter((example) => !isStrange(example) && example.part !== part);
    const { vectors, weights } = learn(others, topics);
    const given = new Set(others.map(({ topic }) => topic));
    if (given.size === 0) continue;
    for (const example of examples) {
      if (example.part !== part && !isStrange(example)) continue;
      const vector = vectors.of(example.text);
      const score = weights.scoresOf(vector).reduce((most, each) => Math.max(most, each), -Infinity);
      found.push({ score, known: vector.known, inScope: given.has(example.topic) });
    }
  }
  return found;
}
