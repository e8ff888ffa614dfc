import type { PhraseText } from '../phrase-index.js';
import type { RiskCode } from '../risk-codes.js';

export type CueLanguage = 'en' | 'sv' | 'de' | 'zh';
export type CueLists = Partial<Record<CueLanguage, readonly PhraseText[]>>;

/** What speaks for and against one risk. Phrases are written as in `phrase-index.ts`. */
export interface RiskCues {
  /** In the reply: words that do the risky thing, by how surely they do it. */
  says: { sure?: CueLists; likely?: CueLists; hint?: CueLists };
  /** In the caller's last turn: what makes this risk likely when the reply does not meet it well. */
  asked?: CueLists;
  /** In the reply: words of a reply that meets the risk well. */
  settled?: CueLists;
}

export type CueTable = Partial<Record<RiskCode, RiskCues>>;
