import { IBAN_LENGTHS } from './iban-lengths.js';
import type { Span } from './signals.js';

/** Kinds of personal data that can be told by their form alone. Names, addresses and birthdays cannot. */
export type IdentifierKind = 'EMAIL' | 'IBAN' | 'CARD' | 'PHONE' | 'NUMBER' | 'EXTERNAL ID';

/** A place in a text that names somebody; the same `value` is the same thing, however it was spaced. */
export interface Identifier extends Span {
  kind: IdentifierKind;
  value: string;
}

/** Han and Kana need no spaces between words, so an address ends where Latin letters do. */
const EMAIL =
  /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}._%+'-]{0,63}@(?:[\p{Script=Latin}\p{N}-]{1,63}\.){1,8}\p{Script=Latin}{2,24}/gu;
const IBAN = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}/gi;
/** Digits that belong together: up to two of these between one and the next. */
const DIGITS = /[+(]{0,2}\d(?:[ ()./-]{0,2}\d){6,40}/g;
/** Days are numbers that name nobody. */
const DAY = /(?<![\d./-])(?:\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d[-/.]\d\d[-/.]\d\d)(?![./-]?\d)/g;
/** Fewer characters would be found inside ordinary words. */
const LEAST_EXTERNAL_ID = 4;
const LEAST_NUMBER_DIGITS = 10;

/** The identifiers in a text, in order, none over another. `externalId` is the conversation's own id at its source. */
export function findIdentifiers(text: string, externalId: string): Identifier[] {
  const plain = fold(text);
  const found: Identifier[] = [];
  const add = (candidates: Identifier[]) =>
    found.push(...candidates.filter((one) => !found.some((other) => overlap(one, other))));
  add(externalIds(plain, fold(externalId)));
  add(matches(plain, EMAIL).map(([value, span]) => ({ kind: 'EMAIL', value: value.toLowerCase(), ...span })));
  add(matches(plain, IBAN).flatMap(([value, span]) => ibanAt(value, span)));
  const withoutDays = plain.replace(DAY, (day) => '_'.repeat(day.length));
  add(matches(withoutDays, DIGITS).flatMap(([value, span]) => numberAt(value, span)));
  return found.sort((a, b) => a.start - b.start);
}

/** One code unit for each, so that offsets stay: full-width forms become ASCII, every space and dash the plain one. */
function fold(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2000-\u200f\u202f\u2060\u3000\ufeff]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

function matches(text: string, pattern: RegExp): [string, Span][] {
  return [...text.matchAll(pattern)].map((match) => {
    const [value] = match;
    return [value, { start: match.index, end: match.index + value.length }];
  });
}

function externalIds(text: string, externalId: string): Identifier[] {
  if (externalId.length < LEAST_EXTERNAL_ID) return [];
  const quoted = externalId.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const alone = new RegExp(`(?<![\\p{Script=Latin}\\p{N}])${quoted}(?![\\p{Script=Latin}\\p{N}])`, 'giu');
  return matches(text, alone).map(([, span]) => ({ kind: 'EXTERNAL ID', value: '', ...span }));
}

/** The IBAN that a candidate begins with, when its length and check digits (ISO 7064, MOD 97-10) are right. */
function ibanAt(candidate: string, { start }: Span): Identifier[] {
  const length = IBAN_LENGTHS.get(candidate.slice(0, 2).toUpperCase());
  if (length === undefined) return [];
  const end = endAfter(candidate, /[A-Z0-9]/i, length);
  const value = candidate.slice(0, end).replace(/[ -]/g, '').toUpperCase();
  if (value.length < length || remainder97(value.slice(4) + value.slice(0, 4)) !== 1) return [];
  return [{ kind: 'IBAN', value, start, end: start + end }];
}

/** Where the `count`th character of a kind ends. */
function endAfter(text: string, kind: RegExp, count: number): number {
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (kind.test(text[at]!)) seen += 1; // `at` is inside
    if (seen === count) return at + 1;
  }
  return text.length;
}

function remainder97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

function numberAt(written: string, span: Span): Identifier[] {
  const digits = written.replace(/\D/g, '');
  const value = written.startsWith('+') ? `+${digits}` : digits.replace(/^00/, '+');
  if (digits.length >= 13 && digits.length <= 19 && isLuhn(digits)) return [{ kind: 'CARD', value: digits, ...span }];
  if (digits.length <= 15 && isPhone(written, digits)) return [{ kind: 'PHONE', value, ...span }];
  return digits.length >= LEAST_NUMBER_DIGITS ? [{ kind: 'NUMBER', value: digits, ...span }] : [];
}

/** Begins as numbers are dialled (+, 0, an area code in brackets), or is a Chinese mobile, or written 555-123-4567. */
function isPhone(written: string, digits: string): boolean {
  return /^(\+|\(|0)/.test(written) || /^1[3-9]\d{9}$/.test(digits) || /^\d{3}[ .-]\d{3}[ .-]\d{4}$/.test(written);
}

/** The check digit of a card number (ISO/IEC 7812-1, Luhn). */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
