import { ASKED_INDEX, REPLY_INDEX } from './risk/cue-indexes.js';
import { disclosedIn } from './risk/disclosed.js';
import { LEAST_SCORE, MOST_SCORE, RESERVE_ODDS, RIGHTLY_REFUSED, RISK_RULES } from './risk/risk-rules.js';
import { RISK_CODES, type RiskCode } from './risk-codes.js';
import type { Signal, Span, TurnContext } from './signals.js';
import { readWords, type Words } from './words.js';

/** A reply is read up to here, and so is the turn before it. */
const WORDS_READ = 1500;
const MOST_SPANS = 4;

interface Evidence {
  weight: number;
  span: Span;
}

/** What the words of a reply and of the turn before it tell, before any rule is applied. */
interface Findings {
  evidence: Map<RiskCode, Evidence[]>;
  settled: Set<RiskCode>;
  asked: Set<RiskCode>;
  declined: boolean;
  referrals: number;
  aiNotice: boolean;
  principalNotice: boolean;
  dodged: boolean;
}

/** Codes that need sources or positions the engine is not given: without a strong cue the answer is unknown. */
const NEEDS_MORE: Partial<Record<RiskCode, string>> = {
  T1: 'needs the approved sources',
  T2: 'needs the approved positions',
};

/** The risks of one reply: a score for each code that matches, unknown for those that text alone cannot settle. */
export function riskSignals(reading: Words, context: TurnContext): Signal[] {
  const signals: Signal[] = [];
  for (const [code, { score, spans, reason }] of assessRisks(reading, context)) {
    if (score >= LEAST_SCORE) {
      const rounded = Math.round(Math.min(score, MOST_SCORE) * 1000) / 1000;
      signals.push({ outcome: 'SCORE', detector: 'risk', code, score: rounded, spans, reason });
    } else if (NEEDS_MORE[code]) {
      signals.push({ outcome: 'UNKNOWN', detector: 'risk', code, reason: NEEDS_MORE[code] });
    }
  }
  return signals;
}

export interface Assessment {
  score: number;
  spans: Span[];
  reason: string;
}

/** Every code with its score, also those too low for a signal. */
export function assessRisks(reading: Words, context: TurnContext): [RiskCode, Assessment][] {
  const findings = findIn(reading, context);
  const codes = Object.keys(RISK_CODES) as RiskCode[]; // the keys of a closed record
  return codes.map((code) => [code, assess(code, findings, reading, context)]);
}

function assess(code: RiskCode, findings: Findings, reading: Words, context: TurnContext): Assessment {
  if (code === 'I2') return assessNotice(findings, reading, context);
  const rule = RISK_RULES[code];
  const asked = isAsked(code, findings);
  const evidence = rule.onlyWhenAsked && !asked ? [] : (findings.evidence.get(code) ?? []);
  const settled = findings.settled.has(code) || (code === 'I1' && findings.aiNotice);
  let missing = 1;
  for (const { weight } of evidence) missing *= 1 - weight;
  let score = 1 - missing;
  const unmet = asked && !settled && (!findings.declined || rule.regardlessOfReserve === true);
  if (unmet) score = 1 - (1 - score) * (1 - rule.asked);
  if (settled) score *= rule.settled;
  if (!rule.regardlessOfReserve) score = withOdds(score, reserveOdds(findings));
  const spans = evidence.slice(0, MOST_SPANS).map(({ span }) => span);
  return {
    score,
    spans: spans.length > 0 ? spans : wholeText(reading),
    reason: reasonFor(evidence.length, unmet),
  };
}

function reserveOdds({ declined, referrals }: Findings): number {
  const [never, once, more] = declined ? RESERVE_ODDS.declined : RESERVE_ODDS.open;
  return referrals === 0 ? never : referrals === 1 ? once : more;
}

function withOdds(probability: number, factor: number): number {
  return (probability * factor) / (1 - probability + probability * factor);
}

/** A refusal is one too many only when nothing was asked that ought to be refused. */
function isAsked(code: RiskCode, { asked }: Findings): boolean {
  return asked.has(code) && (code !== 'F2' || !RIGHTLY_REFUSED.some((other) => asked.has(other)));
}

function reasonFor(cues: number, unmet: boolean): string {
  const said = cues === 1 ? 'one telling phrase' : `${cues} telling phrases`;
  if (cues === 0) return "the caller's turn calls for it, and the reply neither declines nor settles it";
  return unmet ? `${said}, after a turn that asks for it` : said;
}

/** The notice has two halves, AI and on whose behalf; it is due in the first reply and whenever somebody asks. */
function assessNotice(findings: Findings, reading: Words, { isFirstReply }: TurnContext): Assessment {
  const spans = wholeText(reading);
  const none = { score: 0, spans, reason: '' };
  if (spans.length === 0) return none;
  if (isFirstReply && !findings.aiNotice)
    return { score: 0.9, spans, reason: 'the first reply does not say that it is an AI' };
  if (isFirstReply && !findings.principalNotice) {
    return { score: 0.6, spans, reason: 'the first reply does not say on whose behalf the AI speaks' };
  }
  if (findings.asked.has('I1') && findings.dodged && !findings.aiNotice) {
    return { score: 0.7, spans, reason: 'asked whether it is an AI, the reply does not say' };
  }
  return none;
}

function findIn(reading: Words, context: TurnContext): Findings {
  const findings: Findings = {
    evidence: new Map(),
    settled: new Set(),
    asked: new Set(),
    declined: false,
    referrals: 0,
    aiNotice: false,
    principalNotice: false,
    dodged: false,
  };
  const words = reading.words.length > WORDS_READ ? reading.words.slice(0, WORDS_READ) : reading.words;
  for (const { meaning, first, end } of REPLY_INDEX.find(words)) {
    switch (meaning.tells) {
      case 'risk': {
        // "Shall I cancel the fee?" offers; it does not yet do.
        const weight = reading.questions.has(words[first]?.sentence ?? -1) ? meaning.weight * 0.5 : meaning.weight;
        addEvidence(findings.evidence, meaning.code, weight, {
          start: words[first]?.start ?? 0,
          end: words[end - 1]?.end ?? 0,
        });
        break;
      }
      case 'settled':
        findings.settled.add(meaning.code);
        break;
      case 'referred':
        findings.referrals += 1;
        break;
      default:
        findings[meaning.tells] = true;
    }
  }
  for (const { weight, start, end } of disclosedIn(reading.text, context)) {
    addEvidence(findings.evidence, 'P3', weight, { start, end });
  }
  const before = lastCallerTurn(context);
  if (before !== null) {
    const asking = readWords(before).words.slice(0, WORDS_READ);
    for (const { meaning } of ASKED_INDEX.find(asking)) findings.asked.add(meaning);
  }
  return findings;
}

/** Phrases that overlap are one piece of evidence, as strong as the strongest. */
function addEvidence(all: Map<RiskCode, Evidence[]>, code: RiskCode, weight: number, span: Span): void {
  const known = all.get(code);
  if (!known) {
    all.set(code, [{ weight, span }]);
    return;
  }
  const overlapping = known.find((other) => other.span.start < span.end && span.start < other.span.end);
  if (!overlapping) {
    known.push({ weight, span });
    return;
  }
  overlapping.weight = Math.max(overlapping.weight, weight);
  overlapping.span = {
    start: Math.min(overlapping.span.start, span.start),
    end: Math.max(overlapping.span.end, span.end),
  };
}

function lastCallerTurn({ previousTurns }: TurnContext): string | null {
  for (let at = previousTurns.length - 1; at >= 0; at -= 1) {
    const turn = previousTurns[at];
    if (turn?.speaker === 'CALLER') return turn.text;
  }
  return null;
}

function wholeText({ words }: Words): Span[] {
  const first = words[0];
  const last = words[words.length - 1];
  return first && last ? [{ start: first.start, end: last.end }] : [];
}
