import { intervalsOf, type Interval } from './metrics/intervals.js';
import { onesFor, type Metric } from './metrics/metric.js';
import { progressOf, type Tell } from './progress.js';
import { speedOf } from './speed.js';

/** Something that answers examples: an engine, or what it is compared with. */
export interface System<Example, Answer> {
  name: string;
  version: string;
  /** One answer an example, in order. */
  answerAll(examples: readonly Example[], tell: Tell): Promise<Answer[]>;
  /** The work on one example, for measuring speed; nothing when only the whole can be timed. */
  timed?: ((example: Example) => unknown) | undefined;
}

export interface Table {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** An example that was answered wrong, the surest first. */
export interface Miss {
  meant: string;
  told: string;
  text: string;
  /** How wrong it is; only the order counts. */
  weight: number;
}

export interface Figure {
  value: number | null;
  interval: Interval | null;
}

export interface Measured {
  name: string;
  version: string;
  figures: Record<string, Figure>;
  turnsPerSecond: number;
}

/** Labelled examples, who answers them, and what is read from the answers. */
export interface Measurement<Example, Answer> {
  task: string;
  /** The file as it was given, and what else tells this measurement from others of the file. */
  data: string;
  conditions: string;
  examples: readonly Example[];
  /** One an example: those that do not vary on their own share a group. */
  groups: readonly string[] | null;
  textOf(example: Example): string;
  engine: System<Example, Answer>;
  baselines: readonly System<Example, Answer>[];
  metrics(examples: readonly Example[], answers: readonly Answer[]): Record<string, Metric>;
  tables(examples: readonly Example[], answers: readonly Answer[]): Table[];
  misses(examples: readonly Example[], answers: readonly Answer[]): Miss[];
}

export interface Report {
  task: string;
  data: string;
  conditions: string;
  n: number;
  /** UTF-16 units, on average. */
  charactersPerTurn: number;
  engine: Measured;
  baselines: Measured[];
  tables: Table[];
  misses: Miss[];
}

/** How many of the worst misses are kept. */
const MOST_MISSES = 15;

/** Asks the engine and every baseline the same examples, in one run. */
export async function measure<Example, Answer>(
  measurement: Measurement<Example, Answer>,
  write: (line: string) => void,
): Promise<Report> {
  const { task, data, conditions, examples, groups } = measurement;
  const ask = async (system: System<Example, Answer>) => {
    const startedMs = performance.now();
    const answers = await system.answerAll(examples, progressOf(`${task}, ${system.name}`, examples.length, write));
    const turnsPerSecond = speedOf(system.timed, examples, performance.now() - startedMs);
    const metrics = measurement.metrics(examples, answers);
    const intervals = intervalsOf(metrics, examples.length, groups);
    const ones = onesFor(examples.length);
    const figures = Object.entries(metrics).map(([name, metric]): [string, Figure] => [
      name,
      { value: metric(ones), interval: intervals[name] ?? null },
    ]);
    const measured = {
      name: system.name,
      version: system.version,
      figures: Object.fromEntries(figures),
      turnsPerSecond,
    };
    return { measured, answers };
  };
  const { measured: engine, answers } = await ask(measurement.engine);
  const baselines: Measured[] = [];
  for (const baseline of measurement.baselines) baselines.push((await ask(baseline)).measured);
  const misses = measurement.misses(examples, answers).sort((one, other) => other.weight - one.weight);
  return {
    task,
    data,
    conditions,
    n: examples.length,
    charactersPerTurn: examples.reduce((sum, each) => sum + measurement.textOf(each).length, 0) / examples.length,
    engine,
    baselines,
    tables: measurement.tables(examples, answers),
    misses: misses.slice(0, MOST_MISSES),
  };
}
