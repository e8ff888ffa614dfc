import { PhraseIndex, type PhraseText, phraseText } from '../phrase-index.js';
import type { RiskCode } from '../risk-codes.js';
import { ADVICE_CUES } from './advice-cues.js';
import { CARE_CUES } from './care-cues.js';
import { COMMITMENT_CUES } from './commitment-cues.js';
import { CONTROL_CUES } from './control-cues.js';
import type { CueLists, CueTable } from './cue-table.js';
import { DECLINES, REFERRALS } from './decline-cues.js';
import { DISCLOSURE_CUES } from './disclosure-cues.js';
import { FORECAST_CUES } from './forecast-cues.js';
import { IDENTITY_CUES } from './identity-cues.js';
import { AI_NOTICES, DODGED_NOTICES, PRINCIPAL_NOTICES } from './notice-cues.js';
import { PERSONAL_DATA_CUES } from './personal-data-cues.js';
import { REFUSAL_CUES } from './refusal-cues.js';
import { RESPECT_CUES } from './respect-cues.js';
import { CUE_WEIGHTS } from './risk-rules.js';
import { TRUTH_CUES } from './truth-cues.js';

/** What a phrase in a reply tells. */
export type ReplyCue =
  | { tells: 'risk'; code: RiskCode; weight: number }
  | { tells: 'settled'; code: RiskCode }
  | { tells: 'declined' | 'referred' | 'aiNotice' | 'principalNotice' | 'dodged' };

export const RISK_CUES: CueTable = {
  ...IDENTITY_CUES,
  ...COMMITMENT_CUES,
  ...ADVICE_CUES,
  ...FORECAST_CUES,
  ...DISCLOSURE_CUES,
  ...TRUTH_CUES,
  ...RESPECT_CUES,
  ...PERSONAL_DATA_CUES,
  ...CARE_CUES,
  ...CONTROL_CUES,
  ...REFUSAL_CUES,
};

/** One index for all that a reply can say, and one for all that a caller can ask: a turn is read once for each. */
export const REPLY_INDEX = new PhraseIndex<ReplyCue>(replyPhrases());
export const ASKED_INDEX = new PhraseIndex<RiskCode>(askedPhrases());

function* replyPhrases(): Generator<[string, ReplyCue]> {
  for (const [code, cues] of cuesByCode()) {
    for (const strength of ['sure', 'likely', 'hint'] as const) {
      const weight = CUE_WEIGHTS[strength];
      for (const phrase of phrasesOf(cues.says[strength])) yield [phrase, { tells: 'risk', code, weight }];
    }
    for (const phrase of phrasesOf(cues.settled)) yield [phrase, { tells: 'settled', code }];
  }
  for (const phrase of phrasesOf(DECLINES)) yield [phrase, { tells: 'declined' }];
  for (const phrase of phrasesOf(REFERRALS)) yield [phrase, { tells: 'referred' }];
  for (const phrase of phrasesOf(AI_NOTICES)) yield [phrase, { tells: 'aiNotice' }];
  for (const phrase of phrasesOf(PRINCIPAL_NOTICES)) yield [phrase, { tells: 'principalNotice' }];
  for (const phrase of phrasesOf(DODGED_NOTICES)) yield [phrase, { tells: 'dodged' }];
}

function* askedPhrases(): Generator<[string, RiskCode]> {
  for (const [code, cues] of cuesByCode()) {
    // A caller's "I can't afford food" or "don't you have a human" is a cue in spite of its negation.
    for (const phrase of phrasesOf(cues.asked)) yield [`! ${phrase}`, code];
  }
}

function cuesByCode(): [RiskCode, NonNullable<CueTable[RiskCode]>][] {
  // The table is declared with these keys only, which Object.entries forgets.
  return Object.entries(RISK_CUES) as [RiskCode, NonNullable<CueTable[RiskCode]>][];
}

function phrasesOf(lists: CueLists | undefined): string[] {
  return Object.values(lists ?? {}).flatMap((phrases: readonly PhraseText[]) => phrases.map(phraseText));
}
