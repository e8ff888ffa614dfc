import { FUNCTION_WORDS } from './lexicons/function-words.js';
import { isNegatedBefore, isNegator } from './negation.js';
import { WORD_CLASSES } from './word-classes.js';
import { readWords, type Word } from './words.js';

/**
 * Finds many phrases in one pass over a text. A phrase is a line of steps, written so that a table of them reads well:
 *   fee|charge     either word                going_to|gonna   several words as one alternative
 *   cancel~        any word that begins so    #                a word that begins with a digit
 *   %              a name: a word with a capital that is no function word; %'s its possessive
 *   @day           any word of a class of `word-classes.ts`
 *   ?really        may be missing             *  **            up to 3, up to 8 words of the same sentence
 *   ^ first        only at the head of a sentence
 *   ! first        holds even when the words before or between negate it
 * A long phrase is a list of lines; a line that begins with | goes on with the step before it.
 * Languages without spaces need none inside a step: 我建议|建议您 is read a character at a time.
 */
export type PhraseText = string | readonly string[];

export interface PhraseMatch<Meaning> {
  meaning: Meaning;
  /** Index of the first word, and of the word after the last. */
  first: number;
  end: number;
}

interface Step {
  gap: number;
  optional: boolean;
  single: Set<string>;
  sequences: string[][];
  prefixes: string[];
  digits: boolean;
  name: boolean;
  possessive: boolean;
}

interface Phrase<Meaning> {
  steps: Step[];
  atHead: boolean;
  unguarded: boolean;
  meaning: Meaning;
}

const SHORT_GAP = 3;
const LONG_GAP = 8;
/** Phrases that begin with an open ending are filed under this many letters. */
const STEM_LENGTH = 3;
const NEGATION_REACH = 5;
const NO_MATCH = -1;
/** A capital at the head of a sentence makes none of these a name. */
const NOT_NAMES = new Set(Object.values(FUNCTION_WORDS).flatMap((words) => words.split(' ')));

export function phraseText(phrase: PhraseText): string {
  return typeof phrase === 'string' ? phrase : phrase.join(' ').replaceAll(' |', '|');
}

export class PhraseIndex<Meaning> {
  private readonly byWord = new Map<string, Phrase<Meaning>[]>();
  private readonly byStem = new Map<string, Phrase<Meaning>[]>();
  private readonly byDigits: Phrase<Meaning>[] = [];
  private readonly byName: Phrase<Meaning>[] = [];

  constructor(entries: Iterable<readonly [string, Meaning]>) {
    for (const [pattern, meaning] of entries) this.add(pattern, compile(pattern, meaning));
  }

  find(words: readonly Word[]): PhraseMatch<Meaning>[] {
    const matches: PhraseMatch<Meaning>[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const form = words[at]?.form ?? '';
      collect(this.byWord.get(form), words, at, matches);
      if (form.length >= STEM_LENGTH) collect(this.byStem.get(form.slice(0, STEM_LENGTH)), words, at, matches);
      if (this.byDigits.length > 0 && startsWithDigit(form)) collect(this.byDigits, words, at, matches);
      if (words[at]?.capital) collect(this.byName, words, at, matches);
    }
    return matches;
  }

  private add(pattern: string, phrase: Phrase<Meaning>): void {
    const [first] = phrase.steps;
    if (first?.optional) {
      this.add(pattern, { ...phrase, steps: [{ ...first, optional: false }, ...phrase.steps.slice(1)] });
      this.add(pattern, { ...phrase, steps: phrase.steps.slice(1) });
      return;
    }
    if (!first || first.gap > 0) throw new Error(`a phrase must begin with a word: ${pattern}`);
    for (const word of first.single) fileUnder(this.byWord, word, phrase);
    for (const [word] of first.sequences) fileUnder(this.byWord, word ?? '', phrase);
    for (const prefix of first.prefixes) {
      if (prefix.length < STEM_LENGTH) throw new Error(`a phrase may not begin with so short a stem: ${pattern}`);
      fileUnder(this.byStem, prefix.slice(0, STEM_LENGTH), phrase);
    }
    if (first.digits) this.byDigits.push(phrase);
    if (first.name || first.possessive) this.byName.push(phrase);
  }
}

function fileUnder<Meaning>(index: Map<string, Phrase<Meaning>[]>, key: string, phrase: Phrase<Meaning>): void {
  const filed = index.get(key);
  if (!filed) index.set(key, [phrase]);
  else if (!filed.includes(phrase)) filed.push(phrase);
}

function compile<Meaning>(pattern: string, meaning: Meaning): Phrase<Meaning> {
  const parts = pattern.split(' ');
  const phrase: Phrase<Meaning> = { steps: [], atHead: false, unguarded: false, meaning };
  for (const part of parts) {
    if (part === '^') phrase.atHead = true;
    else if (part === '!') phrase.unguarded = true;
    else phrase.steps.push(compileStep(part));
  }
  return phrase;
}

function compileStep(part: string): Step {
  const gap = part === '*' ? SHORT_GAP : part === '**' ? LONG_GAP : 0;
  const optional = part.startsWith('?');
  const step: Step = {
    gap,
    optional,
    single: new Set(),
    sequences: [],
    prefixes: [],
    digits: false,
    name: false,
    possessive: false,
  };
  if (gap > 0) return step;
  for (const alternative of alternativesOf(optional ? part.slice(1) : part)) {
    if (alternative === '#') step.digits = true;
    else if (alternative === '%') step.name = true;
    else if (alternative === "%'s") step.possessive = true;
    else if (alternative.endsWith('~')) step.prefixes.push(alternative.slice(0, -1));
    else addForms(step, readWords(alternative.replaceAll('_', ' ')).words);
  }
  return step;
}

function alternativesOf(part: string): string[] {
  return part.split('|').flatMap((alternative) => {
    if (!alternative.startsWith('@')) return [alternative];
    const words = WORD_CLASSES[alternative.slice(1)];
    if (words === undefined) throw new Error(`no word class ${alternative}`);
    return words.split('|');
  });
}

function addForms(step: Step, words: readonly Word[]): void {
  const forms = words.map((word) => word.form);
  const [only] = forms;
  if (forms.length === 1 && only !== undefined) step.single.add(only);
  else if (forms.length > 1) step.sequences.push(forms);
}

function collect<Meaning>(
  phrases: readonly Phrase<Meaning>[] | undefined,
  words: readonly Word[],
  at: number,
  matches: PhraseMatch<Meaning>[],
): void {
  if (!phrases) return;
  const sentence = words[at]?.sentence ?? 0;
  for (const phrase of phrases) {
    if (phrase.atHead && at > 0 && words[at - 1]?.sentence === sentence) continue;
    const end = matchSteps(phrase, words, 0, at, sentence);
    if (end === NO_MATCH || (!phrase.unguarded && isNegatedBefore(words, at, NEGATION_REACH))) continue;
    matches.push({ meaning: phrase.meaning, first: at, end });
  }
}

/** Gaps are short and few, so trying every width stays within a constant for each place in the text. */
function matchSteps(
  phrase: Phrase<unknown>,
  words: readonly Word[],
  from: number,
  at: number,
  sentence: number,
): number {
  const step = phrase.steps[from];
  if (!step) return at;
  if (step.gap > 0) return matchGap(phrase, words, from, at, sentence);
  const next = matchStep(step, words, at, sentence);
  const end = next === NO_MATCH ? NO_MATCH : matchSteps(phrase, words, from + 1, next, sentence);
  return end === NO_MATCH && step.optional ? matchSteps(phrase, words, from + 1, at, sentence) : end;
}

function matchGap(phrase: Phrase<unknown>, words: readonly Word[], from: number, at: number, sentence: number): number {
  const widest = phrase.steps[from]?.gap ?? 0;
  for (let width = 0; width <= widest; width += 1) {
    const end = matchSteps(phrase, words, from + 1, at + width, sentence);
    if (end !== NO_MATCH) return end;
    if (words[at + width]?.sentence !== sentence) return NO_MATCH;
    if (!phrase.unguarded && isNegator(words, at + width)) return NO_MATCH;
  }
  return NO_MATCH;
}

function matchStep(step: Step, words: readonly Word[], at: number, sentence: number): number {
  const word = words[at];
  if (!word || word.sentence !== sentence) return NO_MATCH;
  if (step.single.has(word.form)) return at + 1;
  if (step.digits && startsWithDigit(word.form)) return at + 1;
  if (word.capital && (step.name || step.possessive) && isName(word.form, step)) return at + 1;
  for (const prefix of step.prefixes) if (word.form.startsWith(prefix)) return at + 1;
  for (const sequence of step.sequences) {
    if (sequence.every((form, offset) => words[at + offset]?.form === form)) return at + sequence.length;
  }
  return NO_MATCH;
}

function isName(form: string, step: Step): boolean {
  if (form.length < 3 || NOT_NAMES.has(form)) return false;
  return form.endsWith("'s") ? step.possessive : step.name && !form.includes("'");
}

function startsWithDigit(form: string): boolean {
  const unit = form.charCodeAt(0);
  return unit >= 0x30 && unit <= 0x39;
}
