import { describe, expect, it } from 'vitest';
import { analyseTurn } from './embedded-engine.js';
import { feelingsIn } from './feelings.js';
import { FEELINGS } from './feeling-lexicon.js';
import type { ScoredSignal, Signal } from './signals.js';
import { readWords } from './words.js';

function signalOf(text: string, declaredLanguage?: string): Signal | undefined {
  const context = { isFirstReply: false, previousTurns: [], ...(declaredLanguage && { declaredLanguage }) };
  return analyseTurn({ text, speaker: 'CALLER', context }).find(({ code }) => code === 'sentiment');
}

function sentimentOf(text: string, language: string): ScoredSignal {
  const signal = signalOf(text, language);
  if (signal?.outcome !== 'SCORE') throw new Error('no sentiment was scored');
  return signal;
}

/** What the rules alone add up to. */
function balanceOf(text: string, language: string): number {
  const lexicon = FEELINGS.get(language);
  if (!lexicon) throw new Error(`no lexicon for ${language}`);
  return feelingsIn(readWords(text), lexicon).reduce((sum, { valence }) => sum + valence, 0);
}

describe('sarcasm', () => {
  it.each([
    ['en', 'Thanks for nothing.', 'Thanks for everything.'],
    ['en', 'Oh great, another form.', 'The form is great.'],
    ['en', 'So much for your five star service.', 'That was great service.'],
    ['sv', 'Tack för ingenting.', 'Tack för hjälpen.'],
    ['sv', 'Jaha, toppen.', 'Supporten är toppen.'],
    ['de', 'Danke für nichts.', 'Danke für die Hilfe.'],
    ['de', 'Na toll, schon wieder ein Formular.', 'Das Formular ist toll.'],
    ['zh', '呵呵，真是谢谢了。', '谢谢您的帮助。'],
  ])('in %s, "%s" complains and "%s" does not', (language, sarcastic, meant) => {
    expect(balanceOf(sarcastic, language)).toBeLessThan(0);
    expect(balanceOf(meant, language)).toBeGreaterThan(0);
  });
});

describe('emoji and emoticons', () => {
  it.each([
    ['en', 'it arrived'],
    ['sv', 'jag fick paketet idag'],
    ['de', 'es ist da'],
    ['zh', '到了'],
  ])('say in %s how it is felt', (language, text) => {
    expect(sentimentOf(`${text} 😍`, language).score).toBeGreaterThan(sentimentOf(text, language).score);
    expect(sentimentOf(`${text} 😡`, language).score).toBeLessThan(sentimentOf(text, language).score);
    expect(balanceOf(`${text} :-)`, language)).toBeGreaterThan(balanceOf(text, language));
    expect(balanceOf(`${text} :(`, language)).toBeLessThan(balanceOf(text, language));
  });

  it.each(['see https://a.example/x', 'at 18:30 or 9:15', 'ratio 3:0', 'note:data', 'key=Data'])(
    'are not seen in "%s"',
    (text) => {
      expect(balanceOf(text, 'en')).toBe(0);
    },
  );
});

describe('degree words, fillers and missing punctuation', () => {
  it.each([
    ['en', 'that was very helpful', 'that was helpful'],
    ['sv', 'det var väldigt bra', 'det var bra'],
    ['de', 'das war sehr gut', 'das war gut'],
    ['zh', '我非常高兴', '我高兴'],
  ])('in %s, a degree word makes a feeling stronger', (language, stronger, plain) => {
    expect(balanceOf(stronger, language)).toBeGreaterThan(balanceOf(plain, language));
  });

  it.each([
    ['en', 'the app is, um, useless', 'the app is useless'],
    ['sv', 'appen är, öh, värdelös', 'appen är värdelös'],
    ['de', 'die App ist, ähm, nutzlos', 'die App ist nutzlos'],
    ['zh', '这个，呃，太差了', '这个太差了'],
  ])('in %s, a filler takes nothing away', (language, spoken, plain) => {
    expect(Math.sign(balanceOf(spoken, language))).toBe(Math.sign(balanceOf(plain, language)));
    expect(sentimentOf(spoken, language).score).toBeLessThan(0);
  });

  it.each([
    ['en', 'i am not happy with this at all it is useless'],
    ['sv', 'jag är inte nöjd det är värdelöst'],
    ['de', 'ich bin nicht zufrieden das ist nutzlos'],
    ['zh', '我不满意太差了'],
  ])('in %s, a text without punctuation is read all the same', (language, text) => {
    expect(sentimentOf(text, language).label).toMatch(/NEGATIVE/);
  });
});

describe('the signal', () => {
  it('says how sure it is of its side, and is less sure of mixed feelings', () => {
    const { confidence = 0 } = sentimentOf('This is absolutely awful.', 'en');
    expect(confidence).toBeGreaterThan(0.5);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(sentimentOf('I love the app, but your support is a nightmare.', 'en').confidence).toBeLessThan(confidence);
  });

  it.each([
    ['fr', "Le service est vraiment nul, je n'ai jamais vu ça."],
    ['fi', 'Palvelu on todella huono, en ole koskaan nähnyt tällaista.'],
  ])('is unknown, with the reason, in %s', (language, text) => {
    expect(signalOf(text, language)).toMatchObject({ outcome: 'UNKNOWN', reason: expect.stringContaining(language) });
  });

  it.each(['ten dollars an hour', 'I guess so.'])('is given of "%s", whose language is not sure', (text) => {
    expect(signalOf(text)?.outcome).toBe('SCORE');
  });

  it('is unknown of words that no language claims', () => {
    expect(signalOf('zorbli kwanta')).toMatchObject({ outcome: 'UNKNOWN', reason: 'the language is unknown' });
  });

  it.each([
    ['zero-width characters', 'use\u200bless, this is aw\u200dful'],
    ['right-to-left marks', '\u200fuseless\u200f, this is \u200eawful'],
  ])('is the same through %s', (_name, text) => {
    expect(sentimentOf(text, 'en').score).toBe(sentimentOf('useless, this is awful', 'en').score);
  });

  it.each([
    ['look-alike letters', 'thіs іs аwful'],
    ['digits for letters', 'th1s 1s 4wful and u53l355'],
    ['right-to-left text', 'مرحبا \u202eabc'],
    ['a hundred thousand letters', 'a'.repeat(100_000)],
    ['a hundred thousand colons', ':'.repeat(100_000)],
  ])('of %s is a number in its range', (_name, text) => {
    const { score } = sentimentOf(text, 'en');
    expect(Math.abs(score)).toBeLessThanOrEqual(1);
  });
});
