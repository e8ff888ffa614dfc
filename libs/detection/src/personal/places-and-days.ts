import type { PersonalData } from './kinds.js';

const HOUSE = '(?:\\d{1,5}[A-Za-z]?(?:[-/]\\d{1,4})?)';
/** A word of a street's name; small words say that no street is named ("5 minutes down the road"). */
const NAME_WORD =
  "(?!(?:the|a|an|my|your|this|that|of|per|on|in|down|up|from|to|for|and|is|are|was|minutes|weeks|days|hours|years|miles)\\b)[\\p{L}'.-]{2,24}";
const STREET_WORD =
  '(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|close|way|place|square|boulevard|blvd|terrace|crescent|gardens|grove|parkway|highway)';
const STREET_END =
  '(?:gatan|gata|vägen|väg|gränd|stigen|torget|allén|backen|straße|strasse|str\\.|weg|platz|allee|gasse|damm|ufer|vej|gade|veien|straat|laan|plein|kade|katu|tie)';
const ROOM = '(?:[,\\s]{1,3}(?:apt|apartment|suite|unit|flat|floor|lgh|wohnung|lägenhet)\\.? ?\\w{1,6})?';
const TOWN =
  '(?:[,\\s]{1,3}(?:(?:\\d{3} ?\\d{2}|\\d{4,5}) \\p{Lu}[\\p{L}-]{1,30}|\\p{Lu}[\\p{L}-]{1,30}(?:[, ]{1,2}[A-Z]{2})?,? \\d{5}))?';
/** A cheap look first: without its hint a text holds no address of that form. */
const ADDRESSES: readonly (readonly [hint: RegExp, form: RegExp])[] = [
  [
    /\d[A-Za-z]?,? [A-Za-z]/,
    new RegExp(
      `(?=\\d)(?<![\\p{L}\\p{N}])${HOUSE},? (?:${NAME_WORD} ){1,4}${STREET_WORD}(?![\\p{L}])\\.?${ROOM}${TOWN}`,
      'giu',
    ),
  ],
  [
    new RegExp(`(?<=${STREET_END} )\\d`, 'i'),
    new RegExp(`(?<![\\p{L}\\p{N}])\\p{L}{2,30}${STREET_END} ${HOUSE}(?![\\p{L}\\p{N}])${ROOM}${TOWN}`, 'giu'),
  ],
  [
    /(?:rue|avenue|boulevard|calle|via|plaza|rua) /i,
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${HOUSE},? (?:rue|avenue|boulevard)|(?:calle|via|plaza|rua)) (?:${NAME_WORD}[ ,]{1,2}){1,4}${HOUSE}?(?![\\p{L}\\p{N}])`,
      'giu',
    ),
  ],
  [/号/, /[\u4e00-\u9fff]{1,14}(?:路|街|大道|巷|弄)\d{1,5}号(?:[\d\u4e00-\u9fff]{0,10}(?:室|楼|单元|栋))?/gu],
  [/box \d/i, /\bp\.? ?o\.? ?box \d{1,6}/giu],
  [/\d[A-Z\d]? \d[A-Z]{2}/, /(?<![A-Z0-9])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![A-Z0-9])/g],
];
/** Without one of these, no date is a day of birth. */
const BIRTH_HINT = /born|birth|dob|d\.o\.b|född|föde|gebor|geburt|født|生/i;

const MONTH =
  '(?:jan(?:uar[iy]?)?|feb(?:ruar[iy]?)?|mar(?:ch|s)?|märz|apr(?:il)?|ma[yij]|jun[ie]?|jul[iy]?|aug(?:ust[i]?)?|sep(?:tember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)';
const DATE = new RegExp(
  `(?<![\\p{N}])(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.] ?\\d{1,2}[-/.] ?(?:\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th|\\.)?(?: of)? ${MONTH}\\.?,? \\d{4}|${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}年\\d{1,2}月\\d{1,2}[日号])(?![\\p{N}])`,
  'giu',
);
const BIRTH_BEFORE =
  /(?:\bborn\b|birth|\bd\.?o\.?b\b|birthday|född|födelse\w*|geboren|geburts\w*|født|出生|生日)[^\d]{0,30}$/iu;
const BIRTH_AFTER = /^ ?(?:出生|生|geboren|född|født)/u;
/** How far beside a date words are read. */
const BESIDE = 40;

/** Streets with a house number, post boxes and British postcodes. */
export function addressesIn(text: string): PersonalData[] {
  return ADDRESSES.filter(([hint]) => hint.test(text)).flatMap(([, form]) =>
    [...text.matchAll(form)].map((match): PersonalData => {
      const written = match[0].trimEnd();
      const value = written
        .toLowerCase()
        .replace(/[\s,.]{1,8}/g, ' ')
        .trim();
      return { kind: 'ADDRESS', value, start: match.index, end: match.index + written.length };
    }),
  );
}

/** Dates that words beside them call a day of birth. */
export function birthDatesIn(text: string): PersonalData[] {
  if (!BIRTH_HINT.test(text)) return [];
  return [...text.matchAll(DATE)].flatMap((match): PersonalData[] => {
    const [written] = match;
    const end = match.index + written.length;
    const told =
      BIRTH_BEFORE.test(text.slice(Math.max(0, match.index - BESIDE), match.index)) ||
      BIRTH_AFTER.test(text.slice(end, end + BESIDE));
    return told ? [{ kind: 'BIRTH_DATE', value: written.toLowerCase(), start: match.index, end }] : [];
  });
}
