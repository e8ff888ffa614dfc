import { meanOf, ratio, type Metric } from './metric.js';

/** Which class was meant and which was told, one each an example. */
export interface Told {
  meant: readonly string[];
  told: readonly string[];
}

/** The share that was told right. */
export function accuracy({ meant, told }: Told): Metric {
  return ratio(
    meant.map((each, at) => (told[at] === each ? 1 : 0)),
    meant.map(() => 1),
  );
}

/**
 * The mean over the classes that were meant of the harmonic mean of precision and recall, F1 = 2 tp / (2 tp + fp + fn).
 * Source: Manning, Raghavan, Schütze, Introduction to Information Retrieval (2008), 13.6 and 8.3; the mean of F1, not
 * the F1 of means (Opitz and Burst 2019).
 */
export function macroF1(pairs: Told): Metric {
  return meanOf(classesOf(pairs).map((name) => f1(pairs, name)));
}

/** The mean over the classes that were meant of their recall: SemEval's measure of sentiment (Rosenthal et al. 2017). */
export function macroRecall(pairs: Told): Metric {
  return meanOf(classesOf(pairs).map((name) => recall(pairs, name)));
}

/** The share of the examples of one class that were told right. */
export function recall({ meant, told }: Told, name: string): Metric {
  return ratio(
    meant.map((each, at) => (each === name && told[at] === name ? 1 : 0)),
    meant.map((each) => (each === name ? 1 : 0)),
  );
}

/** The harmonic mean of precision and recall of one class; null when it was neither meant nor told. */
export function f1({ meant, told }: Told, name: string): Metric {
  return ratio(
    meant.map((each, at) => (each === name && told[at] === name ? 2 : 0)),
    meant.map((each, at) => (each === name ? 1 : 0) + (told[at] === name ? 1 : 0)),
  );
}

/** The classes that were meant, by name. A class that was only told costs precision and recall of the others. */
export function classesOf({ meant }: Told): string[] {
  return [...new Set(meant)].sort();
}

/** Where classes are sets, one or many an example: F1 over all pairs of example and class (micro average). */
export function microF1(meant: readonly ReadonlySet<string>[], told: readonly ReadonlySet<string>[]): Metric {
  return ratio(
    meant.map((set, at) => 2 * [...set].filter((name) => told[at]!.has(name)).length), // one set an example
    meant.map((set, at) => set.size + told[at]!.size),
  );
}

/** Counts by what was meant (rows) and what was told (columns). */
export function confusion({ meant, told }: Told): { names: string[]; counts: number[][] } {
  const names = [...new Set([...classesOf({ meant, told }), ...[...told].sort()])];
  const at = new Map(names.map((name, index) => [name, index]));
  const counts = names.map(() => names.map(() => 0));
  meant.forEach((name, index) => {
    const row = counts[at.get(name)!]!; // every name has a place
    const column = at.get(told[index]!)!;
    row[column] = row[column]! + 1;
  });
  return { names, counts };
}
