import type { ModelKind } from '../../libs/detection/src/linear/linear-model.js';
import { softmax } from '../../libs/detection/src/linear/linear-model.js';
import { shuffle, trainingNumbers } from '../random.js';
import type { PackedExamples } from './packed-examples.js';
import type { LearningSettings } from './task.js';

/** Weights as they are learned, before they are rounded to bytes. */
export interface Weights {
  /** Row by row, one number a class. */
  table: Float64Array;
  dense: Float64Array;
  bias: Float64Array;
}

/** What every sum of AdaGrad begins with: a weight that few texts touch stays small, which holds better in other trades. */
const FIRST_SUM = 0.1;

/**
 * Logistic regression by stochastic gradient descent with AdaGrad's step for each weight (Duchi, Hazan, Singer 2011).
 * The step shrinks from pass to pass, so that where the last example happened to stand matters little.
 */
export function learn(
  examples: PackedExamples,
  kind: ModelKind,
  rows: number,
  learning: LearningSettings,
  seed: number,
  chosen: (example: number) => boolean,
): Weights {
  const width = examples.classes;
  const weights = emptyWeights(rows, width, examples.denseCount);
  const sums = emptyWeights(rows, width, examples.denseCount);
  const errors = new Float64Array(width);
  const random = trainingNumbers(seed);
  for (let pass = 0; pass < learning.passes; pass += 1) {
    const rate = learning.step * (1 - pass / (learning.passes + 1));
    for (const at of shuffle(
      Int32Array.from({ length: examples.count }, (_, at) => at),
      random,
    )) {
      if (!chosen(at)) continue;
      scoreInto(errors, weights, examples, at);
      errorsFrom(errors, kind, examples, at);
      update(weights, sums, errors, examples, at, rate, learning.decay);
    }
  }
  return weights;
}

/** Raw scores of one example, one a class. */
export function scoreInto(scores: Float64Array, weights: Weights, examples: PackedExamples, at: number): void {
  const { classes, starts, rows, values, dense, denseCount } = examples;
  scores.fill(0);
  const end = starts[at + 1] ?? 0;
  for (let place = starts[at] ?? 0; place < end; place += 1) {
    const row = (rows[place] ?? 0) * classes;
    for (let column = 0; column < classes; column += 1) {
      scores[column] = (scores[column] ?? 0) + (weights.table[row + column] ?? 0);
    }
  }
  for (let column = 0; column < classes; column += 1) {
    let score = (scores[column] ?? 0) * (values[at] ?? 0) + (weights.bias[column] ?? 0);
    for (let place = 0; place < denseCount; place += 1) {
      score += (dense[at * denseCount + place] ?? 0) * (weights.dense[place * classes + column] ?? 0);
    }
    scores[column] = score;
  }
}

function errorsFrom(scores: Float64Array, kind: ModelKind, examples: PackedExamples, at: number): void {
  const { classes, targets, weights } = examples;
  if (kind === 'ONE_OF') softmax(scores);
  for (let column = 0; column < classes; column += 1) {
    const score = scores[column] ?? 0;
    const probability = kind === 'ONE_OF' ? score : 1 / (1 + Math.exp(-score));
    scores[column] = (probability - (targets[at * classes + column] ?? 0)) * (weights[at] ?? 0);
  }
}

function update(
  weights: Weights,
  sums: Weights,
  errors: Float64Array,
  examples: PackedExamples,
  at: number,
  rate: number,
  decay: number,
): void {
  const { classes, starts, rows, values, dense, denseCount } = examples;
  const value = values[at] ?? 0;
  const end = starts[at + 1] ?? 0;
  for (let place = starts[at] ?? 0; place < end; place += 1) {
    const row = (rows[place] ?? 0) * classes;
    for (let column = 0; column < classes; column += 1) {
      stepOf(weights.table, sums.table, row + column, (errors[column] ?? 0) * value, rate, decay);
    }
  }
  for (let column = 0; column < classes; column += 1) {
    const error = errors[column] ?? 0;
    stepOf(weights.bias, sums.bias, column, error, rate, 0);
    for (let place = 0; place < denseCount; place += 1) {
      const given = dense[at * denseCount + place] ?? 0;
      if (given !== 0) stepOf(weights.dense, sums.dense, place * classes + column, error * given, rate, decay);
    }
  }
}

function stepOf(
  weights: Float64Array,
  sums: Float64Array,
  at: number,
  slope: number,
  rate: number,
  decay: number,
): void {
  const weight = weights[at] ?? 0;
  const gradient = slope + decay * weight;
  const sum = (sums[at] ?? 0) + gradient * gradient;
  sums[at] = sum;
  weights[at] = weight - (rate * gradient) / Math.sqrt(sum + FIRST_SUM);
}

function emptyWeights(rows: number, width: number, denseCount: number): Weights {
  return {
    table: new Float64Array(rows * width),
    dense: new Float64Array(denseCount * width),
    bias: new Float64Array(width),
  };
}
