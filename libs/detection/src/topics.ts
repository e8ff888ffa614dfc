import { PhraseIndex, phraseText } from './phrase-index.js';
import type { Signal, Span } from './signals.js';
import { TOPIC_PHRASES } from './topics/topic-phrases.js';
import { TOPICS, type TopicId } from './topics/taxonomy.js';
import type { Words } from './words.js';

interface TopicCue {
  topic: TopicId;
  weight: number;
}

/** A telling phrase names the topic alone; two supporting ones together do. */
const WEIGHTS = { telling: 0.75, supporting: 0.4 } as const;
const LEAST_SCORE = 0.5;
const MOST_SPANS = 5;

const INDEX = new PhraseIndex<TopicCue>(cues());

function* cues(): Generator<[string, TopicCue]> {
  for (const [topic, phrases] of Object.entries(TOPIC_PHRASES)) {
    for (const strength of ['telling', 'supporting'] as const) {
      for (const lines of Object.values(phrases[strength] ?? {})) {
        // "I did not get my refund" is still about the refund, so negations never matter here.
        for (const phrase of lines)
          yield [`! ${phraseText(phrase)}`, { topic: topic as TopicId, weight: WEIGHTS[strength] }];
      }
    }
  }
}

/** What a caller talks about: one signal for every topic that matches. */
export function topicSignals({ words }: Words): Signal[] {
  const found = new Map<TopicId, { missing: number; spans: Span[] }>();
  for (const { meaning, first, end } of INDEX.find(words)) {
    const span = { start: words[first]?.start ?? 0, end: words[end - 1]?.end ?? 0 };
    const topic = found.get(meaning.topic) ?? { missing: 1, spans: [] };
    if (topic.spans.some((known) => known.start < span.end && span.start < known.end)) {
      topic.missing = Math.min(topic.missing, 1 - meaning.weight);
      found.set(meaning.topic, topic);
      continue;
    }
    topic.missing *= 1 - meaning.weight;
    if (topic.spans.length < MOST_SPANS) topic.spans.push(span);
    found.set(meaning.topic, topic);
  }
  const signals: Signal[] = [];
  for (const id of Object.keys(TOPICS) as TopicId[]) {
    const topic = found.get(id);
    const score = topic ? Math.round((1 - topic.missing) * 1000) / 1000 : 0;
    if (!topic || score < LEAST_SCORE) continue;
    signals.push({ outcome: 'SCORE', detector: 'topics', code: id, score: Math.min(score, 0.99), spans: topic.spans });
  }
  return signals;
}
