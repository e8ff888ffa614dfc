import type { Calibration, ModelKind } from '../../libs/detection/src/linear/linear-model.js';
import { softmax } from '../../libs/detection/src/linear/linear-model.js';

/** Scores of examples by weights that never saw them, row by row, with what was meant and how much each counts. */
export interface HeldOutScores {
  scores: Float64Array;
  targets: Float64Array;
  weights: Float64Array;
  classes: number;
}

const NEWTON_ROUNDS = 50;
const SMALLEST_SLOPE = 0.05;
const RIDGE = 1e-6;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Makes probabilities mean what they say: one temperature for exclusive classes, Platt's line for each question otherwise. */
export function calibrate(kind: ModelKind, held: HeldOutScores): Calibration {
  if (kind === 'ONE_OF') {
    const slope = slopeOfLeastLoss(held);
    return {
      slopes: Array.from({ length: held.classes }, () => slope),
      offsets: new Array<number>(held.classes).fill(0),
    };
  }
  const lines = Array.from({ length: held.classes }, (_, column) => lineOf(held, column));
  return { slopes: lines.map(({ slope }) => slope), offsets: lines.map(({ offset }) => offset) };
}

/** Golden-section search on the logarithmic loss, which has one lowest point over the temperature. */
function slopeOfLeastLoss(held: HeldOutScores): number {
  let low = Math.log(SMALLEST_SLOPE);
  let high = Math.log(20);
  while (high - low > 1e-4) {
    const left = high - (high - low) * GOLDEN;
    const right = low + (high - low) * GOLDEN;
    if (lossAt(held, Math.exp(left)) < lossAt(held, Math.exp(right))) high = right;
    else low = left;
  }
  return rounded(Math.exp((low + high) / 2));
}

function lossAt({ scores, targets, weights, classes }: HeldOutScores, slope: number): number {
  const row = new Float64Array(classes);
  let loss = 0;
  for (let at = 0; at < weights.length; at += 1) {
    for (let column = 0; column < classes; column += 1) row[column] = (scores[at * classes + column] ?? 0) * slope;
    softmax(row);
    for (let column = 0; column < classes; column += 1) {
      const target = targets[at * classes + column] ?? 0;
      if (target > 0) loss -= target * Math.log(Math.max(row[column] ?? 0, 1e-12)) * (weights[at] ?? 0);
    }
  }
  return loss;
}

/** Logistic regression of one class on its own score, by Newton's method. */
function lineOf(
  { scores, targets, weights, classes }: HeldOutScores,
  column: number,
): { slope: number; offset: number } {
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < NEWTON_ROUNDS; round += 1) {
    let g0 = 0;
    let g1 = 0;
    let h00 = RIDGE;
    let h01 = 0;
    let h11 = RIDGE;
    for (let at = 0; at < weights.length; at += 1) {
      const score = scores[at * classes + column] ?? 0;
      const weight = weights[at] ?? 0;
      const probability = 1 / (1 + Math.exp(-(slope * score + offset)));
      const error = (probability - (targets[at * classes + column] ?? 0)) * weight;
      const curve = Math.max(probability * (1 - probability), 1e-9) * weight;
      g0 += error * score;
      g1 += error;
      h00 += curve * score * score;
      h01 += curve * score;
      h11 += curve;
    }
    const determinant = h00 * h11 - h01 * h01;
    slope -= (h11 * g0 - h01 * g1) / determinant;
    offset -= (h00 * g1 - h01 * g0) / determinant;
    // A class that is hardly ever right must not turn its own score around.
    slope = Math.min(Math.max(slope, SMALLEST_SLOPE), 50);
    offset = Math.min(Math.max(offset, -50), 50);
  }
  return { slope: rounded(slope), offset: rounded(offset) };
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
