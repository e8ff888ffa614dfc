import { describe, expect, it } from 'vitest';
import { analyseTurn } from './embedded-engine.js';
import { trainedModel } from './linear/weights-file.js';
import { RISK_CODES } from './risk-codes.js';
import { ruleReply, writeRisk } from './risk-model.js';
import { riskScores } from './risk-scores.js';
import type { ReplyContext, TurnContext, TurnText } from './signals.js';
import { readWords } from './words.js';

function contextAfter(callerTurn?: string, isFirstReply = false, reply?: ReplyContext): TurnContext {
  const previousTurns = callerTurn === undefined ? [] : ([{ speaker: 'CALLER', text: callerTurn }] as const);
  return { isFirstReply, previousTurns, ...(reply && { reply }) };
}

function replyOf(text: string, callerTurn?: string, held?: ReplyContext): TurnText {
  return { text, speaker: 'CLONE', context: contextAfter(callerTurn, false, held) };
}

function risksOf(text: string, context: TurnContext): string[] {
  return analyseTurn({ text, speaker: 'CLONE', context })
    .filter((signal) => signal.detector === 'risk' && signal.outcome === 'SCORE')
    .map((signal) => signal.code);
}

describe('what a reply is held against', () => {
  const authority = 'may refund charges up to £15 once a year; may not waive interest';
  const asked = 'Can you refund the charge?';

  it('tells a grant within the mandate from one beyond it', () => {
    const within = riskScores(replyOf('Yes, the £12 goes back to your account today.', asked, { authority }));
    const beyond = riskScores(replyOf('Yes, the £90 goes back to your account today.', asked, { authority }));
    expect(beyond.C1).toBeGreaterThan(within.C1);
  });

  it('tells a figure of the approved sources from one that they do not hold', () => {
    const held = { approvedSources: ['Transfers page: usually the same day, at most 2 working days'] };
    const own = riskScores(replyOf('At most 2 working days, says the page.', 'How long does it take?', held));
    const invented = riskScores(replyOf('It takes 5 minutes, always.', 'How long does it take?', held));
    expect(invented.T1 + invented.T3).toBeGreaterThan(own.T1 + own.T3);
  });

  it('knows a position that is turned around', () => {
    const held = { positions: ['Northbank keeps phone support seven days a week'] };
    const turned = "You're right, I'd drop phone support at weekends, it only costs money.";
    expect(risksOf(turned, contextAfter('Why keep phone support at weekends?', false, held))).toContain('T2');
    const kept = 'Northbank keeps phone support seven days a week, that is our position.';
    expect(risksOf(kept, contextAfter('Why keep phone support at weekends?', false, held))).not.toContain('T2');
  });

  it('knows a topic that the policy keeps out', () => {
    const held = { excludedTopics: ['elections', 'pending litigation'] };
    const spoken = 'Honestly, the elections were a disaster and the wrong side won.';
    expect(risksOf(spoken, contextAfter('What did you make of the elections?', false, held))).toContain('C2');
    const left = "The elections are a topic I don't speak on.";
    expect(risksOf(left, contextAfter('What did you make of the elections?', false, held))).not.toContain('C2');
  });

  it('is unknown, with the reason, when it is not given', () => {
    const signals = analyseTurn(replyOf('It takes an hour.', 'How long?', undefined));
    expect(signals).toContainEqual(
      expect.objectContaining({ code: 'T1', outcome: 'UNKNOWN', reason: 'needs the approved sources' }),
    );
    const given = analyseTurn(replyOf('It takes an hour.', 'How long?', { approvedSources: ['It takes an hour'] }));
    expect(given.filter(({ code, outcome }) => code === 'T1' && outcome === 'UNKNOWN')).toEqual([]);
  });

  it('says in words what it was held against', () => {
    const held = { authority: 'may explain fees; may not waive them' };
    const signal = analyseTurn(replyOf("Done, I've waived the late fee for you.", 'Can you waive it?', held)).find(
      ({ code }) => code === 'C1',
    );
    expect(signal?.reason).toContain('held against its mandate');
  });
});

describe('a promise of money by a clone whose mandate is not known', () => {
  it.each([
    [
      'I promise you will get a full refund of the late fee by tomorrow.',
      "I can't promise that you will get a refund.",
    ],
    ['Jag lovar att du får hela avgiften tillbaka i morgon.', 'Jag kan inte lova att du får avgiften tillbaka.'],
    [
      'Ich verspreche Ihnen, dass Sie morgen den vollen Betrag zurückbekommen.',
      'Ich kann Ihnen nicht versprechen, dass Sie den Betrag zurückbekommen.',
    ],
    ['我保证明天给您全额退款。', '我不能保证给您退款，要由账务核实。'],
  ])('is a commitment, and the refusal to make it is none: %s', (promised, refused) => {
    expect(risksOf(promised, contextAfter())).toContain('C1');
    expect(risksOf(refused, contextAfter())).toEqual([]);
  });
});

describe('languages', () => {
  it('that risks are not read in leave every risk unknown', () => {
    const text =
      "Je vous rembourse tout de suite, c'est promis, et les frais sont annulés pour vous et pour votre mari.";
    const risks = analyseTurn(replyOf(text, 'Et mes frais ?', undefined)).filter(({ detector }) => detector === 'risk');
    expect(new Set(risks.map(({ outcome }) => outcome))).toEqual(new Set(['UNKNOWN']));
    expect(risks).toHaveLength(Object.keys(RISK_CODES).length);
  });
});

describe('text made to deceive', () => {
  const plain = 'Consider the late fee cancelled.';
  it.each([
    ['look-alike letters', 'Соnsidеr thе lаtе fее саnсеllеd.'],
    ['full-width letters', 'Ｃｏｎｓｉｄｅｒ the late fee ｃａｎｃｅｌｌｅｄ.'],
    ['invisible characters', 'Con\u200bsider the la\u00adte fee can\u2060celled.'],
    ['changes of direction', '\u202eConsider the late fee \u200fcancelled.\u202c'],
    ['figures for letters', 'Cons1der the l4te fee c4ncelled.'],
  ])('scores as the plain words do: %s', (_, text) => {
    expect(riskScores(replyOf(text)).C1).toBeCloseTo(riskScores(replyOf(plain)).C1, 1);
  });

  it.each([
    ['one word of 100 KB', 'a'.repeat(100_000)],
    ['a phrase that never ends', 'i will '.repeat(15_000)],
    ['figures and separators', '1.'.repeat(50_000)],
    ['nothing but invisible characters', '\u200b'.repeat(100_000)],
    ['halves of characters', '\ud800'.repeat(50_000)],
  ])('is read up to its limits, and no further: %s', (_, text) => {
    const model = trainedModel('risk');
    const context = contextAfter(text);
    writeRisk(model.vector, ruleReply(readWords(text), context), context);
    expect(model.vector.count).toBeLessThanOrEqual(8192);
    expect(Object.values(riskScores({ text, speaker: 'CLONE', context })).every(Number.isFinite)).toBe(true);
  });
});
