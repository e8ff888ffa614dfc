import { emoticonsIn } from './emoticons.js';
import { FEELINGS, type FeelingLexicon } from './feeling-lexicon.js';
import type { Felt } from './felt.js';
import { FUNCTION_WORDS } from './lexicons/function-words.js';
import { isNegatedBefore, isNegator } from './negation.js';
import type { Span } from './signals.js';
import type { Word, Words } from './words.js';

const NEGATION_REACH = 4;
const NEGATED = -0.6;
const DEGREE_STEP = 0.3;
const SHOUTED = 1.25;
const EXCLAIMED = 1.15;
const BEFORE_CONTRAST = 0.6;
const AFTER_CONTRAST = 1.3;
/** "Is it any good?" praises nothing yet. */
const ASKED_PRAISE = 0.3;
/** A text is read up to here; people rarely feel more after two thousand words. */
const WORDS_READ = 2000;
const CHARACTERS_READ = 12_000;

/** At least this share of the words must be small words of the language. */
const LEAST_ORDINARY = 0.25;
const ORDINARY = new Map(Object.entries(FUNCTION_WORDS).map(([tag, words]) => [tag, new Set(words.split(' '))]));

/** The words of feeling of a language, or of the one that knows most of the words when none is named. */
export function lexiconFor(reading: Words, language: string | null): FeelingLexicon | undefined {
  return language === null
    ? (mostOrdinary(reading.words) ?? mostFamiliar(reading.words))
    : FEELINGS.get(language.slice(0, 2).toLowerCase());
}

/** Without a language, the lexicon that knows most of the words decides; "Great!" needs no function word. */
function mostFamiliar(words: readonly Word[]): FeelingLexicon | undefined {
  let best: FeelingLexicon | undefined;
  let most = 0;
  const some = words.slice(0, 40);
  for (const lexicon of FEELINGS.values()) {
    const known = some.filter((_, at) => lexicon.feelingAt(some, at) !== null).length;
    if (known > most) {
      most = known;
      best = lexicon;
    }
  }
  return best;
}

/** A few words that say little of their language still have small words in common with one: "ten dollars an hour". */
function mostOrdinary(words: readonly Word[]): FeelingLexicon | undefined {
  const some = words.slice(0, 40);
  let best: FeelingLexicon | undefined;
  let most = some.length * LEAST_ORDINARY;
  for (const lexicon of FEELINGS.values()) {
    const known = some.filter(({ form }) => ORDINARY.get(lexicon.tag)?.has(form)).length;
    if (known === 0 || known < most || (best && known === most)) continue;
    most = known;
    best = lexicon;
  }
  return best;
}

/** What the rules find in a text: words and phrases of feeling, as degree, negation, contrast and emphasis change them. */
export function feelingsIn({ words: all, exclamations, questions, text }: Words, lexicon: FeelingLexicon): Felt[] {
  const words = all.length > WORDS_READ ? all.slice(0, WORDS_READ) : all;
  const felt = emoticonsIn(text, CHARACTERS_READ);
  const contrastAt = lastContrast(words, lexicon);
  const emphasised = (valence: number, at: number): number => {
    const side = contrastAt < 0 ? 1 : at < contrastAt ? BEFORE_CONTRAST : AFTER_CONTRAST;
    const sentence = words[at]?.sentence ?? -1;
    const asked = valence > 0 && questions.has(sentence) ? ASKED_PRAISE : 1;
    return valence * side * asked * (exclamations.has(sentence) ? EXCLAIMED : 1);
  };
  const explained = new Uint8Array(words.length);
  for (const { meaning, first, end } of lexicon.phrases.find(words)) {
    if (explained[first]) continue;
    explained.fill(1, first, end);
    felt.push({ valence: emphasised(meaning, first), span: spanOf(words, first, end) });
  }
  let feltUntil = 0;
  for (let at = 0; at < words.length; at += 1) {
    const feeling = lexicon.feelingAt(words, at);
    if (!feeling) continue;
    const last = at + feeling.length - 1;
    if (feeling.valence !== 0 && !explained[at] && !explained[last]) {
      const word = words[at];
      const shouted = word && isShouted(text, word) ? SHOUTED : 1;
      const valence = emphasised(shaded(words, at, last, feeling.valence, lexicon, at - feltUntil) * shouted, at);
      felt.push({ valence, span: spanOf(words, at, last + 1) });
    }
    at = last;
    feltUntil = last + 1;
  }
  return felt;
}

/** Degree words strengthen a feeling; a negation before it, or right after its verb (German, Swedish), turns it. */
function shaded(
  words: readonly Word[],
  first: number,
  last: number,
  valence: number,
  lexicon: FeelingLexicon,
  sinceFelt: number,
): number {
  let degree = lexicon.degreeAt(words, first - 1) + lexicon.degreeAt(words, first - 2) * 0.7;
  degree = Math.max(-1, Math.min(1.5, degree));
  const strength = valence * (1 + DEGREE_STEP * degree);
  const clause = words[first]?.clause;
  const after = [last + 1, last + 2].some((at) => words[at]?.clause === clause && isVerbNegator(words, at));
  // Without punctuation, "not happy it is useless" negates happiness only; "not good or helpful" negates both.
  const reach = sinceFelt > 1 ? Math.min(NEGATION_REACH, sinceFelt) : NEGATION_REACH;
  return isNegatedBefore(words, first, reach) || after ? strength * NEGATED : strength;
}

const VERB_NEGATORS = new Set(['inte', 'nicht', 'ej']);
function isVerbNegator(words: readonly Word[], at: number): boolean {
  return VERB_NEGATORS.has(words[at]?.form ?? '') && isNegator(words, at);
}

function lastContrast(words: readonly Word[], lexicon: FeelingLexicon): number {
  for (let at = words.length - 2; at > 1; at -= 1) if (lexicon.isContrast(words, at)) return at;
  return -1;
}

export function isShouted(text: string, { start, end }: Word): boolean {
  if (end - start < 3) return false;
  const written = text.slice(start, end);
  return written === written.toUpperCase() && written !== written.toLowerCase();
}

function spanOf(words: readonly Word[], first: number, end: number): Span {
  return { start: words[first]?.start ?? 0, end: words[end - 1]?.end ?? 0 };
}
