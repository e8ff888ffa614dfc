import { randomNumbers } from '../../random.js';
import type { Metric } from './metric.js';

/** How many resamples an interval is read from. */
export const RESAMPLES = 1_000;
/** The share of resamples inside an interval. */
export const LEVEL = 0.95;
/** The same examples give the same intervals. */
const SEED = 20_261_124;

export type Interval = readonly [low: number, high: number];

/**
 * Intervals by the percentile bootstrap (Efron 1979; Efron and Tibshirani 1993, 13.3): examples are drawn with
 * replacement as many times as there are, and again for each resample. Examples of one group are drawn together, since
 * they do not vary on their own (cluster bootstrap, Cameron, Gelbach, Miller 2008).
 * @param groups one an example, or nothing when each stands for itself
 */
export function intervalsOf(
  metrics: Readonly<Record<string, Metric>>,
  n: number,
  groups: readonly string[] | null = null,
): Record<string, Interval | null> {
  const members = membersOf(n, groups);
  const random = randomNumbers(SEED);
  const figures = new Map(Object.keys(metrics).map((name) => [name, [] as number[]]));
  for (let resample = 0; resample < RESAMPLES; resample += 1) {
    const weights = new Float64Array(n);
    for (let draw = 0; draw < members.length; draw += 1) {
      for (const index of members[Math.floor(random() * members.length)]!) weights[index]! += 1; // the draw is inside
    }
    for (const [name, metric] of Object.entries(metrics)) {
      const figure = metric(weights);
      if (figure !== null) figures.get(name)?.push(figure);
    }
  }
  return Object.fromEntries([...figures].map(([name, all]) => [name, middleOf(all)]));
}

function membersOf(n: number, groups: readonly string[] | null): number[][] {
  if (groups === null) return Array.from({ length: n }, (_, index) => [index]);
  const members = new Map<string, number[]>();
  groups.forEach((group, index) => {
    const known = members.get(group);
    if (known) known.push(index);
    else members.set(group, [index]);
  });
  return [...members.values()];
}

/** The middle of the sorted figures that holds `LEVEL` of them. */
function middleOf(figures: number[]): Interval | null {
  if (figures.length === 0) return null;
  const sorted = figures.sort((one, other) => one - other);
  const outside = Math.floor(((1 - LEVEL) / 2) * sorted.length);
  return [sorted[outside]!, sorted[sorted.length - 1 - outside]!]; // inside, as less than half is left out on each side
}
