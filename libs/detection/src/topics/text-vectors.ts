import { readWords } from '../words.js';
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
/** A text is read up to here: what it is about is said by then. */
const WORDS_READ = 300;
/** How much the three kinds of features count, whatever their number: words, pairs of words, parts of words. */
const KINDS = ['word', 'pair', 'part'] as const;
const KIND_WEIGHTS = [1, 0.7, 1] as const;
type Kind = 0 | 1 | 2;
/** A feature that stands in one of so many examples is chance, and there are very many of them. */
const MANY_EXAMPLES = 3000;
const LEAST_EXAMPLES_OF_MANY = 2;
/** A word that no example has is about as rare as this, on the scale of inverse document frequency. */
const UNKNOWN_RARITY = 8;

interface Feature {
  kind: Kind;
  count: number;
}

/**
 * Turns texts into vectors by term frequency and inverse document frequency (Salton and Buckley 1988: 1 + ln tf, times
 * ln((1 + N) / (1 + df)) + 1), over stems, pairs of stems and parts of words, each kind brought to its own length. What
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
      this.rarity.push(Math.log((1 + examples.length) / (1 + count)) + 1);
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
    const squares: [number, number, number] = [0, 0, 0];
    let knownWords = 0;
    let unknownWords = 0;
    for (const [name, { kind, count }] of featuresOf(text)) {
      const number = this.numbers.get(name);
      const rarity = number === undefined ? UNKNOWN_RARITY : (this.rarity[number] ?? 0);
      if (KINDS[kind] === 'word') {
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
  let before = '^';
  for (const { form } of words) {
    const stem = stemOf(form);
    add(`=${stem}`, 0);
    add(`+${before} ${stem}`, 1);
    before = stem;
    const edged = `<${form}>`;
    for (let length = LEAST_PART; length <= Math.min(MOST_PART, edged.length - 1); length += 1) {
      for (let at = 0; at + length <= edged.length; at += 1) add(`#${edged.slice(at, at + length)}`, 2);
    }
  }
  if (words.length > 0) add(`+${before} $`, 1);
  return found;
}
