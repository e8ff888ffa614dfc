import { FeatureVector } from '../../libs/detection/src/linear/feature-vector.js';
import { rowValue } from '../../libs/detection/src/linear/linear-model.js';
import type { Example, TrainingTask } from './task.js';

/** All examples of a task as flat arrays: what training goes through thousands of times a second. */
export interface PackedExamples {
  count: number;
  classes: number;
  denseCount: number;
  /** Rows of the table that example `e` touches: from starts[e] to starts[e + 1]. */
  starts: Uint32Array;
  rows: Int32Array;
  values: Float64Array;
  dense: Float64Array;
  targets: Float64Array;
  weights: Float64Array;
  folds: Uint8Array;
}

export function packExamples(task: TrainingTask, examples: readonly Example[]): PackedExamples {
  const vector = new FeatureVector(task.features, task.dense.length);
  const count = examples.length;
  const width = task.classes.length;
  const pieces: Int32Array[] = [];
  const packed = {
    count,
    classes: width,
    denseCount: task.dense.length,
    starts: new Uint32Array(count + 1),
    values: new Float64Array(count),
    dense: new Float64Array(count * task.dense.length),
    targets: new Float64Array(count * width),
    weights: new Float64Array(count),
    folds: new Uint8Array(count),
  };
  examples.forEach((example, at) => {
    vector.clear();
    example.write(vector);
    pieces.push(vector.rows.slice(0, vector.count));
    packed.starts[at + 1] = (packed.starts[at] ?? 0) + vector.count;
    packed.values[at] = rowValue(vector.count);
    packed.dense.set(vector.dense, at * task.dense.length);
    packed.targets.set(example.target, at * width);
    packed.weights[at] = example.weight;
    packed.folds[at] = foldOf(example.group, task.learning.folds);
  });
  const rows = new Int32Array(packed.starts[count] ?? 0);
  pieces.forEach((piece, at) => rows.set(piece, packed.starts[at]));
  return { ...packed, rows };
}

/** The fold of a group follows from its name alone, so that adding examples moves none. */
function foldOf(group: string, folds: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < group.length; at += 1) hash = Math.imul(hash ^ group.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % folds;
}
