import { describe, expect, it } from 'vitest';
import { readWords } from './words.js';

function formsOf(text: string): string[] {
  return readWords(text).words.map(({ form }) => form);
}

describe('readWords', () => {
  it('keeps the place of every word in the exact text', () => {
    const text = ' It’s 24.9 %, “OK”? 退款👍 ';
    const written = readWords(text).words.map(({ start, end }) => text.slice(start, end));
    expect(written).toEqual(['It’s', '24', '9', '%', 'OK', '退', '款', '👍']);
  });

  it('reads curly apostrophes, capitals and composed letters as one form', () => {
    expect(formsOf('DON’T caf\u0065\u0301')).toEqual(["don't", 'café']);
  });

  it('reads through invisible characters inside a word', () => {
    expect(formsOf('re\u200bfu\u00adnd')).toEqual(['refund']);
  });

  it('drops hesitations', () => {
    expect(formsOf('I have, um, er, spoken')).toEqual(['i', 'have', 'spoken']);
    expect(formsOf('er hat')).toEqual(['er', 'hat']);
  });

  it('a full stop inside a number ends no sentence', () => {
    expect(readWords('It is 24.9 now. Good').words.map(({ sentence }) => sentence)).toEqual([0, 0, 0, 0, 0, 1]);
  });
});
