import type { FeatureSettings } from './feature-settings.js';
import { FeatureVector } from './feature-vector.js';

/** ONE_OF: the classes exclude each other and their probabilities add up to 1. ANY_OF: each is a question of its own. */
export type ModelKind = 'ONE_OF' | 'ANY_OF';

/** How raw scores become probabilities that mean what they say; measured on texts the weights were not trained on. */
export interface Calibration {
  /** Per class, probability = 1 / (1 + e^-(slope * score + offset)), or softmax of the same. Platt 1999; Guo et al. 2017. */
  slopes: readonly number[];
  offsets: readonly number[];
}

/** What a model's file says about itself. */
export interface ModelHeader {
  task: string;
  kind: ModelKind;
  seed: number;
  classes: readonly string[];
  features: FeatureSettings;
  /** Names of the numbers given beside the hashed features. */
  dense: readonly string[];
  bias: readonly number[];
  /** What a weight of 1 in the table stands for, per class. */
  scales: readonly number[];
  calibration: Calibration;
}

/** A table of small weights: a score for each class is a sum over the rows that a text touches. */
export class LinearModel {
  /** Set before each text by who asks; scoring allocates nothing. */
  readonly vector: FeatureVector;
  readonly scores: Float64Array;

  constructor(
    readonly header: ModelHeader,
    /** Row by row, one byte a class. */
    readonly weights: Int8Array,
    /** Number by number, one weight a class. */
    readonly denseWeights: Float32Array,
  ) {
    this.vector = new FeatureVector(header.features, header.dense.length);
    this.scores = new Float64Array(header.classes.length);
  }

  /** Turns what stands in `vector` into one probability a class, 0 to 1, in `scores`. */
  judge(): Float64Array {
    this.addUp();
    const { kind, calibration } = this.header;
    const { scores } = this;
    for (let at = 0; at < scores.length; at += 1) {
      scores[at] = (scores[at] ?? 0) * (calibration.slopes[at] ?? 1) + (calibration.offsets[at] ?? 0);
    }
    if (kind === 'ONE_OF') softmax(scores);
    else for (let at = 0; at < scores.length; at += 1) scores[at] = 1 / (1 + Math.exp(-(scores[at] ?? 0)));
    return scores;
  }

  private addUp(): void {
    const { vector, scores, weights, denseWeights } = this;
    const { bias, scales } = this.header;
    const width = scores.length;
    scores.fill(0);
    for (let at = 0; at < vector.count; at += 1) {
      const row = (vector.rows[at] ?? 0) * width;
      for (let column = 0; column < width; column += 1) {
        scores[column] = (scores[column] ?? 0) + (weights[row + column] ?? 0);
      }
    }
    const norm = rowValue(vector.count);
    for (let column = 0; column < width; column += 1) {
      let score = (scores[column] ?? 0) * (scales[column] ?? 0) * norm + (bias[column] ?? 0);
      for (let at = 0; at < vector.dense.length; at += 1) {
        score += (vector.dense[at] ?? 0) * (denseWeights[at * width + column] ?? 0);
      }
      scores[column] = score;
    }
  }
}

/** Each row of a text counts the same, and a long text counts as much as a short one. */
export function rowValue(count: number): number {
  return count === 0 ? 0 : 1 / Math.sqrt(count);
}

/** Scores become shares of 1, in place. */
export function softmax(scores: Float64Array): void {
  let highest = -Infinity;
  for (const score of scores) highest = Math.max(highest, score);
  let total = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const share = Math.exp((scores[at] ?? 0) - highest);
    scores[at] = share;
    total += share;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / total;
}
