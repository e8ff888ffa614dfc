import { LinearModel, type Calibration } from '../../libs/detection/src/linear/linear-model.js';
import type { Weights } from './logistic-regression.js';
import type { TrainingTask } from './task.js';

const LARGEST_BYTE = 127;
/** The few weights beyond this share of all are cut to it; finer steps for the rest are worth more. */
const KEPT_WHOLE = 0.9999;

/** Rounds the weights of each class to bytes of one step. */
export function quantise(task: TrainingTask, weights: Weights, calibration: Calibration, seed: number): LinearModel {
  const width = task.classes.length;
  const scales = task.classes.map((_, column) => Math.fround(stepOf(weights.table, column, width)));
  const bytes = new Int8Array(weights.table.length);
  weights.table.forEach((weight, at) => {
    const steps = Math.round(weight / (scales[at % width] ?? 1));
    bytes[at] = Math.max(-LARGEST_BYTE, Math.min(LARGEST_BYTE, steps));
  });
  const header = {
    task: task.name,
    kind: task.kind,
    seed,
    classes: task.classes,
    features: task.features,
    dense: task.dense,
    bias: [...weights.bias].map(Math.fround),
    scales,
    calibration,
  };
  return new LinearModel(header, bytes, Float32Array.from(weights.dense));
}

function stepOf(table: Float64Array, column: number, width: number): number {
  const sizes: number[] = [];
  for (let at = column; at < table.length; at += width) {
    const size = Math.abs(table[at] ?? 0);
    if (size > 0) sizes.push(size);
  }
  sizes.sort((one, other) => one - other);
  const largest = sizes[Math.floor((sizes.length - 1) * KEPT_WHOLE)] ?? 0;
  return largest === 0 ? 1 : largest / LARGEST_BYTE;
}
