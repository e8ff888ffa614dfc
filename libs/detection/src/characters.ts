/** What a character can be part of. One byte a UTF-16 unit, so that reading a text is one table look-up a character. */
export const CHARACTER = {
  BREAK: 0,
  LETTER: 1,
  HAN: 2,
  MARK: 3,
  INVISIBLE: 4,
  CLAUSE: 5,
  SENTENCE: 6,
  SYMBOL: 7,
  PICTURE: 8,
  SPACE: 9,
} as const;

const CLAUSE_MARKS = ',;:()[]{}"«»“”„，；：、（）「」『』—–…';
const SENTENCE_MARKS = '.!?。！？؟\n';
const APOSTROPHES = "'’ʼ＇";
const SYMBOLS = '$£€¥₹%％';
const INVISIBLES = '\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff';
/** The first of CJK Extension A. */
const FIRST_HAN = 0x3400;

/** Filled once at load; a regular expression a character would cost more than the whole analysis. */
const CLASS_OF_UNIT = classifyUnits();

function classifyUnits(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  const letter = /[\p{L}\p{N}\p{M}]/u;
  const space = /\s/u;
  for (let unit = 0; unit < 0xd800; unit += 1) {
    const character = String.fromCharCode(unit);
    if (letter.test(character)) classes[unit] = isHan(unit) ? CHARACTER.HAN : CHARACTER.LETTER;
    else if (space.test(character)) classes[unit] = CHARACTER.SPACE;
    else if (unit >= 0x2190 && unit <= 0x2bff) classes[unit] = CHARACTER.PICTURE;
  }
  for (let unit = 0xf900; unit < 0xffff; unit += 1) {
    if (letter.test(String.fromCharCode(unit))) classes[unit] = isHan(unit) ? CHARACTER.HAN : CHARACTER.LETTER;
  }
  mark(classes, CLAUSE_MARKS, CHARACTER.CLAUSE);
  mark(classes, SENTENCE_MARKS, CHARACTER.SENTENCE);
  mark(classes, APOSTROPHES, CHARACTER.MARK);
  mark(classes, SYMBOLS, CHARACTER.SYMBOL);
  mark(classes, INVISIBLES, CHARACTER.INVISIBLE);
  return classes;
}

function mark(classes: Uint8Array, characters: string, as: number): void {
  for (const character of characters) classes[character.charCodeAt(0)] = as;
}

/** Scripts written without spaces are read a character at a time: Han, and the kana and Thai that we only recognise. */
function isHan(unit: number): boolean {
  return (
    (unit >= 0x3040 && unit <= 0x30ff) || (unit >= FIRST_HAN && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)
  );
}

/** Whether a word is of a script that is read a character at a time. */
export function beginsWithHan(form: string): boolean {
  return form.charCodeAt(0) >= FIRST_HAN;
}

export function characterClass(unit: number): number {
  return CLASS_OF_UNIT[unit] ?? CHARACTER.BREAK;
}

/** Characters above the 16-bit plane: rare Han, pictures, and everything else as letters. */
export function astralClass(codePoint: number): number {
  if (codePoint >= 0x1f000 && codePoint <= 0x1fbff) return CHARACTER.PICTURE;
  return codePoint >= 0x20000 && codePoint <= 0x3ffff ? CHARACTER.HAN : CHARACTER.LETTER;
}
