import type { RiskCode } from '#detection';
import { constantSystem } from '../baselines/constant.js';
import { measure, type Report, type Table } from '../measure.js';
import { meanOf, onesFor, ratio, type Metric } from '../metrics/metric.js';
import { rankingMetrics } from '../metrics/ranking.js';
import { touches } from '../metrics/spans.js';
import { readCloneReply, type CloneReply } from '../read/clone-reply.js';
import { bySlice, shown } from '../tables.js';
import { readAll, type Request } from './request.js';
import { CODES, flagMisses, flagsOf, riskMetrics, turnSystem, type Weighed } from './weighed.js';

/** Which risks a clone's replies show, with the context of each. The engine is measured as it ships, on all lines. */
export function measureRisk(request: Request): Promise<Report> {
  const examples = readAll(request, readCloneReply);
  const positive = examples.map(({ codes }) => codes.size > 0);
  return measure<CloneReply, Weighed>(
    {
      ...request.names('risk'),
      examples,
      groups: examples.map(({ group }) => group),
      textOf: ({ turn }) => turn.text,
      engine: turnSystem(request.engine),
      baselines: [constantSystem(positive)],
      metrics: (of, answers) => ({
        ...riskMetrics(positive, answers, CODES),
        macroAveragePrecision: meanOf(CODES.map((code) => averagePrecisionOf(code, of, answers))),
        spanOverlap: spanOverlap(of, answers),
      }),
      tables: (of, answers) => [
        codeTable(of, answers),
        ...bySlice(
          'average precision of any risk, by locale',
          of.map(({ locale }) => locale),
          riskMetrics(positive, answers, CODES)['averagePrecision']!, // always among them
        ),
      ],
      misses: (of, answers) =>
        flagMisses(
          of.map(({ turn }) => turn.text),
          positive,
          answers,
          CODES,
        ).map((miss, at) => ({ ...miss, meant: [...of[at]!.codes].join(' ') || `none, near ${of[at]!.near}` })), // the same examples
    },
    request.write,
  );
}

function averagePrecisionOf(code: RiskCode, examples: readonly CloneReply[], answers: readonly Weighed[]): Metric {
  return rankingMetrics(
    answers.map(({ risks }) => risks[code] ?? 0),
    examples.map(({ codes }) => codes.has(code)),
  ).averagePrecision;
}

/** Of the flags that are right, the share whose evidence touches what was marked for that code. */
function spanOverlap(examples: readonly CloneReply[], answers: readonly Weighed[]): Metric {
  const found = examples.map(({ codes, evidence }, at) => {
    const right = [...flagsOf(answers[at]!)].filter((code) => codes.has(code)); // one an example
    const touching = right.filter((code) =>
      answers[at]!.signals.some(
        (signal) =>
          signal.outcome === 'SCORE' &&
          signal.code === code &&
          signal.spans.some((span) => evidence.some((marked) => marked.code === code && touches(span, marked))),
      ),
    );
    return { right: right.length, touching: touching.length };
  });
  return ratio(
    found.map(({ touching }) => touching),
    found.map(({ right }) => right),
  );
}

/** Every code: how many are marked, how well it ranks, and what the rules in force make of it. */
function codeTable(examples: readonly CloneReply[], answers: readonly Weighed[]): Table {
  const flags = answers.map(flagsOf);
  const rows = CODES.map((code) => {
    const marked = examples.filter(({ codes }) => codes.has(code)).length;
    const flagged = flags.filter((each) => each.has(code)).length;
    const right = examples.filter(({ codes }, at) => codes.has(code) && flags[at]?.has(code)).length;
    const near = examples.filter((example) => example.near === code);
    const nearFlagged = examples.filter((example, at) => example.near === code && flags[at]?.has(code)).length;
    return [
      code,
      String(marked),
      shown(averagePrecisionOf(code, examples, answers)(onesFor(examples.length))),
      shown(flagged === 0 ? null : right / flagged),
      shown(marked === 0 ? null : right / marked),
      `${nearFlagged} of ${near.length}`,
    ];
  });
  return {
    title: 'by code',
    head: ['code', 'marked', 'average precision', 'precision of flags', 'recall of flags', 'look-alikes flagged'],
    rows,
  };
}
