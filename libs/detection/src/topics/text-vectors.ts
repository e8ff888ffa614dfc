import { readWords } from '../words.js';

/** A text as weighted features, of length 1: the words of vocabulary numbers and their weights, in no order. */
export interface TextVector {
  features: Int32Array;
  weights: Float64Array;
}

/** Parts of a word that are looked at, in characters; its edges count as one each. */
const LEAST_PART = 3;
const MOST_PART = 5;
/** A text is read up to here: what it is about is said by then. */
const WORDS_READ = 300;
/** A part of a word says less than the word, and there are many more of them. */
const PART_WEIGHT = 0.5;

/**
 * Turns texts into vectors by term frequency and inverse document frequency (Salton and Buckley 1988: 1 + ln tf, times
 * ln((1 + N) / (1 + df)) + 1), over words, pairs of words and parts of words. What the examples never said is left out.
 */
export class TextVectors {
  private readonly numbers = new Map<string, number>();
  private readonly rarity: Float64Array;

  /** @param examples the texts that the vocabulary and the frequencies are taken from */
  constructor(examples: readonly string[]) {
    const counts: number[] = [];
    for (const text of examples) {
      for (const feature of featuresOf(text).keys()) {
        const number = this.numbers.get(feature) ?? this.numbers.size;
        this.numbers.set(feature, number);
        counts[number] = (counts[number] ?? 0) + 1;
      }
    }
    this.rarity = Float64Array.from(counts, (count) => Math.log((1 + examples.length) / (1 + count)) + 1);
  }

  /** How many features there are; their numbers go from 0 to one less. */
  get size(): number {
    return this.numbers.size;
  }

  /** The vector of a text; it has no features when the text shares none with the examples. */
  of(text: string): TextVector {
    const features: number[] = [];
    const weights: number[] = [];
    let squares = 0;
    for (const [feature, count] of featuresOf(text)) {
      const number = this.numbers.get(feature);
      if (number === undefined) continue;
      const rarity = this.rarity[number] ?? 0;
      const weight = (1 + Math.log(count)) * rarity * (feature.startsWith('#') ? PART_WEIGHT : 1);
      features.push(number);
      weights.push(weight);
      squares += weight * weight;
    }
    const length = Math.sqrt(squares) || 1;
    return { features: Int32Array.from(features), weights: Float64Array.from(weights, (weight) => weight / length) };
  }
}

/** Every feature of a text with how often it is there; parts of words are marked with #. */
function featuresOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (feature: string) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const words = readWords(text).words.slice(0, WORDS_READ);
  let before = '';
  for (const { form } of words) {
    add(form);
    if (before !== '') add(`${before} ${form}`);
    before = form;
    const edged = `<${form}>`;
    for (let length = LEAST_PART; length <= Math.min(MOST_PART, edged.length - 1); length += 1) {
      for (let at = 0; at + length <= edged.length; at += 1) add(`#${edged.slice(at, at + length)}`);
    }
  }
  return counts;
}
