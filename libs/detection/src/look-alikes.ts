/**
 * Letters that look like Latin ones, above what they look like: Cyrillic, Greek, and Latin letters of another make. Chosen from
 * Unicode's confusables (UTS #39): those that a reader of a Latin word would not notice. All in lower case, as texts are read.
 */
const LOOKS = 'аеорсхуіјѕһԁԛԝкмтвнгӏԍѵҽո' + 'αορνικτυχεηωϲϳβμγσ' + 'ıɑɡɩʟɴʀᴀᴇᴏƒł';
const MEANS = 'aeopcxyijshdqwkmtbhrlgven' + 'aopviktuxenwcjbuyo' + 'iagilnraeofl';
/** Figures and signs that stand for a letter when letters stand on both sides: "r3fund". */
const LEET = '0o1i3e4a5s7t8b';

const LETTER_OF = new Map<string, string>();
for (let at = 0; at < LOOKS.length; at += 1) LETTER_OF.set(LOOKS[at]!, MEANS[at]!); // as long as each other
const LETTER_OF_FIGURE = new Map<string, string>();
for (let at = 0; at + 1 < LEET.length; at += 2) LETTER_OF_FIGURE.set(LEET[at]!, LEET[at + 1]!); // in range

/**
 * A word in lower case as it would be read aloud: letters that only look Latin become Latin, when the word has no letter
 * that is plainly of another script. A Russian or Greek word stays what it is.
 */
export function foldLookAlikes(form: string): string {
  let folded = '';
  let changed = false;
  for (const letter of form) {
    const latin = LETTER_OF.get(letter);
    if (latin !== undefined) {
      folded += latin;
      changed ||= latin !== letter;
    } else if (isOfAnotherScript(letter)) {
      return form;
    } else {
      folded += letter;
    }
  }
  return changed ? folded : form;
}

/** "r3fund" reads as "refund"; "4th", "b2b" and "covid19" stay. */
export function foldFigures(form: string): string {
  let folded = '';
  for (let at = 0; at < form.length; at += 1) {
    const letter = LETTER_OF_FIGURE.get(form[at]!); // in range
    const between = letter !== undefined && isLatin(form.charCodeAt(at - 1)) && isLatin(form.charCodeAt(at + 1));
    folded += between ? letter : form[at]!; // in range
  }
  return folded;
}

/** Greek and Cyrillic with their extensions. */
function isOfAnotherScript(letter: string): boolean {
  const unit = letter.charCodeAt(0);
  return unit >= 0x370 && unit <= 0x52f;
}

function isLatin(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}
