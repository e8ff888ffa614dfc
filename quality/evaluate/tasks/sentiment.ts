import type { SentimentLevel } from '#detection';
import { feelingBaselines } from '../baselines/feelings.js';
import { scored, type Reading } from '../engines/engine.js';
import { expectedCalibrationError } from '../metrics/calibration.js';
import { accuracy, confusion, macroF1, macroRecall, type Told } from '../metrics/classes.js';
import type { Metric } from '../metrics/metric.js';
import { readFeeling, type Feeling, type FeelingExample } from '../read/formats.js';
import { measure, type Report } from '../measure.js';
import { bySlice, confusionTable } from '../tables.js';
import { readAll, type Request } from './request.js';

/** What the product says of a turn, in the three classes of the sets. */
export interface ToldFeeling {
  /** `unknown` is a class of its own: it is never neutral, so it is never right. */
  told: Feeling | 'unknown';
  score: number;
  /** How sure it is of that, where it says so. */
  confidence?: number | undefined;
}

const CLASS_OF_LEVEL = {
  VERY_NEGATIVE: 'negative',
  NEGATIVE: 'negative',
  NEUTRAL: 'neutral',
  POSITIVE: 'positive',
  VERY_POSITIVE: 'positive',
} as const satisfies Record<Exclude<SentimentLevel, 'MIXED'>, Feeling>;

/** A turn of mixed feelings counts by its score, as in every mean the product shows; about zero it is neutral. */
const MIXED_LEANS = 0.25;

export function toldBy(reading: Reading): ToldFeeling {
  const signal = scored(reading, 'sentiment');
  if (signal === undefined) return { told: 'unknown', score: 0, confidence: 0 };
  const level = signal.label as SentimentLevel; // the label of a sentiment
  const { score, confidence } = signal;
  if (level !== 'MIXED') return { told: CLASS_OF_LEVEL[level], score, confidence };
  const leaning = score > 0 ? 'positive' : 'negative';
  return { told: Math.abs(score) < MIXED_LEANS ? 'neutral' : leaning, score, confidence };
}

/** How callers feel, in three classes. */
export function measureSentiment(request: Request): Promise<Report> {
  const examples = readAll(request, (line) => readFeeling(line) ?? []);
  const { engine } = request;
  const told = (of: readonly FeelingExample[], answers: readonly ToldFeeling[]) => ({
    meant: of.map(({ feeling }) => feeling),
    told: answers.map((answer) => answer.told),
  });
  return measure<FeelingExample, ToldFeeling>(
    {
      ...request.names('sentiment'),
      examples,
      groups: examples.map(({ group }) => group),
      textOf: ({ turn }) => turn.text,
      engine: {
        name: engine.name,
        version: engine.version,
        answerAll: async (of, tell) =>
          (
            await engine.read(
              of.map(({ turn }) => turn),
              tell,
            )
          ).map(toldBy),
        timed: engine.timed && (({ turn }) => engine.timed?.(turn)),
      },
      baselines: feelingBaselines(),
      metrics: (of, answers) => {
        const pairs = told(of, answers);
        return {
          accuracy: accuracy(pairs),
          macroF1: macroF1(pairs),
          macroRecall: macroRecall(pairs),
          ece: calibration(pairs, answers),
        };
      },
      tables: (of, answers) => [
        confusionTable(confusion(told(of, answers))),
        ...bySlice(
          'macro F1 by locale',
          of.map(({ locale }) => locale),
          macroF1(told(of, answers)),
        ),
      ],
      misses: (of, answers) =>
        of.flatMap(({ turn, feeling }, at) => {
          const { told: answer, score } = answers[at]!; // one an example
          return answer === feeling ? [] : [{ meant: feeling, told: answer, text: turn.text, weight: Math.abs(score) }];
        }),
    },
    request.write,
  );
}

/** Cannot be said of an engine that does not say how sure it is. What it leaves unknown, it claims nothing of. */
function calibration({ meant, told }: Told, answers: readonly ToldFeeling[]): Metric {
  const confidences = answers.map(({ confidence }) => confidence);
  if (!confidences.every((each) => each !== undefined)) return () => null;
  return expectedCalibrationError(
    confidences,
    meant.map((each, at) => each === told[at]),
  );
}
