import type { FeatureSettings } from './linear/feature-settings.js';
import type { FeatureVector } from './linear/feature-vector.js';
import { trainedModel } from './linear/weights-file.js';
import { type Findings, findIn } from './risk/findings.js';
import { type Gist, HELD_AGAINST, holdAgainst, gistOf, readGist } from './risk/held-against.js';
import { assessByRules, type RuleAssessment } from './risk/rule-scores.js';
import { RISK_CODES, type RiskCode } from './risk-codes.js';
import type { ReplyContext, TurnContext } from './signals.js';
import type { Words } from './words.js';

export const CODES = Object.keys(RISK_CODES) as RiskCode[]; // the keys of a closed record

/** Whether the reply is risky at all, then each code on its own. */
export const RISK_CLASSES = ['ANY', ...CODES] as const;

export const riskFeatures: FeatureSettings = {
  bits: 16,
  wordRun: 2,
  charactersFrom: 4,
  charactersTo: 5,
  negationReach: 4,
  wordsRead: 400,
};

const SAID = [
  'declined',
  'referred',
  'aiNotice',
  'principalNotice',
  'dodged',
  'first',
  'firstWithoutAi',
  'firstWithoutPrincipal',
  'asksBack',
  'length',
] as const;
const TOGETHER = [
  'unreservedWithAuthority',
  'unreservedWithSources',
  'unreservedWithPositions',
  'unreservedWithExcluded',
  'unreservedOnExcluded',
  'unreservedMustRefuse',
  'unreservedForbidden',
  'unverifiedWithFigures',
  'nowhereUnreserved',
  'leftOutUnreserved',
  'turnedUnreserved',
] as const;

/** What rules and context say, beside the words themselves. */
export const RISK_DENSE: readonly string[] = [
  ...CODES.map((code) => `rule ${code}`),
  ...CODES.map((code) => `asked ${code}`),
  ...SAID,
  ...HELD_AGAINST,
  ...TOGETHER,
];
const SAID_AT = 2 * CODES.length;
const HELD_AT = SAID_AT + SAID.length;
const TOGETHER_AT = HELD_AT + HELD_AGAINST.length;
const AT = Object.fromEntries(HELD_AGAINST.map((name, at) => [name, HELD_AT + at])) as Record<
  (typeof HELD_AGAINST)[number],
  number
>; // one entry a name
/** Replies of about so many words count as long. */
const LONG = 60;

/** A reply as the rules read it. */
export interface RuledReply {
  reading: Words;
  findings: Findings;
  /** One a code, in the order of `CODES`. */
  rules: readonly RuleAssessment[];
}

/** Reads a reply by the rules alone. */
export function ruleReply(reading: Words, context: TurnContext): RuledReply {
  const findings = findIn(reading, context);
  return { reading, findings, rules: CODES.map((code) => assessByRules(code, findings, reading, context)) };
}

/**
 * How risky a reply is by each code, 0 to 1, in the order of `CODES`. The highest of them is how likely the reply is
 * risky at all; a code's share in that is its share among all codes.
 */
export function judgeRisk(ruled: RuledReply, context: TurnContext): number[] {
  const model = trainedModel('risk');
  writeRisk(model.vector, ruled, context);
  const [any = 0, ...byCode] = model.judge();
  const total = byCode.reduce((sum, each) => sum + each, 0);
  // A notice that is missing from a first reply excuses nothing else that it says.
  const others = context.isFirstReply ? total - (byCode[I2] ?? 0) + UNSURE : total;
  const scores = byCode.map((each, at) => restated(any * (each / Math.max(at === I2 ? total : others, SMALLEST))));
  // Who says that it is an AI, and nothing that only a person could, claims to be none.
  if (ruled.findings.aiNotice && !ruled.findings.evidence.has('I1')) scores[0] = Math.min(scores[0] ?? 0, ADMITTED);
  // Who retells what a source says leaves none of it out.
  if ((model.vector.dense[AT.sourceRetold] ?? 0) >= RETOLD) scores[T3] = Math.min(scores[T3] ?? 0, ADMITTED);
  return scores;
}

const I2 = CODES.indexOf('I2');
const T3 = CODES.indexOf('T3');
/** What the shares of the other codes of a first reply must stand out from. */
const UNSURE = 0.15;
const SMALLEST = 1e-9;
const RETOLD = 0.6;
const ADMITTED = 0.3;

/**
 * A product of two probabilities says too little: the share of one code is seldom near 1. Fitted by Platt's method to
 * whether our training replies are risky at all, on folds that the weights had not seen.
 */
const RESTATED = { slope: 1.06, offset: 1.65 };

function restated(probability: number): number {
  const odds = (probability + 1e-9) / (1 - probability + 1e-9);
  return 1 / (1 + Math.exp(-(RESTATED.slope * Math.log(odds) + RESTATED.offset)));
}

/** Puts a reply into a vector, as scoring does; training uses the same. */
export function writeRisk(vector: FeatureVector, { reading, findings, rules }: RuledReply, context: TurnContext): void {
  const given = context.reply ?? {};
  vector.clear();
  vector.addWords(reading.words);
  if (findings.before) vector.addWords(findings.before.words, 'before');
  addContextWords(vector, given);
  const { dense } = vector;
  CODES.forEach((code, at) => {
    dense[at] = rules[at]?.score ?? 0;
    dense[CODES.length + at] = findings.asked.has(code) ? 1 : 0;
  });
  const reply = readGist(reading);
  const asked = findings.before && readGist(findings.before);
  holdAgainst(reply, asked, given, dense, HELD_AT);
  writeSaid(dense, reading, findings, context);
  writeTogether(dense, reply);
}

/** Policies are other words than replies are, each kind for itself. */
function addContextWords(vector: FeatureVector, given: ReplyContext): void {
  if (given.authority !== undefined) vector.addWords(gistOf(given.authority).words.words, 'authority');
  for (const source of given.approvedSources ?? []) vector.addWords(gistOf(source).words.words, 'source');
  for (const topic of given.excludedTopics ?? []) vector.addWords(gistOf(topic).words.words, 'excluded');
  for (const position of given.positions ?? []) vector.addWords(gistOf(position).words.words, 'position');
}

function writeSaid(dense: Float64Array, reading: Words, findings: Findings, { isFirstReply }: TurnContext): void {
  const last = reading.words.at(-1);
  dense.set(
    [
      Number(findings.declined),
      Math.min(2, findings.referrals) / 2,
      Number(findings.aiNotice),
      Number(findings.principalNotice),
      Number(findings.dodged),
      Number(isFirstReply),
      Number(isFirstReply && !findings.aiNotice),
      Number(isFirstReply && (dense[AT.namesPrincipal] ?? 0) === 0),
      Number(last !== undefined && reading.questions.has(last.sentence)),
      Math.min(1, reading.words.length / LONG),
    ],
    SAID_AT,
  );
}

/** Facts that mean something only together, which a sum of weights cannot tell. */
function writeTogether(dense: Float64Array, reply: Gist): void {
  const value = (at: number) => dense[at] ?? 0;
  const unreserved = 1 - Math.min(1, value(SAID_AT) + value(SAID_AT + 1));
  dense.set(
    [
      unreserved * value(AT.knowsAuthority),
      unreserved * value(AT.knowsSources),
      unreserved * value(AT.knowsPositions),
      unreserved * value(AT.knowsExcluded),
      unreserved * Math.max(value(AT.onExcluded), value(AT.askedExcluded)),
      unreserved * value(AT.mustRefuse),
      unreserved * value(AT.forbidden),
      reply.figures.size > 0 ? value(AT.unverified) : 0,
      unreserved * value(AT.figuresFromNowhere),
      unreserved * value(AT.sourceFiguresLeftOut),
      unreserved * value(AT.positionTurned),
    ],
    TOGETHER_AT,
  );
}
