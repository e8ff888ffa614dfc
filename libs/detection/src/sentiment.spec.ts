import { describe, expect, it } from 'vitest';
import { analyseTurn } from './embedded-engine.js';
import type { ScoredSignal } from './signals.js';

function sentimentOf(text: string): ScoredSignal {
  const signal = analyseTurn({ text, speaker: 'CALLER', context: { isFirstReply: false, previousTurns: [] } }).find(
    ({ code }) => code === 'sentiment',
  );
  if (signal?.outcome !== 'SCORE') throw new Error('no sentiment was scored');
  return signal;
}

describe('sentiment', () => {
  it.each([
    ['en', 'This is great, thank you so much!', 'The app is useless and nobody answers.'],
    ['sv', 'Jag är jättenöjd, tack för hjälpen!', 'Appen är värdelös och ingen svarar.'],
    ['de', 'Ich bin sehr zufrieden, vielen Dank!', 'Die App ist nutzlos und niemand antwortet.'],
    ['zh', '客服很耐心，非常满意，谢谢！', '太差劲了，没人管，失望。'],
  ])('tells pleasure from displeasure in %s', (_language, pleased, displeased) => {
    expect(sentimentOf(pleased).score).toBeGreaterThan(0.3);
    expect(sentimentOf(displeased).score).toBeLessThan(-0.3);
  });

  it.each([
    ['en', 'I am happy with the app.', 'I am not happy with the app.'],
    ['sv', 'Jag är nöjd med appen.', 'Jag är inte nöjd med appen.'],
    ['de', 'Ich bin mit der App zufrieden.', 'Ich bin mit der App nicht zufrieden.'],
    ['zh', '我对这个服务满意。', '我对这个服务不满意。'],
  ])('a negation turns the feeling in %s', (_language, plain, negated) => {
    expect(sentimentOf(plain).score).toBeGreaterThan(0);
    expect(sentimentOf(negated).score).toBeLessThan(0);
  });

  it.each([
    ['en', 'The app is nice, but support was terrible.'],
    ['sv', 'Appen är bra, men supporten var hemsk.'],
    ['de', 'Die App ist gut, aber der Support war schrecklich.'],
    ['zh', '界面不错，但是客服太差劲了。'],
  ])('what follows the contrast weighs more in %s', (_language, text) => {
    expect(sentimentOf(text).score).toBeLessThan(0);
  });

  it('a degree word makes a feeling stronger', () => {
    expect(sentimentOf('The answer was very helpful.').score).toBeGreaterThan(
      sentimentOf('The answer was helpful.').score,
    );
  });

  it('an emoji alone is a feeling', () => {
    expect(sentimentOf('👍').label).toBe('POSITIVE');
    expect(sentimentOf('😡').score).toBeLessThan(0);
  });

  it('a question about quality praises nothing', () => {
    expect(sentimentOf('Is the card any good?').label).toBe('NEUTRAL');
  });

  it('strong feelings on both sides are mixed', () => {
    expect(sentimentOf('I love the app, but your support is a nightmare.').label).toBe('MIXED');
  });

  it('spans are the words of feeling', () => {
    const text = 'Well, the app is useless.';
    expect(sentimentOf(text).spans.map(({ start, end }) => text.slice(start, end))).toEqual(['useless']);
  });
});
