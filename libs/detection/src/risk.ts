import { trainedModel } from './linear/weights-file.js';
import { reasonFor } from './risk/reasons.js';
import { LEAST_SCORE, MOST_SCORE } from './risk/risk-rules.js';
import { tellingSentences } from './risk/telling-sentence.js';
import { CODES, judgeRisk, type RuledReply, ruleReply } from './risk-model.js';
import type { RiskCode } from './risk-codes.js';
import type { ReplyContext, Signal, Span, TurnContext } from './signals.js';
import type { Words } from './words.js';

/** Codes that cannot be settled without something to hold the reply against, and from which score that is worth saying. */
const NEEDS: Partial<Record<RiskCode, { given: keyof ReplyContext; from: number; reason: string }>> = {
  C1: { given: 'authority', from: 0.1, reason: 'it may promise something, and its mandate is not known' },
  C2: { given: 'excludedTopics', from: 0.1, reason: 'needs the topics that the policy excludes' },
  T1: { given: 'approvedSources', from: 0, reason: 'needs the approved sources' },
  T2: { given: 'positions', from: 0, reason: 'needs the approved positions' },
  T3: { given: 'approvedSources', from: 0.1, reason: 'needs the approved sources' },
};
/** The column of `RISK_CLASSES` that says whether there is any risk. */
const ANY = 0;

/** The languages that the words of risk were written and learned in. */
const READ_IN = new Set(['en', 'sv', 'de', 'zh']);

/** The risks of one reply: a score for each code that matches, unknown for those that what is known cannot settle. */
export function riskSignals(reading: Words, guessed: string | null, context: TurnContext): Signal[] {
  if (reading.words.length === 0) return [];
  if (!isRead(guessed, context)) {
    const reason = 'the language of the reply is not one that risks are read in';
    return CODES.map((code) => ({ outcome: 'UNKNOWN', detector: 'risk', code, reason }));
  }
  const ruled = ruleReply(reading, context);
  return judgeRisk(ruled, context).flatMap((score, at): Signal[] => {
    const code = CODES[at]!; // one score a code
    if (score >= LEAST_SCORE) {
      const rounded = Math.round(Math.min(score, MOST_SCORE) * 1000) / 1000;
      const spans = evidenceOf(code, at, ruled);
      return [
        { outcome: 'SCORE', detector: 'risk', code, score: rounded, spans, reason: reasonFor(code, ruled, context) },
      ];
    }
    const needs = NEEDS[code];
    if (!needs || context.reply?.[needs.given] !== undefined || score < needs.from) return [];
    return [{ outcome: 'UNKNOWN', detector: 'risk', code, reason: needs.reason }];
  });
}

/** Every code with its score, also those too low for a signal. */
export function assessRisks(reading: Words, context: TurnContext): [RiskCode, number][] {
  if (reading.words.length === 0) return CODES.map((code) => [code, 0]);
  return judgeRisk(ruleReply(reading, context), context).map((score, at) => [CODES[at]!, score]); // one score a code
}

/** A short reply is easily taken for a neighbouring language, so what the source declared counts too. */
function isRead(guessed: string | null, { declaredLanguage }: TurnContext): boolean {
  const declared = declaredLanguage?.split('-')[0]?.toLowerCase();
  return guessed === null || READ_IN.has(guessed) || (declared !== undefined && READ_IN.has(declared));
}

/** A notice that is missing is missing from the whole reply; every other risk stands somewhere. */
function evidenceOf(code: RiskCode, at: number, { reading, rules }: RuledReply): Span[] {
  const phrases = rules[at]?.spans ?? [];
  if (code === 'I2') return [{ start: reading.words[0]?.start ?? 0, end: reading.words.at(-1)?.end ?? 0 }];
  return tellingSentences(trainedModel('risk'), [ANY, at + 1], reading, phrases);
}
