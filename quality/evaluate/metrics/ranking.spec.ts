import { describe, expect, it } from 'vitest';
import { onesFor } from './metric.js';
import { rankingMetrics } from './ranking.js';

const at = (scores: number[], positive: boolean[], weights = onesFor(scores.length)) => {
  const { averagePrecision, auroc, precisionAtRecall } = rankingMetrics(scores, positive);
  return {
    averagePrecision: averagePrecision(weights),
    auroc: auroc(weights),
    precisionAtRecall90: precisionAtRecall(0.9)(weights),
  };
};

describe('figures over a ranking', () => {
  it('right, wrong, right, wrong, right', () => {
    const figures = at([0.9, 0.8, 0.7, 0.6, 0.5], [true, false, true, false, true]);
    // Recall rises by a third at precision 1/1, 2/3 and 3/5.
    expect(figures.averagePrecision).toBeCloseTo((1 + 2 / 3 + 3 / 5) / 3, 12);
    // Of 3 · 2 pairs the first positive is above 2, the second above 1, the third above none.
    expect(figures.auroc).toBeCloseTo(3 / 6, 12);
    expect(figures.precisionAtRecall90).toBeCloseTo(3 / 5, 12);
  });

  it('one score for all is the share of positives, whatever the order of the file', () => {
    const figures = at([0.5, 0.5, 0.5, 0.5], [true, false, false, false]);
    expect(figures).toEqual({ averagePrecision: 0.25, auroc: 0.5, precisionAtRecall90: 0.25 });
  });

  it('a tie in the middle counts half', () => {
    const figures = at([3, 2, 2, 1], [true, true, false, false]);
    expect(figures.averagePrecision).toBeCloseTo(0.5 * 1 + 0.5 * (2 / 3), 12);
    expect(figures.auroc).toBeCloseTo(3.5 / 4, 12);
  });

  it('a perfect ranking is 1, an upside-down one as bad as it gets', () => {
    expect(at([4, 3, 2, 1], [true, true, false, false])).toEqual({
      averagePrecision: 1,
      auroc: 1,
      precisionAtRecall90: 1,
    });
    expect(at([1, 2, 3, 4], [true, true, false, false]).auroc).toBe(0);
  });

  it('precision at a recall takes the best cut that finds enough', () => {
    // Ten positives; the ninth stands at place 9, the tenth after ninety negatives.
    const positive = [...Array<boolean>(9).fill(true), ...Array<boolean>(90).fill(false), true];
    expect(
      at(
        [...positive.keys()].map((place) => -place),
        positive,
      ).precisionAtRecall90,
    ).toBe(1);
  });

  it('weights count an example as often as they say', () => {
    const doubled = at([3, 3, 2, 1], [true, true, false, true]);
    expect(at([3, 2, 1], [true, false, true], Float64Array.of(2, 1, 1))).toEqual(doubled);
    expect(at([3, 2, 1], [true, false, true], Float64Array.of(0, 1, 1)).auroc).toBe(0);
  });

  it('cannot be said without positives, nor the area without negatives', () => {
    expect(at([1, 2], [false, false])).toEqual({ averagePrecision: null, auroc: null, precisionAtRecall90: null });
    expect(at([1, 2], [true, true])).toEqual({ averagePrecision: 1, auroc: null, precisionAtRecall90: 1 });
  });
});
