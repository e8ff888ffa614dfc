import { describe, expect, it } from 'vitest';
import { searchQuery, wordsOf } from './words.js';

describe('words to search by', () => {
  it('folds case and width, and keeps letters of every script', () => {
    expect([...wordsOf('Late FEES, åÄÖ! Ｆｕｌｌ 35€')]).toEqual(['late', 'fees', 'åäö', 'full', '35']);
  });

  it('cuts scripts without spaces into pairs, so that a part of a sentence finds it', () => {
    expect([...wordsOf('滞纳金')]).toEqual(['滞纳', '纳金']);
    expect(searchQuery('纳金')).toBe("'纳金':*");
  });

  it('asks for every word, the last as a beginning, and quotes what would be syntax', () => {
    expect(searchQuery('late fe')).toBe("'late' & 'fe':*");
    expect(searchQuery("a'b | !c:*")).toBe("'a' & 'b' & 'c':*");
    expect(searchQuery(' ?! ')).toBeNull();
  });
});
