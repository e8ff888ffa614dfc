import type { SentimentLevel, Signal } from '#detection';
import { describe, expect, it } from 'vitest';
import { toldBy } from './sentiment.js';

const MEASURED = { detector: 'sentiment', code: 'sentiment' } as const;
const read = (...signals: Signal[]) => toldBy({ signals, risks: {} }).told;
const level = (label: SentimentLevel, score: number) =>
  read({ outcome: 'SCORE', ...MEASURED, label, score, spans: [] });

describe('what the product says of a feeling, in three classes', () => {
  it.each([
    ['VERY_NEGATIVE', -0.9, 'negative'],
    ['NEGATIVE', -0.4, 'negative'],
    ['NEUTRAL', 0.1, 'neutral'],
    ['POSITIVE', 0.4, 'positive'],
    ['VERY_POSITIVE', 0.9, 'positive'],
  ] as const)('%s', (label, score, told) => {
    expect(level(label, score)).toBe(told);
  });

  it('mixed feelings count by their score, and about zero they are neutral', () => {
    expect([-0.5, -0.2, 0.2, 0.5].map((score) => level('MIXED', score))).toEqual([
      'negative',
      'neutral',
      'neutral',
      'positive',
    ]);
  });

  it('unknown is unknown, never neutral', () => {
    expect(read({ outcome: 'UNKNOWN', ...MEASURED, reason: 'no words' })).toBe('unknown');
    expect(read()).toBe('unknown');
  });
});
