import { astralClass, CHARACTER, characterClass } from './characters.js';
import { foldFigures, foldLookAlikes } from './look-alikes.js';

/** One unit of meaning in a text: a word, a Han character, a symbol or an emoji, with its place in the exact text. */
export interface Word {
  /** Lower case, straight apostrophes, without invisible characters, look-alike letters folded. */
  form: string;
  start: number;
  end: number;
  sentence: number;
  clause: number;
  /** Written with a capital, as names are. */
  capital: boolean;
}

export interface Words {
  text: string;
  words: Word[];
  /** Sentences, by number, that end in a question mark or in an exclamation mark. */
  questions: Set<number>;
  exclamations: Set<number>;
}

/** Nothing we look for is longer; a longer run of letters is kept as a word that no phrase can equal. */
const LONGEST_WORD = 48;
const TOO_LONG = '\u2026';

/** Hesitations of speech transcripts, dropped so that "I have, um, spoken" reads as "I have spoken". */
const FILLERS = new Set(['um', 'umm', 'uh', 'erm', 'hm', 'hmm', 'äh', 'ähm', 'öh', 'öhm', '呃', '嗯']);
/** These are words in German, Danish or Norwegian, and a hesitation only before a comma. */
const FILLERS_BEFORE_COMMA = new Set(['er', 'eh', 'ah']);

/** Reads a text once, from left to right. */
export function readWords(text: string): Words {
  const reading: Words = { text, words: [], questions: new Set(), exclamations: new Set() };
  let sentence = 0;
  let clause = 0;
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const kind = kindAt(text, at, unit);
    const width = unit >= 0xd800 && unit <= 0xdbff ? 2 : 1;
    if (kind === CHARACTER.LETTER) {
      const end = endOfWord(text, at);
      addWord(reading, at, end, sentence, clause);
      at = end;
      continue;
    }
    if (kind === CHARACTER.HAN || kind === CHARACTER.SYMBOL || kind === CHARACTER.PICTURE) {
      const written = text.slice(at, at + width);
      const form = written === '%' || written === '％' ? 'percent' : written;
      if (!FILLERS.has(form))
        reading.words.push({ form, start: at, end: at + width, sentence, clause, capital: false });
    } else if (kind === CHARACTER.CLAUSE) {
      clause += 1;
    } else if (kind === CHARACTER.SENTENCE && endsSentence(text, at, unit)) {
      noteEnding(reading, unit, sentence);
      sentence += 1;
      clause += 1;
    }
    at += width;
  }
  return reading;
}

function kindAt(text: string, at: number, unit: number): number {
  if (unit < 0xd800 || unit > 0xdbff) return characterClass(unit);
  const codePoint = text.codePointAt(at) ?? unit;
  return codePoint > 0xffff ? astralClass(codePoint) : CHARACTER.BREAK;
}

/** An apostrophe and invisible characters belong to a word only when letters follow. */
function endOfWord(text: string, start: number): number {
  const first = text.charCodeAt(start);
  let end = start + (first >= 0xd800 && first <= 0xdbff ? 2 : 1);
  let at = end;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const kind = kindAt(text, at, unit);
    if (kind === CHARACTER.LETTER) {
      at += unit >= 0xd800 && unit <= 0xdbff ? 2 : 1;
      end = at;
    } else if (kind === CHARACTER.MARK || kind === CHARACTER.INVISIBLE) {
      at += 1;
    } else {
      break;
    }
  }
  return Math.min(end, text.length);
}

function addWord(reading: Words, start: number, end: number, sentence: number, clause: number): void {
  const written = end - start > LONGEST_WORD ? TOO_LONG : reading.text.slice(start, end);
  const form = formOf(written);
  if (FILLERS.has(form)) return;
  if (FILLERS_BEFORE_COMMA.has(form) && reading.text.charCodeAt(end) === 0x2c) return;
  const capital = written.charCodeAt(0) !== written.charAt(0).toLowerCase().charCodeAt(0);
  reading.words.push({ form, start, end, sentence, clause, capital });
}

function formOf(written: string): string {
  const lower = written.toLowerCase();
  let figures = false;
  for (let at = 0; at < lower.length; at += 1) {
    const unit = lower.charCodeAt(at);
    if (unit > 0x7f) return cleanForm(lower);
    figures ||= at > 0 && unit >= 0x30 && unit <= 0x39;
  }
  return figures ? foldFigures(lower) : lower;
}

/** NFKC makes full-width and mathematical letters plain ones; it must not touch a Han character, which is read alone. */
function cleanForm(lower: string): string {
  let form = '';
  for (const character of lower.normalize('NFKC').toLowerCase()) {
    const kind = characterClass(character.charCodeAt(0));
    if (kind === CHARACTER.MARK) form += "'";
    else if (kind !== CHARACTER.INVISIBLE) form += character;
  }
  return foldFigures(foldLookAlikes(form));
}

/** A full stop inside "24.9" or "x.example" ends nothing. */
function endsSentence(text: string, at: number, unit: number): boolean {
  if (unit !== 0x2e || at + 1 >= text.length) return true;
  return characterClass(text.charCodeAt(at + 1)) !== CHARACTER.LETTER;
}

function noteEnding(reading: Words, unit: number, sentence: number): void {
  if (unit === 0x3f || unit === 0xff1f || unit === 0x061f) reading.questions.add(sentence);
  if (unit === 0x21 || unit === 0xff01) reading.exclamations.add(sentence);
}
