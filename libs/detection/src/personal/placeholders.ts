import type { Span } from '../signals.js';
import type { PersonalKind } from './kinds.js';

/** What stands in a kept text where personal data was said: `[CARD_BDFG]`. The same label stands for the same thing. */
export interface Placeholder extends Span {
  kind: PersonalKind;
  /** The placeholder as it is written. */
  written: string;
}

const PLACEHOLDER = /\[(EMAIL|PHONE|CARD|IBAN|NATIONAL_ID|ACCOUNT|ADDRESS|BIRTH_DATE|IP)_[BCDFGHJKLMNPQRSTVWXZ]{4}\]/g;

/** The placeholders of a masked text, in order. Pure. A text without a bracket costs one look. */
export function placeholdersIn(text: string): Placeholder[] {
  if (!text.includes('[')) return [];
  return [...text.matchAll(PLACEHOLDER)].map((match) => ({
    kind: match[1] as PersonalKind, // the pattern lists kinds only
    written: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
