import { describe, expect, it } from 'vitest';
import type { AnalysedTurn } from '#analysis';
import { countTurns, type TrendDelta } from './trend-counts.js';

type Signals = AnalysedTurn['reading']['signals'];

const sentiment = (label: string, score: number): Signals => [
  { outcome: 'SCORE', detector: 'sentiment', code: 'sentiment', score, label, spans: [] },
];
const unknownSentiment: Signals = [
  { outcome: 'UNKNOWN', detector: 'sentiment', code: 'sentiment', reason: 'no words' },
];
const topic = (code: string): Signals => [{ outcome: 'SCORE', detector: 'topics', code, score: 0.9, spans: [] }];

/** A caller's turn with these signals. */
function turn(signals: Signals, changes: Partial<AnalysedTurn> = {}): AnalysedTurn {
  return {
    conversationId: 'call-1',
    turnIndex: 0,
    speaker: 'CALLER',
    said: 'never looked at',
    spokenAt: new Date('2026-06-01T10:07:00Z'),
    cloneId: 'ceo',
    channel: 'PHONE',
    reading: { engine: 'embedded', engineVersion: '1', costMicroUsd: 0, latencyMicroseconds: 1, signals },
    ...changes,
  };
}

const brief = (deltas: readonly TrendDelta[]) =>
  deltas.map(({ measure, key, turns, scored, scoreSum }) => [measure, key, turns, scored, scoreSum]);

describe('what turns add to the rollup', () => {
  it('is one cell per sentiment level and topic, with how many turns are scored and what they add up to', () => {
    const deltas = countTurns([
      turn([...sentiment('NEGATIVE', -0.5), ...topic('fees')]),
      turn([...sentiment('NEGATIVE', -0.25), ...topic('fees'), ...topic('app')]),
      turn([...sentiment('POSITIVE', 0.5), ...topic('app')]),
    ]);
    expect(brief(deltas)).toEqual([
      ['sentiment', 'NEGATIVE', 2, 2, -0.75],
      ['sentiment', 'POSITIVE', 1, 1, 0.5],
      ['topic', 'app', 2, 2, 0.25],
      ['topic', 'fees', 2, 2, -0.75],
    ]);
  });

  it('counts what could not be measured as itself, without a score', () => {
    const unheard = turn(unknownSentiment);
    const unmeasured = turn([]);
    expect(brief(countTurns([unheard, unmeasured]))).toEqual([
      ['sentiment', 'UNKNOWN', 2, 0, 0],
      ['topic', 'untagged', 2, 0, 0],
    ]);
  });

  it('takes a topic that is unknown for no topic', () => {
    const signals: Signals = [{ outcome: 'UNKNOWN', detector: 'topics', code: 'fees', reason: 'language' }];
    expect(countTurns([turn(signals)]).map(({ key }) => key)).toEqual(['UNKNOWN', 'untagged']);
  });

  it('leaves out turns of the clone and of staff', () => {
    const said = sentiment('POSITIVE', 1);
    expect(countTurns([turn(said, { speaker: 'CLONE' }), turn(said, { speaker: 'STAFF' })])).toEqual([]);
    expect(countTurns([])).toEqual([]);
  });

  it('keeps clones, channels and quarters of an hour apart; a quarter begins with its first moment', () => {
    const at = (moment: string) => turn([], { spokenAt: new Date(moment) });
    const places = countTurns([
      at('2026-06-01T10:00:00.000Z'),
      at('2026-06-01T10:14:59.999Z'),
      at('2026-06-01T10:15:00.000Z'),
      turn([], { cloneId: 'cfo' }),
      turn([], { channel: 'CHAT' }),
    ])
      .filter(({ measure }) => measure === 'sentiment')
      .map(({ bucket, cloneId, channel, turns }) => [bucket.toISOString(), cloneId, channel, turns]);
    expect(places).toEqual([
      ['2026-06-01T10:00:00.000Z', 'ceo', 'CHAT', 1],
      ['2026-06-01T10:00:00.000Z', 'ceo', 'PHONE', 2],
      ['2026-06-01T10:00:00.000Z', 'cfo', 'PHONE', 1],
      ['2026-06-01T10:15:00.000Z', 'ceo', 'PHONE', 1],
    ]);
  });

  it('comes in one order whatever the order of the turns, so that two writers never lock cells crosswise', () => {
    const turns = ['cfo', 'ceo', 'coo'].flatMap((cloneId) => [
      turn(sentiment('POSITIVE', 1), { cloneId }),
      turn(topic('fees'), { cloneId, spokenAt: new Date('2026-05-31T23:59:00Z') }),
    ]);
    const cells = (given: AnalysedTurn[]) =>
      countTurns(given).map(({ bucket, cloneId, key }) => [bucket, cloneId, key]);
    expect(cells(turns)).toEqual(cells(turns.toReversed()));
    expect(cells(turns)).toHaveLength(12);
  });

  it('puts moments before 1970 into the quarter that they fall in', () => {
    const [cell] = countTurns([turn([], { spokenAt: new Date('1969-12-31T23:59:00Z') })]);
    expect(cell?.bucket.toISOString()).toBe('1969-12-31T23:45:00.000Z');
  });
});
