import { describe, expect, it } from 'vitest';
import { readWords } from './words.js';

const forms = (text: string): string[] => readWords(text).words.map(({ form }) => form);

describe('letters that only look Latin', () => {
  it.each([
    ['Cyrillic', 'rеfund уоur mоnеу', ['refund', 'your', 'money']],
    ['Greek', 'ρrοmise', ['promise']],
    ['full width', 'ｗａｉｖｅ the ｆｅｅ', ['waive', 'the', 'fee']],
    ['mathematical', '\u{1d430}\u{1d41a}\u{1d422}\u{1d42f}\u{1d41e}', ['waive']],
    ['figures between letters', 'r3fund, gu4rantee', ['refund', 'guarantee']],
    ['invisible characters inside', 're\u200bfu\u00adnd', ['refund']],
    ['a change of direction inside', 'wai\u200fve', ['waive']],
  ])('read as the word they imitate: %s', (_, text, expected) => {
    expect(forms(text)).toEqual(expected);
  });

  it.each(['4th', 'b2b', 'covid19', 'привет', 'μήνυμα', '24.9', 'straße', 'smørrebrød'])('leave %s alone', (text) => {
    expect(forms(text).join('.')).toBe(text);
  });

  it('point into the exact text all the same', () => {
    const text = '\u200bOf course, rе\u200bfund it';
    const { words } = readWords(text);
    const word = words.find(({ form }) => form === 'refund');
    expect(text.slice(word?.start, word?.end)).toBe('rе\u200bfund');
  });
});
