import { CONCEPT_WORDS } from './concept-words.js';
import { stemOf } from './stems.js';

const BY_STEM = new Map<string, string[]>();

CONCEPT_WORDS.trim()
  .split('\n')
  .forEach((line, number) => {
    for (const word of line.split(/[|\s]+/)) {
      const stem = stemOf(word);
      const concepts = BY_STEM.get(stem) ?? [];
      if (!concepts.includes(String(number))) BY_STEM.set(stem, [...concepts, String(number)]);
    }
  });

const NONE: readonly string[] = [];

/**
 * What a stem may mean, as names of concepts, the same for words that mean nearly the same in any of the four languages. So
 * an example is understood in other words than its own.
 */
export function conceptsOf(stem: string): readonly string[] {
  return BY_STEM.get(stem) ?? NONE;
}
