import type { Table } from './measure.js';
import type { confusion } from './metrics/classes.js';
import type { Metric } from './metrics/metric.js';

/** More classes than this make no readable table; the most frequent confusions are listed instead. */
const MOST_CLASSES = 12;
const MOST_CONFUSIONS = 15;

export function confusionTable({ names, counts }: ReturnType<typeof confusion>): Table {
  if (names.length <= MOST_CLASSES) {
    return {
      title: 'meant (rows), told (columns)',
      head: ['', ...names],
      rows: counts.map((row, at) => [names[at]!, ...row.map(String)]), // one row a name
    };
  }
  const wrong = counts
    .flatMap((row, meant) => row.map((count, told) => ({ meant, told, count })))
    .filter(({ meant, told, count }) => meant !== told && count > 0)
    .sort((one, other) => other.count - one.count);
  return {
    title: 'most frequent confusions',
    head: ['meant', 'told', 'times'],
    rows: wrong.slice(0, MOST_CONFUSIONS).map(({ meant, told, count }) => [names[meant]!, names[told]!, String(count)]), // indexes of names
  };
}

/** One figure for each part of the examples; nothing when they all are of one part. */
export function bySlice(title: string, slices: readonly (string | undefined)[], metric: Metric): Table[] {
  const names = [...new Set(slices.filter((name) => name !== undefined))].sort();
  if (names.length < 2) return [];
  const rows = names.map((name) => {
    const weights = Float64Array.from(slices, (slice) => (slice === name ? 1 : 0));
    return [name, String(weights.reduce((sum, each) => sum + each, 0)), shown(metric(weights))];
  });
  return [{ title, head: ['', 'n', 'value'], rows }];
}

/** Three digits after the point, or a dash for what cannot be said. */
export function shown(figure: number | null): string {
  return figure === null ? '–' : figure.toFixed(3);
}
