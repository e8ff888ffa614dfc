import { insightLimits } from './limits.js';

/** Scripts written without spaces are searched by pairs of characters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+|[\p{L}\p{N}\p{M}]+/gu;

/** The words to find a text by: folded by Unicode compatibility and case, characters of unspaced scripts in pairs. */
export function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of text.normalize('NFKC').toLowerCase().matchAll(WORD)) {
    if (UNSPACED.test(word)) for (const pair of pairsOf(word)) words.add(pair);
    else words.add(word.slice(0, insightLimits.maxWordCharacters).toWellFormed());
    if (words.size >= insightLimits.maxWordsPerConversation) break;
  }
  return words;
}

/** A tsquery that asks for all words of `search`; the last one may be only begun. Null when there is no word in it. */
export function searchQuery(search: string): string | null {
  const words = [...wordsOf(search)];
  if (words.length === 0) return null;
  const quoted = words.map((word) => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`);
  return quoted.map((word, at) => (at === quoted.length - 1 ? `${word}:*` : word)).join(' & ');
}

function pairsOf(word: string): string[] {
  const characters = [...word];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
