import { describe, expect, it } from 'vitest';
import { analyseTurn, EMBEDDED_DETECTORS } from './embedded-engine.js';
import { DETECTORS, type Speaker, SPEAKERS, type TurnText } from './signals.js';

function turn(text: string, speaker: Speaker): TurnText {
  return { text, speaker, context: { isFirstReply: true, previousTurns: [{ speaker: 'CALLER', text }] } };
}

const HOSTILE: Record<string, string> = {
  'a hundred thousand letters': 'a'.repeat(100_000),
  'fifty thousand words': 'a '.repeat(50_000),
  'a phrase begun over and over': "I'll not ".repeat(20_000),
  'zero-width characters': 'a\u200b'.repeat(50_000),
  'lone punctuation': '?!…'.repeat(30_000),
  'apostrophes only': "'".repeat(100_000),
  'lone surrogates': '\ud83d'.repeat(50_000),
  emoji: '😡👍🏽👩‍👩‍👧'.repeat(10_000),
  'right-to-left text': 'مرحبا \u202eabc '.repeat(10_000),
  'text without spaces': '我给您退款不能'.repeat(15_000),
  nothing: '',
};

describe('analyseTurn', () => {
  it.each([
    ['CALLER', ['language', 'sentiment', 'topics']],
    ['CLONE', ['language', 'risk']],
    ['STAFF', ['language']],
  ] as const)('a turn of a %s gets %j', (speaker, detectors) => {
    const signals = analyseTurn(turn('The app is down, consider the late fee cancelled.', speaker));
    expect([...new Set(signals.map(({ detector }) => detector))]).toEqual(detectors);
  });

  it('every detector has a version', () => {
    expect(EMBEDDED_DETECTORS.map(({ detector }) => detector)).toEqual(DETECTORS);
  });

  it('the same turn gives the same signals', () => {
    const said = turn("Honestly, I'd close phone support tomorrow, and the refund is on us!", 'CLONE');
    expect(analyseTurn(said)).toEqual(analyseTurn(said));
  });

  it('a signal never quotes the text in its reason', () => {
    const signals = analyseTurn(turn('Consider the late fee cancelled, Zebulon.', 'CLONE'));
    for (const { reason } of signals) expect(reason ?? '').not.toContain('Zebulon');
  });

  describe.each(Object.entries(HOSTILE))('given %s', (_name, text) => {
    it.each(SPEAKERS)('a %s turn is measured and every span lies inside it', (speaker) => {
      for (const signal of analyseTurn(turn(text, speaker))) {
        if (signal.outcome === 'UNKNOWN') continue;
        expect(signal.score).toBeGreaterThanOrEqual(-1);
        expect(signal.score).toBeLessThanOrEqual(1);
        for (const { start, end } of signal.spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }
    });
  });
});
