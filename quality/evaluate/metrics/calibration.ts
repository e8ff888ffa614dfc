import type { Metric } from './metric.js';

const BINS = 10;

/**
 * How far stated confidence is from what happens: examples fall into ten bins of equal width by confidence; the mean over
 * the examples of |share right − mean confidence| of their bin. Source: Naeini, Cooper, Hauskrecht (2015); Guo et al. (2017).
 * @param confidences from 0 to 1 @param right whether what was stated came true
 */
export function expectedCalibrationError(confidences: readonly number[], right: readonly boolean[]): Metric {
  const bins = confidences.map((each) => Math.min(BINS - 1, Math.floor(each * BINS)));
  return (weights) => {
    const stated = new Float64Array(BINS);
    const happened = new Float64Array(BINS);
    let total = 0;
    weights.forEach((weight, at) => {
      const bin = bins[at]!; // one an example
      stated[bin]! += weight * confidences[at]!;
      happened[bin]! += right[at] ? weight : 0;
      total += weight;
    });
    return total === 0 ? null : stated.reduce((sum, each, bin) => sum + Math.abs(each - happened[bin]!), 0) / total;
  };
}
