import { IBAN_LENGTHS } from '../iban-lengths.js';
import { isChineseIdentity, isDay, remainder97 } from './check-digits.js';
import type { PersonalData, PersonalKind } from './kinds.js';
import { Kept } from './kept.js';
import { numbersIn } from './numbers.js';

/** Every repetition has a bound, so that each place of a text costs a bounded number of steps. */
const URL = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"'，。]{3,400}/giu;
/** Han and Kana need no spaces between words, so an address ends where Latin letters do. */
const EMAIL =
  /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}._%+'-]{0,63}@(?:[\p{Script=Latin}\p{N}-]{1,63}\.){1,8}\p{Script=Latin}{2,24}/gu;
const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const IP4 = new RegExp(`(?<![\\d.])${OCTET}(?:\\.${OCTET}){3}(?!\\.?\\d)`, 'g');
const IP6 =
  /(?<![\da-z:])(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,6}(?::[\da-f]{1,4}){1,6})(?![\da-z:])/gi;
/** A time of day has one colon. */
const IP6_HINT = /:[\da-f]{0,4}:/i;
const IBAN = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}/gi;
const CHINESE_IDENTITY = /(?<!\d)[1-9]\d{16}[\dX](?![\da-z])/gi;
/** YYMMDD-NNNN of Sweden, days of coordination numbers being 60 more. */
const SWEDISH_IDENTITY = /(?<![\d-])(?:19|20)?\d\d(\d\d)(\d\d)[-+]\d{4}(?![\d-])/g;
const BRITISH_INSURANCE =
  /(?<![A-Z0-9])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D](?![A-Z0-9])/gi;
const AMERICAN_SECURITY = /(?<![\d-])(\d{3})([- ])(\d\d)\2\d{4}(?!-?\d)/g;
/** Numbers of papers have no one form: the words before them tell. */
const PAPER =
  /(?:driver'?s?'? licen[cs]e|driving licen[cs]e|licen[cs]e number|passport|personalausweis|ausweis|führerschein|reisepass|körkort|pass(?:nummer|et)|护照|身份证|social security|\bssn\b|national insurance|personnummer)[^\d\n]{0,24}?((?<![A-Z0-9])[A-Z]{0,3}\d[A-Z0-9]{4,16}(?![A-Z0-9]))/giu;

/** Cheap looks first: most texts have a digit or two, and no number of six. */
const SIX_DIGITS = /\d(?:\D{0,4}\d){5}/;
const PAPER_HINT = /\d[a-z\d]{4}/i;

/** What has a form of its own: check digits, an @, a fixed length, or words before it that tell. */
export function structuredIn(text: string): PersonalData[] {
  const kept = new Kept(text.length);
  const hasSixDigits = SIX_DIGITS.test(text);
  if (text.includes('@')) for (const match of text.matchAll(EMAIL)) kept.add(emailAt(match));
  if (/\d\.\d/.test(text)) kept.add(...matches(text, 'IP', IP4));
  if (IP6_HINT.test(text)) kept.add(...matches(text, 'IP', IP6));
  if (hasSixDigits) {
    for (const match of text.matchAll(IBAN)) kept.add(...ibanAt(match[0], match.index));
    kept.add(...nationalIn(text));
  }
  if (PAPER_HINT.test(text)) kept.add(...papersIn(text));
  if (hasSixDigits) kept.add(...numbersIn(text));
  // Last: the address of a page may hold somebody's e-mail address.
  if (text.includes('://') || /www\./i.test(text)) kept.add(...matches(text, 'URL', URL));
  return kept.inOrder();
}

function nationalIn(text: string): PersonalData[] {
  const of = (pattern: RegExp, fits?: (match: RegExpExecArray) => boolean) =>
    matches(text, 'NATIONAL_ID', pattern, fits);
  return [
    ...of(CHINESE_IDENTITY, ([whole]) => isChineseIdentity(whole)),
    ...of(SWEDISH_IDENTITY, ([, month = '', day = '']) => isSwedishDay(month, day)),
    ...of(BRITISH_INSURANCE),
    ...of(AMERICAN_SECURITY, ([, area, , group]) => area !== '000' && area !== '666' && group !== '00'),
  ];
}

function papersIn(text: string): PersonalData[] {
  return [...text.matchAll(PAPER)].map((match) => {
    const written = match[1] ?? '';
    const end = match.index + match[0].length;
    return { kind: 'NATIONAL_ID', value: plainValue(written), start: end - written.length, end };
  });
}

function matches(
  text: string,
  kind: PersonalKind,
  pattern: RegExp,
  fits: (match: RegExpExecArray) => boolean = () => true,
): PersonalData[] {
  return [...text.matchAll(pattern)].filter(fits).map((match) => {
    const [whole] = match;
    return { kind, value: plainValue(whole), start: match.index, end: match.index + whole.length };
  });
}

function plainValue(written: string): string {
  return written.replace(/[ -]/g, '').toUpperCase();
}

function emailAt(match: RegExpExecArray): PersonalData {
  const [whole] = match;
  return { kind: 'EMAIL', value: whole.toLowerCase(), start: match.index, end: match.index + whole.length };
}

/** The day of a coordination number is 60 more. */
function isSwedishDay(month: string, day: string): boolean {
  return isDay(month, day) || isDay(month, String(Number(day) - 60));
}

/** The IBAN that a candidate begins with, when its length and check digits are right. */
function ibanAt(candidate: string, start: number): PersonalData[] {
  const length = IBAN_LENGTHS.get(candidate.slice(0, 2).toUpperCase());
  if (length === undefined) return [];
  let seen = 0;
  let end = 0;
  while (end < candidate.length && seen < length) {
    if (/[A-Z0-9]/i.test(candidate.charAt(end))) seen += 1;
    end += 1;
  }
  const value = plainValue(candidate.slice(0, end));
  if (value.length < length || remainder97(value.slice(4) + value.slice(0, 4)) !== 1) return [];
  return [{ kind: 'IBAN', value, start, end: start + end }];
}
