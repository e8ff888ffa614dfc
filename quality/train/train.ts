import { sha256 } from '../../libs/detection/src/linear/weights-file.js';
import { writeModel } from '../../libs/detection/src/linear/model-format.js';
import { calibrate, type HeldOutScores } from './calibration.js';
import { learn, scoreInto } from './logistic-regression.js';
import { modelCard } from './model-card.js';
import { packExamples, type PackedExamples } from './packed-examples.js';
import { quantise } from './quantise.js';
import type { TrainingTask } from './task.js';

export interface Trained {
  file: Uint8Array;
  card: string;
}

/** Trains a task's model. The same folder and the same seed give the same bytes. */
export function train(task: TrainingTask, folder: string, seed: number, tell: (progress: string) => void): Trained {
  const { examples, sources } = task.examples(folder);
  tell(`${examples.length} examples of ${sources.length} sets`);
  const packed = packExamples(task, examples);
  const held = crossValidate(task, packed, seed, tell);
  const calibration = calibrate(task.kind, held);
  tell('learning from all of them');
  const weights = learn(packed, task.kind, 2 ** task.features.bits, task.learning, seed, () => true);
  const model = quantise(task, weights, calibration, seed);
  const file = writeModel(model, sha256);
  return { file, card: modelCard({ task, examples, sources, held, model, bytes: file.length }) };
}

/** Scores of every example by weights that were learned without its fold. */
function crossValidate(
  task: TrainingTask,
  packed: PackedExamples,
  seed: number,
  tell: (progress: string) => void,
): HeldOutScores {
  const { count, classes, targets, weights: shares, folds } = packed;
  const scores = new Float64Array(count * classes);
  const row = new Float64Array(classes);
  for (let fold = 0; fold < task.learning.folds; fold += 1) {
    tell(`fold ${fold + 1} of ${task.learning.folds}`);
    const rows = 2 ** task.features.bits;
    const weights = learn(packed, task.kind, rows, task.learning, seed, (at) => folds[at] !== fold);
    for (let at = 0; at < count; at += 1) {
      if (folds[at] !== fold) continue;
      scoreInto(row, weights, packed, at);
      scores.set(row, at * classes);
    }
  }
  return { scores, targets, weights: shares, classes };
}
