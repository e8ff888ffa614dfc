import type { Workshop } from './workshop.js';

/** What one line of the answer says, and what it should say. */
export interface Measure {
  name: string;
  unit: string;
  /** One sentence for a reader who knows nothing of the code. */
  compares: string;
  /** What we want of it; without one the line only informs. */
  target?: { text: string; reached(figure: Figure): boolean };
}

export interface Figure {
  /** Of the product. */
  value: number;
  /** Of what it is compared with, in the same unit, in the same run. */
  baseline: number;
  /** `value / baseline`. */
  ratio: number;
  /** How many measurements the medians are taken over. */
  n: number;
}

export interface Result extends Figure {
  measure: Measure;
}

export interface Bench {
  name: string;
  /** Builds its own data, measures, and leaves nothing behind. */
  run: (workshop: Workshop) => Promise<Result[]>;
}

export function result(measure: Measure, { value, baseline, n }: Omit<Figure, 'ratio'>): Result {
  return { measure, value, baseline, ratio: value / baseline, n };
}

export const ratioAtLeast = (least: number): Measure['target'] => ({
  text: `ratio >= ${least}`,
  reached: ({ ratio }) => ratio >= least,
});

export const ratioAtMost = (most: number): Measure['target'] => ({
  text: `ratio <= ${most}`,
  reached: ({ ratio }) => ratio <= most,
});
