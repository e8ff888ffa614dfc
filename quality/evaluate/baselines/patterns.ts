import type { Find } from '../tasks/personal-kinds.js';

/** One simple pattern a kind, as anybody would write it first. Of two finds over each other the earlier row stays. */
const PATTERNS: readonly [Find['kind'], RegExp][] = [
  ['EMAIL', /[\w.+-]+@[\w-]+\.[\w.-]+/g],
  ['CARD', /\b\d(?:[ -]?\d){12,18}\b/g],
  ['PHONE', /\+?\(?\d[\d ().-]{7,15}\d/g],
  ['PERSON', /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu],
];

export function patternFinds(text: string): Find[] {
  const finds: Find[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const find = { kind, start: match.index, end: match.index + match[0].length };
      if (!finds.some((other) => other.start < find.end && find.start < other.end)) finds.push(find);
    }
  }
  return finds;
}
