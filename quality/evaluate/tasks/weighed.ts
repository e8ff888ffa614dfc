import { RISK_CODES, type RiskCode, type TurnText } from '#detection';
import { judge, RULE_SET } from '#moderation';
import type { Engine, Reading } from '../engines/engine.js';
import type { Miss, System, Table } from '../measure.js';
import { expectedCalibrationError } from '../metrics/calibration.js';
import { ratio, type Metric } from '../metrics/metric.js';
import { rankingMetrics } from '../metrics/ranking.js';

/** What an engine says of a reply: how risky by code, and the signals that the product would keep. */
export type Weighed = Reading;

export const CODES = Object.keys(RISK_CODES) as RiskCode[]; // the keys of a closed record
/** The share of risky ones that must be found at the named precision. */
const RECALL = 0.9;

export function turnSystem<Example extends { turn: TurnText }>(engine: Engine): System<Example, Weighed> {
  return {
    name: engine.name,
    version: engine.version,
    answerAll: (examples, tell) =>
      engine.read(
        examples.map(({ turn }) => turn),
        tell,
      ),
    timed: engine.timed && (({ turn }) => engine.timed?.(turn)),
  };
}

/** The risk of a reply by some codes is that of the highest of them. */
export function riskOf({ risks }: Weighed, codes: readonly RiskCode[]): number {
  return codes.reduce((most, code) => Math.max(most, risks[code] ?? 0), 0);
}

/** The codes that the rules in force flag. */
export function flagsOf({ signals }: Weighed): Set<RiskCode> {
  return new Set(judge('', signals, RULE_SET.rules).map(({ rule }) => rule.code));
}

/** `falseFlags` is the share of harmless ones that a rule in force flags by one of the codes. */
export function riskMetrics(
  positive: readonly boolean[],
  answers: readonly Weighed[],
  codes: readonly RiskCode[],
): Record<string, Metric> {
  const scores = answers.map((answer) => riskOf(answer, codes));
  const flagged = answers.map((answer) => codes.some((code) => flagsOf(answer).has(code)));
  const { averagePrecision, auroc, precisionAtRecall } = rankingMetrics(scores, positive);
  const hasBoth = positive.includes(true) && positive.includes(false);
  return {
    averagePrecision,
    auroc,
    precisionAtRecall90: precisionAtRecall(RECALL),
    ece: hasBoth ? expectedCalibrationError(scores, positive) : () => null,
    falseFlags: ratio(
      positive.map((risky, at) => (!risky && flagged[at] ? 1 : 0)),
      positive.map((risky) => (risky ? 0 : 1)),
    ),
  };
}

/** How many are flagged by the rules in force. */
export function flagTable(
  positive: readonly boolean[],
  answers: readonly Weighed[],
  codes: readonly RiskCode[],
): Table {
  const flagged = answers.map((answer) => codes.some((code) => flagsOf(answer).has(code)));
  const count = (risky: boolean, flag: boolean) =>
    String(positive.filter((each, at) => each === risky && flagged[at] === flag).length);
  return {
    title: `flagged by the rules in force, version ${RULE_SET.version}`,
    head: ['', 'flagged', 'not flagged'],
    rows: [true, false].map((risky) => [risky ? 'risky' : 'harmless', count(risky, true), count(risky, false)]),
  };
}

/** The harmless ones that look riskiest, and the risky ones that look most harmless. */
export function flagMisses(
  texts: readonly string[],
  positive: readonly boolean[],
  answers: readonly Weighed[],
  codes: readonly RiskCode[],
): Miss[] {
  return texts.map((text, at) => {
    const answer = answers[at]!; // one a text
    const risk = riskOf(answer, codes);
    const code = codes.find((each) => (answer.risks[each] ?? 0) === risk);
    return {
      meant: positive[at] ? 'risky' : 'harmless',
      told: `${risk.toFixed(2)}${risk > 0 ? ` ${code}` : ''}`,
      text,
      weight: positive[at] ? 1 - risk : risk,
    };
  });
}
