import { RISK_CODES, type RiskCode } from '../risk-codes.js';
import { CODES, type RuledReply } from '../risk-model.js';
import type { ReplyContext, TurnContext } from '../signals.js';

/** What a code is held against, in words a reviewer can read. */
const HELD: Partial<Record<RiskCode, { given: keyof ReplyContext; known: string; unknown: string }>> = {
  C1: { given: 'authority', known: 'held against its mandate', unknown: 'its mandate is not known' },
  F1: { given: 'authority', known: 'held against its mandate', unknown: 'its mandate is not known' },
  P3: { given: 'authority', known: 'held against its mandate', unknown: 'nothing says that the caller was verified' },
  C2: { given: 'excludedTopics', known: 'held against the excluded topics', unknown: 'no excluded topics are known' },
  T1: {
    given: 'approvedSources',
    known: 'held against the approved sources',
    unknown: 'no approved sources are known',
  },
  T3: {
    given: 'approvedSources',
    known: 'held against the approved sources',
    unknown: 'no approved sources are known',
  },
  T2: { given: 'positions', known: 'held against the approved positions', unknown: 'no approved positions are known' },
};

/** Why a code was signalled. Never quotes the text. */
export function reasonFor(code: RiskCode, { rules }: RuledReply, { reply }: TurnContext): string {
  const ruled = rules[CODES.indexOf(code)];
  const held = HELD[code];
  const parts = [
    ruled && ruled.score > 0 && ruled.reason !== ''
      ? ruled.reason
      : `reads like replies where the clone ${RISK_CODES[code].definition}`,
  ];
  if (held) parts.push(reply?.[held.given] === undefined ? held.unknown : held.known);
  return parts.join('; ');
}
