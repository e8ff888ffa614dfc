import { MONEY_TOPIC_PHRASES } from './money-topics.js';
import type { TopicPhrases } from './phrase-lists.js';
import { SERVICE_TOPIC_PHRASES } from './service-topics.js';
import type { TopicId } from './taxonomy.js';

export const TOPIC_PHRASES: Readonly<Record<TopicId, TopicPhrases>> = {
  ...MONEY_TOPIC_PHRASES,
  ...SERVICE_TOPIC_PHRASES,
};
