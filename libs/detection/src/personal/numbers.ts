import { isDay, isGermanTaxNumber, isHealthServiceNumber, isLuhn } from './check-digits.js';
import type { PersonalData } from './kinds.js';

/** Digits that belong together: up to two of these between one and the next. */
const DIGITS = /[+(]{0,2}\d(?:[ ()./-]{0,2}\d){5,60}/g;
/** Days are numbers that name nobody. */
const DAY = /(?<![\d./-])(?:\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d[-/.]\d\d[-/.]\d\d)(?![./-]?\d)/g;
const EXTENSION = /^ ?(?:x|ext\.? ?)\d{1,6}/i;
/** How far before a number words are read. */
const BEFORE = 32;
const PHONE_BEFORE =
  /(?:call|phone|tel|mobile|cell|fax|answering at|reach|ring|text me|contact|telefon\w*|mobil\w*|handy\w*|erreichbar|nummer ist|电话|手机|拨|致电)[^.\n\d]{0,20}$/iu;
const PHONE_AFTER = /^[ -]{1,2}(?:office|fax|mobile|cell|home)\b/i;
const ACCOUNT_BEFORE =
  /(?:account|acct|sort code|routing|clearing\w*|konto\w*|bankgiro|plusgiro|账号|账户|帐号|帐户)[^.\n\d]{0,20}$/iu;
const ORDER_BEFORE =
  /(?:order|ticket|case|reference|ref|invoice|booking|tracking|parcel|ärende\w*|order\w*|faktur\w*|bestell\w*|rechnung\w*|vorgang\w*|订单|单号|编号)[^.\n\d]{0,14}$/iu;
const HEALTH_BEFORE = /\bnhs\b[^.\n\d]{0,20}$/i;
const CARD_LENGTHS = [16, 15, 19, 14, 13, 18, 17];
const LEAST_NUMBER_DIGITS = 10;

/** Cards, phone and account numbers, national numbers of digits alone, and long numbers of no known kind. */
export function numbersIn(text: string): PersonalData[] {
  const withoutDays = text.replace(DAY, (day) => '_'.repeat(day.length));
  return [...withoutDays.matchAll(DIGITS)].flatMap((match) => numberAt(text, match[0], match.index));
}

function numberAt(text: string, run: string, start: number): PersonalData[] {
  const cards = cardsIn(run, start);
  if (cards.length > 0) return cards;
  const digits = run.replace(/\D/g, '');
  const end = start + run.length;
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const of = (kind: PersonalData['kind'], value = digits, until = end): PersonalData[] => [
    { kind, value, start, end: until },
  ];
  if (!/^[+(]|^00/.test(run) && isNational(digits, before)) return of('NATIONAL_ID');
  if (ACCOUNT_BEFORE.test(before)) return of('ACCOUNT');
  const extension = EXTENSION.exec(text.slice(end, end + 12))?.[0].length ?? 0;
  const wordGoesOn = extension === 0 && /^[a-z]/i.test(text.slice(end, end + 1));
  if (!wordGoesOn && digits.length <= 15 && !ORDER_BEFORE.test(before)) {
    const told = PHONE_BEFORE.test(before) || PHONE_AFTER.test(text.slice(end, end + 10));
    if (told || extension > 1 || isPhone(run, digits)) {
      return of('PHONE', run.startsWith('+') ? `+${digits}` : digits.replace(/^00/, '+'), end + extension);
    }
  }
  return digits.length >= LEAST_NUMBER_DIGITS ? of('NUMBER') : [];
}

/** Begins as numbers are dialled (+, 0, an area code in brackets), or is a Chinese mobile, or written 555-123-4567. */
function isPhone(written: string, digits: string): boolean {
  if (digits.length < 7) return false;
  return (
    /^(\+|\(|0)/.test(written) || /^1[3-9]\d{9}$/.test(digits) || /^(?:1[ .-])?\d{3}[ .-]\d{3}[ .-]\d{4}$/.test(written)
  );
}

/** Swedish numbers without their dash, British health numbers, German tax numbers. */
function isNational(digits: string, before: string): boolean {
  const short = digits.length === 12 && /^(?:19|20)/.test(digits) ? digits.slice(2) : digits;
  if (short.length === 10 && isLuhn(short)) {
    const day = Number(short.slice(4, 6));
    if (isDay(short.slice(2, 4), String(day > 60 ? day - 60 : day))) return true;
  }
  return isGermanTaxNumber(digits) || (HEALTH_BEFORE.test(before) && isHealthServiceNumber(digits));
}

/** A card may be followed by its month and code in the same run: it begins and ends where a group of digits does. */
function cardsIn(run: string, start: number): PersonalData[] {
  const groups = [...run.matchAll(/\d+/g)];
  const found: PersonalData[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    let digits = '';
    for (let last = first; last < groups.length && digits.length < 19; last += 1) {
      const group = groups[last]!; // below the length
      digits += group[0];
      if (!CARD_LENGTHS.includes(digits.length) || !/^[2-6]/.test(digits) || !isLuhn(digits)) continue;
      const begin = groups[first]!.index; // below the length
      found.push({ kind: 'CARD', value: digits, start: start + begin, end: start + group.index + group[0].length });
      first = last;
      break;
    }
  }
  return found;
}
