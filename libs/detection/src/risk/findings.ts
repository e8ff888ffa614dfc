import { ASKED_INDEX, REPLY_INDEX } from './cue-indexes.js';
import type { RiskCode } from '../risk-codes.js';
import type { Span, TurnContext } from '../signals.js';
import { readWords, type Words } from '../words.js';

/** A reply is read up to here, and so is the turn before it. */
export const WORDS_READ = 1500;

export interface Evidence {
  weight: number;
  span: Span;
}

/** What the words of a reply and of the turn before it tell, before any rule is applied. */
export interface Findings {
  evidence: Map<RiskCode, Evidence[]>;
  settled: Set<RiskCode>;
  asked: Set<RiskCode>;
  declined: boolean;
  referrals: number;
  aiNotice: boolean;
  principalNotice: boolean;
  dodged: boolean;
  /** The caller's turn that the reply answers. */
  before: Words | null;
}

/** Finds the cues of both turns. Pure. */
export function findIn(reading: Words, context: TurnContext): Findings {
  const findings: Findings = {
    evidence: new Map(),
    settled: new Set(),
    asked: new Set(),
    declined: false,
    referrals: 0,
    aiNotice: false,
    principalNotice: false,
    dodged: false,
    before: null,
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
  const before = lastCallerTurn(context);
  if (before !== null) {
    findings.before = readWords(before);
    const asking = findings.before.words.slice(0, WORDS_READ);
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
