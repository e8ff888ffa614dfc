/** How often each example counts: all ones for the figure itself, a resample's counts for its interval. */
export type Weights = Float64Array;

/** One figure over all examples; null when it cannot be said, as the accuracy of none. */
export type Metric = (weights: Weights) => number | null;

export function onesFor(n: number): Weights {
  return new Float64Array(n).fill(1);
}

/** The sum of one number an example over the sum of another: shares, accuracies, micro averages. */
export function ratio(parts: readonly number[], wholes: readonly number[]): Metric {
  return (weights) => {
    let part = 0;
    let whole = 0;
    for (let at = 0; at < weights.length; at += 1) {
      part += weights[at]! * parts[at]!; // one number an example
      whole += weights[at]! * wholes[at]!;
    }
    return whole === 0 ? null : part / whole;
  };
}

/** The mean of figures, without those that cannot be said. */
export function meanOf(metrics: readonly Metric[]): Metric {
  return (weights) => {
    const figures = metrics.map((metric) => metric(weights)).filter((figure) => figure !== null);
    return figures.length === 0 ? null : figures.reduce((sum, each) => sum + each, 0) / figures.length;
  };
}
