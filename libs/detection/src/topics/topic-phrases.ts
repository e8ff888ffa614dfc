import { MONEY_TOPIC_PHRASES } from './money-topics.js';
import { SERVICE_TOPIC_PHRASES } from './service-topics.js';
import type { PhraseText } from '../phrase-index.js';
import type { TopicId } from './taxonomy.js';

export type TopicLanguage = 'en' | 'sv' | 'de' | 'zh';
export type PhraseLists = Partial<Record<TopicLanguage, readonly PhraseText[]>>;

export interface TopicPhrases {
  telling: PhraseLists;
  supporting?: PhraseLists;
}

export const TOPIC_PHRASES: Readonly<Record<TopicId, TopicPhrases>> = {
  ...MONEY_TOPIC_PHRASES,
  ...SERVICE_TOPIC_PHRASES,
};
