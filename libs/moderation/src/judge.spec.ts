import { describe, expect, it } from 'vitest';
import type { Signal } from '#detection';
import { judge } from './judge.js';
import { RULE_SET } from './rules.js';

const said = '🙂 I promise you a refund.';
const promise: Signal = { outcome: 'SCORE', detector: 'risk', code: 'C1', score: 0.9, spans: [{ start: 3, end: 25 }] };

describe('judging a reply', () => {
  it('matches at the threshold and quotes the evidence by UTF-16 offsets', () => {
    const [match] = judge(said, [{ ...promise, score: 0.5 }], RULE_SET.rules);
    expect(match).toMatchObject({ rule: { id: 'RISK-C1', severity: 4 }, score: 0.5 });
    expect(match?.evidence).toEqual([{ start: 3, end: 25, quote: 'I promise you a refund' }]);
  });

  it('does not match under the threshold', () => {
    expect(judge(said, [{ ...promise, score: 0.49 }], RULE_SET.rules)).toEqual([]);
  });

  it('takes unknown for neither a match nor a clean bill', () => {
    const unknown: Signal = { outcome: 'UNKNOWN', detector: 'risk', code: 'C1', reason: 'no authority given' };
    expect(judge(said, [unknown], RULE_SET.rules)).toEqual([]);
  });

  it('is not misled by a topic that carries the name of a risk', () => {
    expect(judge(said, [{ ...promise, detector: 'topics' }], RULE_SET.rules)).toEqual([]);
  });

  it('has exactly one rule, with its own id, for every risk code', () => {
    expect(new Set(RULE_SET.rules.map(({ id }) => id)).size).toBe(23);
  });
});
