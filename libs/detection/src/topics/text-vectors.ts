import { readWords } from '../words.js';
import { conceptsOf } from './concepts.js';
import { isPlain } from './plain-words.js';
import { stemOf } from './stems.js';

/** A text as weighted features, of length 1: their numbers and weights, in no order. */
export interface TextVector {
  features: Int32Array;
  weights: Float32Array;
  /** The share of the text's words, by rarity, that the examples have too. 0: none, 1: all. */
  known: number;
}

/** Parts of a word that are looked at, in characters; its edges count as one each. */
const LEAST_PART = 3;
const MOST_PART = 5;
/** Parts that reach from one word into the next are shorter, as there are more of them. */
const MOST_PART_ACROSS = 4;
/** What is not plain is paired with so many that follow, in whatever order. */
const PAIRED_WITH = 2;
/** A text is read up to here: what it is about is said by then. */
const WORDS_READ = 300;
/** How much the kinds of features count, whatever their number: words, words in a row, parts of words, concepts, pairs of what is not plain. */
const KIND = { WORD: 0, PAIR: 1, PART: 2, CONCEPT: 3, TOGETHER: 4 } as const;
const KIND_WEIGHTS = [1, 0.7, 1, 0.8, 0.7] as const;
/** With few examples what is rare among them is rare by chance, so rarity counts less than in full. */
const RARITY_POWER = 0.7;
/** A feature that stands in one of so many examples is chance, and there are very many of them. */
const MANY_EXAMPLES = 3000;
const LEAST_EXAMPLES_OF_MANY = 2;
/** A word that no example has is about as rare as this, on the scale of inverse document frequency. */
const UNKNOWN_RARITY = 5;

type Kind = (typeof KIND)[keyof typeof KIND];

interface Feature {
  kind: Kind;
  count: number;
}

/**
 * Turns texts into vectors by term frequency and inverse document frequency (Salton and Buckley 1988: 1 + ln tf, times
 * ln((1 + N) / (1 + df)) + 1, damped), over stems, pairs of stems, parts of words, concepts and pairs of them, each kind brought to its own length. What
 * the examples never said is left out, and told by `known`.
 */
export class TextVectors {
  private readonly numbers = new Map<string, number>();
  private readonly rarity: number[] = [];

  /**
   * @param examples the texts that the vocabulary and the frequencies are taken from
   * @param most so many features at most, the commonest
   */
  constructor(examples: readonly string[], most: number) {
    const counts = new Map<string, number>();
    for (const text of examples) {
      for (const feature of featuresOf(text).keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    }
    const least = examples.length > MANY_EXAMPLES ? LEAST_EXAMPLES_OF_MANY : 1;
    const kept = [...counts].filter(([, count]) => count >= least);
    if (kept.length > most) kept.sort(([, one], [, other]) => other - one).length = most;
    for (const [feature, count] of kept) {
      this.numbers.set(feature, this.numbers.size);
      this.rarity.push((Math.log((1 + examples.length) / (1 + count)) + 1) ** RARITY_POWER);
    }
  }

  /** How many features there are; their numbers go from 0 to one less. */
  get size(): number {
    return this.numbers.size;
  }

  /** The vector of a text; it has no features when the text shares none with the examples. */
  of(text: string): TextVector {
    const features: number[] = [];
    const weights: number[] = [];
    const kinds: Kind[] = [];
    const squares: [number, number, number, number, number] = [0, 0, 0, 0, 0];
    let knownWords = 0;
    let unknownWords = 0;
    for (const [name, { kind, count }] of featuresOf(text)) {
      const number = this.numbers.get(name);
      const rarity = number === undefined ? UNKNOWN_RARITY : (this.rarity[number] ?? 0);
      if (kind === KIND.WORD) {
        if (number === undefined) unknownWords += rarity;
        else knownWords += rarity;
      }
      if (number === undefined) continue;
      const weight = (1 + Math.log(count)) * rarity;
      features.push(number);
      weights.push(weight);
      kinds.push(kind);
      squares[kind] += weight ** 2;
    }
    const total = Math.sqrt(KIND_WEIGHTS.reduce((sum, weight, kind) => sum + (squares[kind] ? weight ** 2 : 0), 0));
    const scales = KIND_WEIGHTS.map((weight, kind) => weight / Math.sqrt(squares[kind] || 1) / (total || 1));
    return {
      features: Int32Array.from(features),
      weights: Float32Array.from(weights, (weight, at) => weight * (scales[kinds[at] ?? 0] ?? 0)),
      known: knownWords === 0 ? 0 : knownWords / (knownWords + unknownWords),
    };
  }
}

/** Every feature of a text with how often it is there; the first character of its name is its kind. */
function featuresOf(text: string): Map<string, Feature> {
  const found = new Map<string, Feature>();
  const add = (name: string, kind: Kind) => {
    const feature = found.get(name);
    if (feature) feature.count += 1;
    else found.set(name, { kind, count: 1 });
  };
  const words = readWords(text).words.slice(0, WORDS_READ);
  const meanings: string[] = [];
  let before = '^';
  for (const { form } of words) {
    const stem = stemOf(form);
    add(`=${stem}`, KIND.WORD);
    add(`+${before} ${stem}`, KIND.PAIR);
    const concepts = conceptsOf(stem);
    if (concepts[0] !== undefined) meanings.push(`~${concepts[0]}`);
    else if (!isPlain(form)) meanings.push(stem);
    for (const concept of concepts) add(`~${concept}`, KIND.CONCEPT);
    // Chinese words are often two characters, which are two words here.
    for (const concept of conceptsOf(before + stem)) add(`~${concept}`, KIND.CONCEPT);
    before = stem;
    const edged = `<${form}>`;
    for (let length = LEAST_PART; length <= Math.min(MOST_PART, edged.length - 1); length += 1) {
      for (let at = 0; at + length <= edged.length; at += 1) add(`#${edged.slice(at, at + length)}`, KIND.PART);
    }
  }
  if (words.length > 0) add(`+${before} $`, KIND.PAIR);
  meanings.forEach((meaning, at) => {
    for (const other of meanings.slice(at + 1, at + 1 + PAIRED_WITH)) {
      add(meaning < other ? `&${meaning} ${other}` : `&${other} ${meaning}`, KIND.TOGETHER);
    }
  });
  for (const part of partsAcross(words.map(({ form }) => form))) add(`#${part}`, KIND.PART);
  return found;
}

/** Runs of characters with the gap between two words inside. */
function* partsAcross(forms: readonly string[]): Generator<string> {
  const joined = ` ${forms.join(' ')} `;
  let gap = 0;
  for (const form of forms.slice(0, -1)) {
    gap += form.length + 1;
    for (let length = LEAST_PART; length <= MOST_PART_ACROSS; length += 1) {
      const last = Math.min(gap - 1, joined.length - length);
      for (let at = Math.max(0, gap - length + 2); at <= last; at += 1) yield joined.slice(at, at + length);
    }
  }
}
