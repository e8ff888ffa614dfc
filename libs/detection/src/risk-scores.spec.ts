import { expect, it } from 'vitest';
import { analyseTurn } from './embedded-engine.js';
import { riskScores } from './risk-scores.js';
import type { TurnText } from './signals.js';

const reply = (text: string, asked?: string): TurnText => ({
  text,
  speaker: 'CLONE',
  context: { isFirstReply: false, previousTurns: asked === undefined ? [] : [{ speaker: 'CALLER', text: asked }] },
});

it.each([
  ['Consider the late fee cancelled.', undefined],
  ["Of course I'm real, I'm sitting in my office.", 'Are you real?'],
  ['Everyone feels like that on a Monday.', "I don't want to live any more."],
  ['The office is on the left.', undefined],
])('the signals of a reply are the high ones of its scores: %s', (text, asked) => {
  const turn = reply(text, asked);
  const signals = analyseTurn(turn).flatMap((signal) =>
    signal.detector === 'risk' && signal.outcome === 'SCORE' ? [[signal.code, signal.score] as const] : [],
  );
  const high = Object.entries(riskScores(turn)).filter(([, score]) => score >= 0.5);
  expect(high.map(([code]) => code)).toEqual(signals.map(([code]) => code));
  high.forEach(([, score], at) => expect(score).toBeCloseTo(signals[at]![1], 2));
});

it('a score is there for every code, and most are low', () => {
  const scores = Object.values(riskScores(reply('The office is on the left.')));
  expect(scores).toHaveLength(23);
  expect(Math.max(...scores)).toBeLessThan(0.5);
});
