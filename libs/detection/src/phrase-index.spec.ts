import { describe, expect, it } from 'vitest';
import { PhraseIndex, phraseText } from './phrase-index.js';
import { readWords } from './words.js';

function found(pattern: string, text: string): string[] {
  const { words } = readWords(text);
  return new PhraseIndex([[pattern, true]])
    .find(words)
    .map(({ first, end }) => text.slice(words[first]?.start, words[end - 1]?.end));
}

describe('PhraseIndex', () => {
  it.each([
    ['alternatives', 'cancel|drop * fee', 'Now drop the fee', ['drop the fee']],
    ['several words as one', 'going_to|gonna pay', "I'm going to pay", ['going to pay']],
    ['open endings', 'erstatt~ * geld', 'Wir erstatten das Geld', ['erstatten das Geld']],
    ['digits', 'for # weeks', 'for 3 weeks', ['for 3 weeks']],
    ['a name', '% has read', 'and Torunn has read it', ['Torunn has read']],
    ['a missing word', 'i am ?really sorry', 'I am sorry', ['I am sorry']],
    ['the head of a sentence', '^ take it', 'You take it. Take it!', ['Take it']],
    ['a word class', 'by @day', 'by Friday', ['by Friday']],
    ['text without spaces', '我 * 退款', '我给您退款', ['我给您退款']],
  ])('reads %s', (_what, pattern, text, matches) => {
    expect(found(pattern, text)).toEqual(matches);
  });

  it('a gap ends with the sentence', () => {
    expect(found('cancel * fee', 'Cancel. The fee stays')).toEqual([]);
  });

  it('a negation before or inside a phrase stops it, unless the phrase says otherwise', () => {
    expect(found('promise * refund', "I can't promise a refund")).toEqual([]);
    expect(found('will ** refund', 'I will certainly not refund')).toEqual([]);
    expect(found('! promise * refund', "I can't promise a refund")).toEqual(['promise a refund']);
  });

  it('a long phrase may be written in lines', () => {
    expect(phraseText(['cancel|drop', '|waive *', 'fee'])).toBe('cancel|drop|waive * fee');
  });

  it('refuses a phrase that begins with a gap', () => {
    expect(() => new PhraseIndex([['* fee', true]])).toThrow('must begin with a word');
  });
});
