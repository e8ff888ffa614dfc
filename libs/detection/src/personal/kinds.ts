import type { Span } from '../signals.js';

/** Kinds of personal data. `NUMBER` is a long number of no known kind. */
export type PersonalKind =
  | 'EMAIL'
  | 'PHONE'
  | 'CARD'
  | 'IBAN'
  | 'NATIONAL_ID'
  | 'ACCOUNT'
  | 'ADDRESS'
  | 'BIRTH_DATE'
  | 'IP'
  | 'URL'
  | 'PERSON'
  | 'NUMBER';

/** A place in a text that names somebody; the same `value` is the same thing, however it was spaced. */
export interface PersonalData extends Span {
  kind: PersonalKind;
  value: string;
}
