import type { FeatureSettings } from '../../libs/detection/src/linear/feature-settings.js';
import type { FeatureVector } from '../../libs/detection/src/linear/feature-vector.js';
import type { ModelKind } from '../../libs/detection/src/linear/linear-model.js';

/** One text to learn from. */
export interface Example {
  /** The set it comes from, as the model card names it. */
  source: string;
  /** Examples of one group are never parted between what is learned from and what is measured on. */
  group: string;
  /** One number a class, 0 to 1. For ONE_OF they add up to 1, and several may be above 0 where people disagreed. */
  target: readonly number[];
  /** How much it counts; tasks use it so that no set outweighs the others. */
  weight: number;
  /** Puts the text into a cleared vector, exactly as the detector does. */
  write: (vector: FeatureVector) => void;
}

/** Where examples come from, for the model card. */
export interface Source {
  name: string;
  licence: string;
  examples: number;
}

/** What a model is trained for. A new one goes into `tasks/index.ts`. */
export interface TrainingTask {
  name: string;
  kind: ModelKind;
  classes: readonly string[];
  features: FeatureSettings;
  dense: readonly string[];
  /** How often the examples are gone through, how large the steps are, and how strongly weights are held near zero. */
  learning: LearningSettings;
  /** Reads the examples from a folder laid out as `labelled/train-ok`. */
  examples: (folder: string) => { examples: Example[]; sources: Source[] };
  /** What a reader of the model card must know: what it is for, and where it fails. */
  card: { purpose: string; limits: readonly string[] };
}

export interface LearningSettings {
  passes: number;
  step: number;
  /** L2, as a share of a weight taken at each step that touches it. */
  decay: number;
  folds: number;
}
