import { beginsWithHan } from '../characters.js';
import { isNegatedBefore } from '../negation.js';
import type { Word } from '../words.js';
import type { FeatureSettings } from './feature-settings.js';

/** A text of more features than this is judged by its first ones; 90 characters have about 250. */
const MOST_FEATURES = 8192;
const LONGEST_WORD_SPLIT = 24;
/** FNV-1a, closed by the last mixing steps of MurmurHash3. Both are public domain. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const WORD_BEGIN = 2;
const WORD_END = 3;
const DIGIT = 0x30;

/** One kind of feature never shares a hash's beginning with another. */
const SALT = { run: 11, characters: 13, negated: 17, name: 19 } as const;

/** The features of one text: the rows of the table it touches, each once, and named numbers beside them. Reused from text to text. */
export class FeatureVector {
  readonly rows = new Int32Array(MOST_FEATURES);
  count = 0;
  /** Numbers with a meaning of their own, in the order of the model's `dense`. */
  readonly dense: Float64Array;
  private readonly mask: number;
  private readonly seenIn: Uint32Array;
  private textNumber = 0;

  constructor(
    readonly settings: FeatureSettings,
    denseCount: number,
  ) {
    this.dense = new Float64Array(denseCount);
    this.mask = 2 ** settings.bits - 1;
    this.seenIn = new Uint32Array(2 ** settings.bits);
  }

  /** Forgets the text before. */
  clear(): void {
    this.count = 0;
    this.dense.fill(0);
    this.textNumber += 1;
    if (this.textNumber <= 0xffffffff) return;
    this.seenIn.fill(0);
    this.textNumber = 1;
  }

  /** Adds the words of a text. Under a prefix ("before") they are other features than without one. */
  addWords(all: readonly Word[], prefix = ''): void {
    const { wordRun, charactersTo, negationReach, wordsRead } = this.settings;
    const start = prefix === '' ? FNV_OFFSET : hashUnits(FNV_OFFSET, prefix);
    const length = Math.min(all.length, wordsRead);
    for (let at = 0; at < length; at += 1) {
      const form = all[at]?.form ?? '';
      const isHan = beginsWithHan(form);
      if (wordRun > 0) this.addRuns(all, at, Math.min(length, at + wordRun + (isHan ? 1 : 0)), start);
      if (charactersTo > 0 && !isHan) this.addCharacters(form, step(start, SALT.characters));
      if (negationReach > 0 && isNegatedBefore(all, at, negationReach)) {
        this.add(hashUnits(step(start, SALT.negated), form));
      }
    }
  }

  /** Adds one feature by its name, for what is known beside the words. */
  addName(name: string): void {
    this.add(hashUnits(step(FNV_OFFSET, SALT.name), name));
  }

  private addRuns(words: readonly Word[], from: number, end: number, start: number): void {
    let hash = step(start, SALT.run);
    const sentence = words[from]?.sentence;
    for (let at = from; at < end; at += 1) {
      const word = words[at];
      if (word?.sentence !== sentence) return;
      hash = step(hashUnits(hash, word?.form ?? ''), WORD_END);
      this.add(hash);
    }
  }

  private addCharacters(form: string, start: number): void {
    const { charactersFrom, charactersTo } = this.settings;
    const length = Math.min(form.length, LONGEST_WORD_SPLIT) + 2;
    for (let from = 0; from + charactersFrom <= length; from += 1) {
      let hash = start;
      const end = Math.min(length, from + charactersTo);
      for (let at = from; at < end; at += 1) {
        hash = step(hash, at === 0 ? WORD_BEGIN : at === length - 1 ? WORD_END : unitAt(form, at - 1));
        if (at - from + 1 >= charactersFrom) this.add(hash);
      }
    }
  }

  private add(hash: number): void {
    const row = finish(hash) & this.mask;
    if (this.seenIn[row] === this.textNumber || this.count === MOST_FEATURES) return;
    this.seenIn[row] = this.textNumber;
    this.rows[this.count] = row;
    this.count += 1;
  }
}

/** Numbers differ in value and not in meaning: every digit reads as 0. */
function unitAt(form: string, at: number): number {
  const unit = form.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39 ? DIGIT : unit;
}

/** "sooooo" reads as "soo": a letter counts twice in a row at most. */
function hashUnits(start: number, form: string): number {
  let hash = start;
  let before = 0;
  let beforeThat = 0;
  for (let at = 0; at < form.length; at += 1) {
    const unit = unitAt(form, at);
    if (unit !== before || unit !== beforeThat || unit === DIGIT) hash = step(hash, unit);
    beforeThat = before;
    before = unit;
  }
  return hash;
}

function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FNV_PRIME);
}

function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
