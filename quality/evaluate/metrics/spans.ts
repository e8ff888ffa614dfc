import type { Span } from '#detection';
import { ratio, type Metric } from './metric.js';

/** From this overlap on, two spans are the same find. */
export const LEAST_OVERLAP = 0.5;

/** What two spans share of what they cover together (Jaccard 1912), 0 to 1. */
export function overlapOf(one: Span, other: Span): number {
  const both = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  if (both <= 0) return 0;
  return both / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}

export function touches(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** How many spans of one example were found: pairs of a marked and a told span, each in one pair, the closest first. */
export function pairsOf<Marked extends Span, Told extends Span>(
  marked: readonly Marked[],
  told: readonly Told[],
  agree: (marked: Marked, told: Told) => boolean,
): { marked: Marked; told: Told }[] {
  const candidates = marked
    .flatMap((one) => told.map((other) => ({ marked: one, told: other, overlap: overlapOf(one, other) })))
    .filter((pair) => pair.overlap >= LEAST_OVERLAP && agree(pair.marked, pair.told))
    .sort((one, other) => other.overlap - one.overlap);
  const taken = new Set<Span>();
  return candidates.filter((pair) => {
    if (taken.has(pair.marked) || taken.has(pair.told)) return false;
    taken.add(pair.marked).add(pair.told);
    return true;
  });
}

/** F1 over all spans of all examples (micro average): 2 pairs / (marked + told). */
export function spanF1(found: readonly { pairs: number; marked: number; told: number }[]): Metric {
  return ratio(
    found.map(({ pairs }) => 2 * pairs),
    found.map(({ marked, told }) => marked + told),
  );
}
