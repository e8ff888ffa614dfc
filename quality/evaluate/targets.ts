import type { TaskName } from './tasks/index.js';

/** What a figure should be. Figures are shares of 1. */
export interface Target {
  task: TaskName;
  /** How the names of the files begin that it is for. */
  set: string;
  /** Examples a topic; absent for all of them, and where nothing is learned. */
  shots?: number;
  metric: string;
  /** What a quick prototype reached, where one was made. */
  prototype?: number;
  must: number;
  aim: number;
  /** The figure is to be small. */
  atMost?: true;
}

/** Turns a second on one core, all detectors together. */
export const SPEED = { must: 5_000, aim: 20_000 } as const;

const CALIBRATED = { metric: 'ece', must: 0.08, aim: 0.04, atMost: true } as const;
const SILENT = {
  task: 'hazard',
  metric: 'falseFlags',
  prototype: 0.012,
  must: 0.015,
  aim: 0.005,
  atMost: true,
} as const;
/** In-scope accuracy counts only where enough of what is out of scope is left alone. */
const OUT_OF_SCOPE = { task: 'topics', set: 'topics-clinc150', metric: 'oosRecall', must: 0.85, aim: 0.85 } as const;
const REPLIES = { task: 'risk', set: 'clone-replies' } as const;

/** What the engines are measured against; the sets are public ones and replies of clones that were written for this. */
export const TARGETS: readonly Target[] = [
  { task: 'sentiment', set: 'sentiment-tweeteval', metric: 'macroRecall', prototype: 0.58, must: 0.58, aim: 0.64 },
  { task: 'sentiment', set: 'sentiment-airline', metric: 'macroF1', prototype: 0.53, must: 0.56, aim: 0.65 },
  { task: 'sentiment', set: 'sentiment-goemotions', metric: 'macroF1', prototype: 0.71, must: 0.7, aim: 0.75 },
  { task: 'sentiment', set: 'sentiment-meld', metric: 'macroF1', prototype: 0.46, must: 0.48, aim: 0.58 },
  { task: 'sentiment', set: 'clone-replies', metric: 'macroF1', must: 0.65, aim: 0.8 },
  { task: 'sentiment', set: '', ...CALIBRATED },
  { task: 'topics', set: 'topics-clinc150', metric: 'accuracyInScope', prototype: 0.87, must: 0.87, aim: 0.91 },
  OUT_OF_SCOPE,
  { ...OUT_OF_SCOPE, shots: 5 },
  { ...OUT_OF_SCOPE, shots: 10 },
  {
    task: 'topics',
    set: 'topics-clinc150',
    shots: 5,
    metric: 'accuracyInScope',
    prototype: 0.73,
    must: 0.73,
    aim: 0.79,
  },
  {
    task: 'topics',
    set: 'topics-clinc150',
    shots: 10,
    metric: 'accuracyInScope',
    prototype: 0.81,
    must: 0.81,
    aim: 0.86,
  },
  { task: 'topics', set: 'topics-banking77', metric: 'accuracyInScope', prototype: 0.91, must: 0.9, aim: 0.93 },
  {
    task: 'topics',
    set: 'topics-banking77',
    shots: 5,
    metric: 'accuracyInScope',
    prototype: 0.63,
    must: 0.62,
    aim: 0.7,
  },
  {
    task: 'topics',
    set: 'topics-banking77',
    shots: 10,
    metric: 'accuracyInScope',
    prototype: 0.74,
    must: 0.73,
    aim: 0.8,
  },
  {
    task: 'hazard',
    set: 'hazard-openai-moderation',
    metric: 'averagePrecision',
    prototype: 0.79,
    must: 0.78,
    aim: 0.85,
  },
  {
    task: 'hazard',
    set: 'hazard-openai-moderation',
    metric: 'precisionAtRecall90',
    prototype: 0.52,
    must: 0.5,
    aim: 0.62,
  },
  { task: 'hazard', set: 'hazard-toxicchat', metric: 'averagePrecision', prototype: 0.59, must: 0.58, aim: 0.66 },
  {
    task: 'hazard',
    set: 'hazard-replies-beavertails',
    metric: 'averagePrecision',
    prototype: 0.75,
    must: 0.75,
    aim: 0.82,
  },
  { set: 'topics-', ...SILENT },
  { ...REPLIES, metric: 'averagePrecision', prototype: 0.84, must: 0.87, aim: 0.93 },
  { ...REPLIES, metric: 'precisionAtRecall90', prototype: 0.67, must: 0.72, aim: 0.82 },
  { ...REPLIES, metric: 'macroAveragePrecision', prototype: 0.32, must: 0.5, aim: 0.7 },
  { ...REPLIES, metric: 'spanOverlap', must: 0.8, aim: 0.92 },
  { ...REPLIES, ...CALIBRATED },
  { task: 'pii', set: 'pii-presidio', metric: 'structuredF1', prototype: 0.94, must: 0.95, aim: 0.99 },
  { task: 'pii', set: 'pii-presidio', metric: 'personF1', prototype: 0.74, must: 0.7, aim: 0.85 },
];

/** The targets of one measurement, by metric. @param name of the file, without its folder */
export function targetsOf(task: string, name: string, shots: number | undefined): Map<string, Target> {
  const fitting = TARGETS.filter(
    (target) => target.task === task && name.startsWith(target.set) && target.shots === shots,
  );
  return new Map(fitting.map((target) => [target.metric, target]));
}

/** How far a figure is: what it reached. */
export function reached({ must, aim, atMost }: Pick<Target, 'must' | 'aim' | 'atMost'>, value: number | null): string {
  if (value === null) return 'not measured';
  const is = (least: number) => (atMost ? value <= least : value >= least);
  return is(aim) ? 'aim' : is(must) ? 'must' : 'below';
}
