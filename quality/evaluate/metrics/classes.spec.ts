import { describe, expect, it } from 'vitest';
import { accuracy, confusion, macroF1, macroRecall, microF1, recall } from './classes.js';
import { onesFor } from './metric.js';

/** a: 2 of 3 right; b: 1 of 2 right; c: 0 of 1 right, and told once; d is told and never meant. */
const PAIRS = {
  meant: ['a', 'a', 'a', 'b', 'b', 'c'],
  told: ['a', 'a', 'c', 'b', 'a', 'd'],
};
const ones = onesFor(6);

describe('figures over classes', () => {
  it('accuracy is 3 of 6', () => {
    expect(accuracy(PAIRS)(ones)).toBe(0.5);
  });

  it('macro recall is the mean of 2/3, 1/2 and 0', () => {
    expect(macroRecall(PAIRS)(ones)).toBeCloseTo((2 / 3 + 1 / 2 + 0) / 3, 12);
  });

  it('macro F1 is the mean over a: 4/6, b: 2/3, c: 0; a class that nobody meant has none', () => {
    // a: tp 2, meant 3, told 3. b: tp 1, meant 2, told 1. c: tp 0, meant 1, told 1.
    expect(macroF1(PAIRS)(ones)).toBeCloseTo((4 / 6 + 2 / 3 + 0) / 3, 12);
  });

  it('recall of a class that nobody meant cannot be said', () => {
    expect(recall(PAIRS, 'd')(ones)).toBeNull();
  });

  it('weights count an example as often as they say', () => {
    // The first example three times, the second never: still 3 of 6 for a's three and b's one right.
    expect(accuracy(PAIRS)(Float64Array.of(3, 0, 1, 1, 1, 0))).toBeCloseTo(4 / 6, 12);
  });

  it('micro F1 over sets is 2 · 2 / (3 + 4)', () => {
    const meant = [new Set(['a', 'b']), new Set(['c']), new Set<string>()];
    const told = [new Set(['a']), new Set(['c', 'b']), new Set(['a'])];
    expect(microF1(meant, told)(onesFor(3))).toBeCloseTo(4 / 7, 12);
  });

  it('the confusion table counts what was meant against what was told', () => {
    expect(confusion(PAIRS)).toEqual({
      names: ['a', 'b', 'c', 'd'],
      counts: [
        [2, 0, 1, 0],
        [1, 1, 0, 0],
        [0, 0, 0, 1],
        [0, 0, 0, 0],
      ],
    });
  });
});
