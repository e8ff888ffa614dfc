import type { LinearModel } from '../../libs/detection/src/linear/linear-model.js';
import { softmax } from '../../libs/detection/src/linear/linear-model.js';
import { expectedCalibrationError } from '../evaluate/metrics/calibration.js';
import { f1, macroF1, macroRecall } from '../evaluate/metrics/classes.js';
import { type Metric, onesFor } from '../evaluate/metrics/metric.js';
import { rankingMetrics } from '../evaluate/metrics/ranking.js';
import type { HeldOutScores } from './calibration.js';
import type { Example, Source, TrainingTask } from './task.js';

export interface CardFacts {
  task: TrainingTask;
  examples: readonly Example[];
  sources: readonly Source[];
  held: HeldOutScores;
  model: LinearModel;
  bytes: number;
}

/** The page that goes with a model: what it is for, what it was made of, how good it is, where it fails. */
export function modelCard({ task, examples, sources, held, model, bytes }: CardFacts): string {
  const { header } = model;
  return (
    [
      `# Model card: ${task.name}`,
      task.card.purpose,
      `Made by \`npm run train -- --task ${task.name}\` with seed ${header.seed}; the same data and seed give the same bytes. ` +
        `Logistic regression over 2^${header.features.bits} hashed rows and ${header.dense.length} named numbers, ` +
        `${header.classes.length} classes, ${Math.ceil(bytes / 1024).toLocaleString('en')} KB.`,
      '## Data',
      table(
        ['set', 'licence', 'examples'],
        sources.map(({ name, licence, examples: count }) => [name, licence, count.toLocaleString('en')]),
      ),
      '## Figures',
      `By ${task.learning.folds}-fold cross-validation, before the weights are rounded to bytes; groups are never parted. ` +
        'Confidence is calibrated on the same held-out scores.',
      task.kind === 'ONE_OF' ? exclusiveFigures(task, examples, held, header) : questionFigures(task, held),
      '## Limits',
      task.card.limits.map((limit) => `- ${limit}`).join('\n'),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

function exclusiveFigures(
  task: TrainingTask,
  examples: readonly Example[],
  held: HeldOutScores,
  header: LinearModel['header'],
): string {
  const answers = examples.map((example, at) => answerOf(held, at, header, example.target));
  const sources = [...new Set(examples.map(({ source }) => source))];
  const rows = sources.map((source) => {
    const chosen = answers.filter((_, at) => examples[at]?.source === source);
    const nameOf = (column: number) => task.classes[column] ?? '';
    const told = { meant: chosen.map(({ meant }) => nameOf(meant)), told: chosen.map(({ said }) => nameOf(said)) };
    const figure = (metric: Metric) => written(metric, chosen.length);
    const ece = expectedCalibrationError(
      chosen.map(({ confidence }) => confidence),
      chosen.map(({ meant, said }) => meant === said),
    );
    return [
      source,
      figure(macroF1(told)),
      figure(macroRecall(told)),
      figure(ece),
      ...task.classes.map((name) => (told.meant.includes(name) ? figure(f1(told, name)) : '')),
    ];
  });
  return table(
    ['set', 'macro F1', 'macro recall', 'calibration error', ...task.classes.map((name) => `F1 ${name}`)],
    rows,
  );
}

function answerOf(held: HeldOutScores, at: number, { calibration }: LinearModel['header'], target: readonly number[]) {
  const row = held.scores.slice(at * held.classes, (at + 1) * held.classes);
  row.forEach((score, column) => {
    row[column] = score * (calibration.slopes[column] ?? 1) + (calibration.offsets[column] ?? 0);
  });
  softmax(row);
  const said = highest([...row]);
  return { said, meant: highest(target), confidence: row[said] ?? 0 };
}

function questionFigures(task: TrainingTask, { scores, targets, classes, weights }: HeldOutScores): string {
  const rows = task.classes.map((name, column) => {
    const ofClass = Array.from({ length: weights.length }, (_, at) => scores[at * classes + column] ?? 0);
    const isRight = ofClass.map((_, at) => (targets[at * classes + column] ?? 0) >= 0.5);
    return [
      name,
      String(isRight.filter(Boolean).length),
      written(rankingMetrics(ofClass, isRight).averagePrecision, ofClass.length),
    ];
  });
  return table(['class', 'examples', 'average precision'], rows);
}

function highest(shares: readonly number[]): number {
  return shares.indexOf(Math.max(...shares));
}

/** A figure over so many examples; one that cannot be said is shown as none of it. */
function written(metric: Metric, examples: number): string {
  return (metric(onesFor(examples)) ?? 0).toFixed(3).replace(/^0/, '');
}

/** A table as Prettier would write it, so that a new card changes only where figures do. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, at) => Math.max(3, name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}
