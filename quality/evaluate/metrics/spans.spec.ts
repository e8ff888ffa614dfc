import { describe, expect, it } from 'vitest';
import { onesFor } from './metric.js';
import { overlapOf, pairsOf, spanF1, touches } from './spans.js';

const span = (start: number, end: number) => ({ start, end });

describe('spans', () => {
  it('overlap is what both cover over what either covers', () => {
    expect(overlapOf(span(0, 10), span(5, 15))).toBeCloseTo(5 / 15, 12);
    expect(overlapOf(span(0, 10), span(0, 5))).toBe(0.5);
    expect(overlapOf(span(0, 10), span(10, 20))).toBe(0);
    expect(overlapOf(span(3, 7), span(3, 7))).toBe(1);
  });

  it('touching needs one character in common', () => {
    expect(touches(span(0, 10), span(9, 20))).toBe(true);
    expect(touches(span(0, 10), span(10, 20))).toBe(false);
  });

  it('half an overlap makes a pair, less makes none', () => {
    expect(pairsOf([span(0, 10)], [span(0, 5)], () => true)).toHaveLength(1);
    expect(pairsOf([span(0, 11)], [span(0, 5)], () => true)).toHaveLength(0);
  });

  it('each span is in one pair, and the closest pair comes first', () => {
    const told = [span(0, 8), span(0, 10)];
    expect(pairsOf([span(0, 10)], told, () => true)).toMatchObject([{ marked: span(0, 10), told: told[1] }]);
  });

  it('only those that agree are paired', () => {
    const marked = [{ ...span(0, 4), type: 'a' }];
    expect(pairsOf(marked, [{ ...span(0, 4), type: 'b' }], (one, other) => one.type === other.type)).toEqual([]);
  });

  it('F1 is 2 · 3 / (4 + 6) over all examples together', () => {
    const found = [
      { pairs: 2, marked: 2, told: 3 },
      { pairs: 1, marked: 2, told: 3 },
    ];
    expect(spanF1(found)(onesFor(2))).toBeCloseTo(6 / 10, 12);
    expect(spanF1([{ pairs: 0, marked: 0, told: 0 }])(onesFor(1))).toBeNull();
  });
});
