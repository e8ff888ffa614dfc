import { describe, expect, it } from 'vitest';
import { intervalsOf } from './intervals.js';
import { ratio } from './metric.js';

const halfRight = (n: number) =>
  ratio(
    Array.from({ length: n }, (_, at) => at % 2),
    Array<number>(n).fill(1),
  );

describe('intervals', () => {
  it('of a share of one half are about 1.96 · √(1/4n) wide on each side', () => {
    const n = 400;
    const { share } = intervalsOf({ share: halfRight(n) }, n);
    const expected = 1.96 * Math.sqrt(0.25 / n);
    expect(share?.[0]).toBeCloseTo(0.5 - expected, 2);
    expect(share?.[1]).toBeCloseTo(0.5 + expected, 2);
  });

  it('are the same in every run', () => {
    expect(intervalsOf({ share: halfRight(50) }, 50)).toEqual(intervalsOf({ share: halfRight(50) }, 50));
  });

  it('draw those of one group together: pairs of one right and one wrong never vary', () => {
    const groups = Array.from({ length: 60 }, (_, at) => String(Math.floor(at / 2)));
    expect(intervalsOf({ share: halfRight(60) }, 60, groups)).toEqual({ share: [0.5, 0.5] });
  });

  it('cannot be said of what has no figure', () => {
    expect(intervalsOf({ nothing: () => null }, 3)).toEqual({ nothing: null });
  });
});
