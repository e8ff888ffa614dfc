import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { LinearModel } from './linear-model.js';
import { readModel } from './model-format.js';

/** Beside the sources, whether this runs from them or from `dist`. */
const FOLDERS = ['../../weights/', '../../../../../libs/detection/weights/'].map(
  (folder) => new URL(folder, import.meta.url),
);

const loaded = new Map<string, LinearModel>();

/**
 * The trained weights of a task, read from `libs/detection/weights/<task>.bin` when they are first asked for. The only
 * place in this library that touches a file: the weights are part of the program, and the same version has the same ones.
 */
export function trainedModel(task: string): LinearModel {
  const known = loaded.get(task);
  if (known) return known;
  const model = readWeights(findWeights(task), task);
  loaded.set(task, model);
  return model;
}

/** Reads one file of weights. Throws when it is missing, damaged, or of another task. */
export function readWeights(path: URL, task: string): LinearModel {
  try {
    const model = readModel(readFileSync(path), sha256);
    if (model.header.task !== task) throw new Error(`it holds the task ${model.header.task}`);
    return model;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The trained weights ${task}.bin cannot be used: ${reason}. Restore libs/detection/weights.`, {
      cause: error,
    });
  }
}

export function sha256(payload: Uint8Array): string {
  return createHash('sha256').update(payload).digest('hex');
}

function findWeights(task: string): URL {
  const places = FOLDERS.map((folder) => new URL(`${task}.bin`, folder));
  return places.find((place) => existsSync(place)) ?? places[0]!; // there are two; the error then names what is missing
}
