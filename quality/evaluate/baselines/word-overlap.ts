import type { TopicExamples, TopicTagger } from '#detection';

/** A text that shares less of its words with every example is about no topic. */
const LEAST_SHARED = 0.25;

/**
 * The topic of the example with the most words in common: the share of shared words among all words of both (Jaccard).
 * What every attempt at topics should do better than.
 */
export function wordOverlapTagger(topics: readonly TopicExamples[], closed: boolean): TopicTagger {
  const examples = topics.flatMap(({ topic, examples: texts }) =>
    texts.map((text) => ({ topic, size: wordsOf(text).size })),
  );
  const byWord = new Map<string, number[]>();
  topics
    .flatMap(({ examples: texts }) => texts)
    .forEach((text, at) => {
      for (const word of wordsOf(text)) byWord.set(word, [...(byWord.get(word) ?? []), at]);
    });
  return {
    tag(text) {
      const words = wordsOf(text);
      const shared = new Map<number, number>();
      for (const word of words) for (const at of byWord.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
      let best = { topic: '', confidence: 0 };
      for (const [at, count] of shared) {
        const { topic, size } = examples[at]!; // numbered above
        const confidence = count / (size + words.size - count);
        if (confidence > best.confidence) best = { topic, confidence };
      }
      return best.confidence > 0 && (closed || best.confidence >= LEAST_SHARED) ? [best] : [];
    },
  };
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
