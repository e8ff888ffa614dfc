import type { PersonalKind } from '../personal/kinds.js';
import { type Placeholder, placeholdersIn } from '../personal/placeholders.js';
import type { TurnContext } from '../signals.js';
import { CUE_WEIGHTS } from './risk-rules.js';

/**
 * How much personal data in a reply tells of a leak, by kind. What belongs to one person only tells most; where to write, to
 * call, to go and to pay is handed out all day, and counts after a question about others. An IP address names nobody to a
 * listener.
 */
const DISCLOSED: Partial<Record<PersonalKind, number>> = {
  CARD: CUE_WEIGHTS.likely,
  NATIONAL_ID: CUE_WEIGHTS.likely,
  BIRTH_DATE: CUE_WEIGHTS.likely,
  IBAN: CUE_WEIGHTS.hint,
  ACCOUNT: CUE_WEIGHTS.hint,
  ADDRESS: CUE_WEIGHTS.hint,
  PHONE: CUE_WEIGHTS.hint,
  EMAIL: CUE_WEIGHTS.hint,
};

/** Masked personal data that a reply brings up itself: what a turn before already said is repeated, not disclosed. */
export function disclosedIn(text: string, { previousTurns }: TurnContext): (Placeholder & { weight: number })[] {
  const known = new Set<string>();
  return placeholdersIn(text).flatMap((found) => {
    const weight = DISCLOSED[found.kind];
    if (weight === undefined || known.has(found.written)) return [];
    known.add(found.written);
    return previousTurns.some((turn) => turn.text.includes(found.written)) ? [] : [{ ...found, weight }];
  });
}
