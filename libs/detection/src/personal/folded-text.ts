import type { Span } from '../signals.js';

/** What nobody sees: controls, soft hyphens, marks of direction and joiners. Left out, they hide no number. */
const INVISIBLE =
  /[\0-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/;
const TO_FOLD =
  /[\0-\x08\x0e-\x1f\x7f-\xa0\u00ad\u034f\u061c\u0660-\u0669\u06f0-\u06f9\u180e\u2000-\u2015\u202a-\u202f\u2060-\u2069\u2212\u3000\ufe00-\ufe0f\ufeff-\uff5e]/;

/** A text as rules read it, and where each of its units stands in the text as it was sent. */
export interface FoldedText {
  text: string;
  /** From a span of the folded text to one of the sent text. */
  toSent: (span: Span) => Span;
}

/** Full-width forms and other digits become ASCII, every space and dash the plain one; what is invisible goes. One pass. */
export function foldText(sent: string): FoldedText {
  if (!TO_FOLD.test(sent)) return { text: sent, toSent: (span) => span };
  const places = new Int32Array(sent.length + 1);
  const units: string[] = [];
  for (let at = 0; at < sent.length; at += 1) {
    const character = sent.charAt(at);
    const code = sent.charCodeAt(at);
    if (code < 0x7f && code >= 0x20) units.push(character);
    else if (INVISIBLE.test(character)) continue;
    else units.push(foldUnit(code, character));
    places[units.length - 1] = at;
  }
  places[units.length] = sent.length;
  return {
    text: units.join(''),
    toSent: ({ start, end }) => ({ start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 }), // spans are not empty
  };
}

function foldUnit(code: number, character: string): string {
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  if (code === 0xa0 || code === 0x202f || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)) return ' ';
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return '-';
  return character;
}
