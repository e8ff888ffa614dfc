/** Values of these fields differ from run to run, or with each version of a detector: only their kind is compared. */
const VARYING = new Set(['remaining', 'score', 'sentiment', 'meanSentiment', 'turns']);

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z/;
/** What stands in output for something that differs from run to run, and what it may be. */
const STAND_INS: [RegExp, string][] = [
  [/…/, '.*'],
  [INSTANT, INSTANT.source],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/, '[0-9a-f-]{36}'],
  [/ans_[\w-]{32}/, 'ans_[\\w-]{32}'],
  [/ans_[\w-]{6}/, 'ans_[\\w-]{6}'],
  [/\d{2,}/, '\\d+'],
  [/\s+/, '\\s+'],
];

/**
 * Where an answer is not what the page shows; null when it is. A text that ends in `…` shows a beginning, an instant stands for any.
 * @param shortened whether lists may have entries that are not shown
 */
export function differs(shown: unknown, came: unknown, shortened: boolean, path = ''): string | null {
  const here = (says: unknown) =>
    `${path || 'the whole'}: shown ${JSON.stringify(shown)}, came ${JSON.stringify(says)}`;
  if (Array.isArray(shown)) {
    if (!Array.isArray(came)) return here(came);
    if (!shortened && shown.length !== came.length) return here(came);
    return firstOf(shown, (one, at) => {
      if (!shortened) return differs(one, came[at], false, `${path}[${at}]`);
      const isThere = came.some((other) => differs(one, other, true) === null);
      return isThere ? null : `${path}[${at}]: shown ${JSON.stringify(one)}, came ${JSON.stringify(came)}`;
    });
  }
  if (typeof shown === 'object' && shown !== null) {
    if (typeof came !== 'object' || came === null) return here(came);
    const given = came as Record<string, unknown>; // an object
    const unseen = Object.keys(given).filter((name) => !(name in shown) && !(name === 'extensions' && 'data' in given));
    if (unseen.length > 0) return `${path || 'the whole'}: not shown ${unseen.join(', ')}`;
    return firstOf(Object.entries(shown), ([name, value]) => {
      if (VARYING.has(name) && typeof value === 'number' && typeof given[name] === 'number') return null;
      return differs(value, given[name], shortened, path === '' ? name : `${path}.${name}`);
    });
  }
  if (typeof shown === 'string' && typeof came === 'string') {
    if (shown.endsWith('…') && came.startsWith(shown.slice(0, -1))) return null;
    if (new RegExp(`^${INSTANT.source}$`).test(shown) && new RegExp(`^${INSTANT.source}$`).test(came)) return null;
  }
  return shown === came ? null : here(came);
}

/** The first line of what is shown that the output does not have, in this order; null when it has them all. */
export function missingLine(shown: string, output: string): string | null {
  const lines = output.split('\n');
  let from = 0;
  for (const line of shown.split('\n').filter((one) => one.trim() !== '')) {
    const pattern = patternOf(line.trim());
    const at = lines.findIndex((one, place) => place >= from && pattern.test(one.trim()));
    if (at < 0) return `shown ${line}\ncame ${output}`;
    from = at + 1;
  }
  return null;
}

function patternOf(line: string): RegExp {
  const standIns = new RegExp(STAND_INS.map(([stands]) => `(${stands.source})`).join('|'), 'g');
  let [pattern, last] = ['', 0];
  for (const found of line.matchAll(standIns)) {
    const which = STAND_INS.findIndex((_, at) => found[at + 1] !== undefined);
    pattern += literally(line.slice(last, found.index)) + STAND_INS[which]![1]; // one of them was found
    last = found.index + found[0].length;
  }
  return new RegExp(`^${pattern}${literally(line.slice(last))}$`);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function firstOf<Item>(items: readonly Item[], look: (item: Item, at: number) => string | null): string | null {
  for (const [at, item] of items.entries()) {
    const found = look(item, at);
    if (found !== null) return found;
  }
  return null;
}
