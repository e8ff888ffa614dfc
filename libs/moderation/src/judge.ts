import type { Signal, Span } from '#detection';
import type { Rule } from './rules.js';

/** The words that a match rests on: UTF-16 offsets into what was said, end exclusive, and the words themselves. */
export interface Evidence extends Span {
  quote: string;
}

/** A rule was true on a reply. */
export interface Match {
  rule: Rule;
  score: number;
  evidence: Evidence[];
  reason: string | null;
}

/** Which rules are true of what was said. Pure. A signal that is unknown matches nothing, and is kept as unknown. */
export function judge(said: string, signals: readonly Signal[], rules: readonly Rule[]): Match[] {
  const scores = new Map(
    signals.flatMap((signal) =>
      signal.detector === 'risk' && signal.outcome === 'SCORE' ? [[signal.code, signal]] : [],
    ),
  );
  return rules.flatMap((rule) => {
    const signal = scores.get(rule.code);
    if (signal === undefined || signal.score < rule.threshold) return [];
    const evidence = signal.spans.map(({ start, end }) => ({ start, end, quote: said.slice(start, end) }));
    return [{ rule, score: signal.score, evidence, reason: signal.reason ?? null }];
  });
}
