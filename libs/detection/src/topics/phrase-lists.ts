import type { PhraseText } from '../phrase-index.js';

export type TopicLanguage = 'en' | 'sv' | 'de' | 'zh';
export type PhraseLists = Partial<Record<TopicLanguage, readonly PhraseText[]>>;

/** What tells a topic by itself, and what only adds to it. */
export interface TopicPhrases {
  telling: PhraseLists;
  supporting?: PhraseLists;
}
