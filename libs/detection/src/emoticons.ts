import type { Felt } from './felt.js';

const EYES = ':;=';
const NOSES = "-'o";
const MOUTHS: Readonly<Record<string, number>> = {
  ')': 1.5,
  D: 2,
  P: 1,
  p: 1,
  ']': 1.5,
  '(': -1.6,
  '[': -1.6,
  '/': -0.9,
  '|': -0.8,
};
const HEART = 2.4;

/** Feelings drawn with punctuation, which are no words: :-) :( <3. Each is at most three characters, so one look is enough. */
export function emoticonsIn(text: string, length: number): Felt[] {
  const found: Felt[] = [];
  const end = Math.min(text.length, length);
  for (let at = 0; at + 1 < end; at += 1) {
    const sign = text.charAt(at);
    if (sign === '<' && text.charAt(at + 1) === '3') found.push({ valence: HEART, span: { start: at, end: at + 2 } });
    if (!EYES.includes(sign)) continue;
    const mouthAt = NOSES.includes(text.charAt(at + 1)) ? at + 2 : at + 1;
    const valence = MOUTHS[text.charAt(mouthAt)];
    // "https://", "18:30" and "re:Data" draw nothing.
    if (valence === undefined || isWord(text.charAt(mouthAt + 1)) || text.charAt(mouthAt + 1) === '/') continue;
    if (isWord(text.charAt(at - 1)) && /[a-z/]/i.test(text.charAt(mouthAt))) continue;
    found.push({ valence, span: { start: at, end: mouthAt + 1 } });
  }
  return found;
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
