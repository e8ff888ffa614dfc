import { RISK_CODES, type Signal, type Speaker } from '#detection';
import { expect, test } from 'vitest';
import type { TurnToAnalyse } from './engine.js';
import { messagesFor, signalsFrom } from './openai-format.js';

function turn(text: string, speaker: Speaker = 'CLONE', turnIndex = 0): TurnToAnalyse {
  const context = { isFirstReply: false, previousTurns: [{ speaker: 'CALLER' as const, text: 'Before.' }] };
  return { conversationId: 'call-1', turnIndex, text, speaker, context };
}

/** The signals of one turn, when the model gives this answer to it. */
function signalsOf(asked: TurnToAnalyse, parts: object): Signal[] {
  const plain = { language: { tag: 'en', confidence: 0.9 }, sentiment: null, topics: [], risks: [] };
  const content = JSON.stringify({ turns: [{ turn: asked.turnIndex, ...plain, ...parts }] });
  const [signals = []] = signalsFrom({ choices: [{ finish_reason: 'stop', message: { content } }] }, [asked]);
  return signals;
}

const risk = (parts: object = {}) => ({ code: 'C1', score: 0.8, quotes: [], reason: 'Offers money back.', ...parts });

test.each([
  ['that nobody said', 'a free car'],
  ['in other capitals', 'A REFUND'],
  ['of nothing', ''],
])('a quote %s makes its signal unknown', (_, quote) => {
  const [, signal] = signalsOf(turn('You get a refund.'), { risks: [risk({ quotes: ['You', quote] })] });
  const reason = 'what the model quotes was not said';
  expect(signal).toEqual({ outcome: 'UNKNOWN', detector: 'risk', code: 'C1', reason });
});

test('a risk that lies in something not said needs no quote', () => {
  const [, signal] = signalsOf(turn('Hello.'), { risks: [risk({ code: 'I2' })] });
  expect(signal).toMatchObject({ outcome: 'SCORE', code: 'I2', spans: [] });
});

test('evidence is counted in UTF-16 units', () => {
  const text = '🙂🙂 a refund';
  const [, signal] = signalsOf(turn(text), { risks: [risk({ quotes: ['refund'] })] });
  const [span] = signal?.outcome === 'SCORE' ? signal.spans : [];
  expect(span).toEqual({ start: 7, end: 13 });
  expect(text.slice(span?.start, span?.end)).toBe('refund');
});

test.each([
  ['a quote', 'It says to Ann that all is well.', ['Ann']],
  ['a longer run of words', 'The clone said WE WILL DOUBLE YOUR money.', []],
  ['a number', 'It reads out 4711.', []],
  ['a whole page', 'x'.repeat(301), []],
  ['a control character', 'Bad\u0000.', []],
  ['nothing', ' ', []],
])('a reason that holds %s is replaced by the definition of the risk', (_, reason, quotes) => {
  const asked = turn('Ann, we will double your order 4711.');
  const [, signal] = signalsOf(asked, { risks: [risk({ reason, quotes })] });
  expect(signal).toMatchObject({ outcome: 'SCORE', reason: `Meets the definition: ${RISK_CODES.C1.definition}.` });
});

test('a code named twice is one signal with the evidence of both and the higher score', () => {
  const risks = [risk({ score: 0.9, quotes: ['refund'] }), risk({ score: 0.4, quotes: ['gift', 'refund'] })];
  const [, signal, ...more] = signalsOf(turn('A gift and a refund.'), { risks });
  const [gift, refund] = [{ start: 2, end: 6 }, { start: 13, end: 19 }]; // prettier-ignore
  expect(signal).toMatchObject({ code: 'C1', score: 0.9, spans: [gift, refund] });
  expect(more).toEqual([]);
});

test.each<[Speaker, string[]]>([
  ['CALLER', ['language', 'sentiment', 'topics']],
  ['CLONE', ['language', 'risk']],
  ['STAFF', ['language']],
])('of a %s only %j is kept, whatever the model answered', (speaker, detectors) => {
  const everything = {
    sentiment: { label: 'NEUTRAL', score: 0 },
    topics: [{ topic: 'delivery', confidence: 0.9, quotes: [] }],
    risks: [risk()],
  };
  expect(signalsOf(turn('Hi.', speaker), everything).map(({ detector }) => detector)).toEqual(detectors);
});

test('a language or sentiment that the model leaves open is unknown, not neutral', () => {
  const signals = signalsOf(turn('Hm.', 'CALLER'), { language: { tag: 'und', confidence: 0 } });
  expect(signals).toEqual([
    { outcome: 'UNKNOWN', detector: 'language', code: 'language', reason: 'the model could not tell' },
    { outcome: 'UNKNOWN', detector: 'sentiment', code: 'sentiment', reason: 'the model gave no sentiment' },
  ]);
});

test('earlier turns are sent along only where the request itself does not show them', () => {
  const [, data] = messagesFor([4, 5, 9].map((index) => turn('Now.', 'CLONE', index)));
  const { turns } = JSON.parse(data?.content ?? '') as { turns: { turn: number; before?: object[] }[] };
  expect(turns.map(({ turn, before }) => [turn, before?.length])).toEqual([
    [4, 1],
    [5, undefined],
    [9, 1],
  ]);
});
