import { beginsWithHan } from './characters.js';
import type { Word } from './words.js';

/** Words that turn a claim around. "No" is left out: it answers more often than it negates. */
const NEGATORS = new Set(
  (
    "not cannot can't cant won't wont don't dont doesn't doesnt didn't didnt isn't isnt aren't arent wasn't wasnt " +
    "weren't haven't havent hasn't hasnt hadn't wouldn't wouldnt shouldn't shouldnt couldn't couldnt mustn't needn't " +
    "ain't nor " +
    'neither never without unable refuse nobody nowhere ' +
    'inte aldrig ej icke ingen inget inga utan varken knappast ' +
    'nicht kein keine keinen keinem keiner keines nie niemals ohne weder kaum ' +
    '不 没 無 无 别 未 勿 莫 非'
  ).split(' '),
);

/** Characters after which 不 and its like negate nothing: 不过 "but", 不仅 "not only", 非常 "very", 没问题 "no problem". */
const HARMLESS_AFTER = new Set([
  '不过',
  '不仅',
  '不但',
  '不管',
  '不光',
  '非常',
  '无论',
  '别人',
  '别的',
  '没问',
  '特别',
  '不断',
]);

export function isNegator(words: readonly Word[], at: number): boolean {
  const form = words[at]?.form;
  if (form === undefined || !NEGATORS.has(form)) return false;
  if (!beginsWithHan(form)) return true;
  return (
    !HARMLESS_AFTER.has(form + (words[at + 1]?.form ?? '')) && !HARMLESS_AFTER.has((words[at - 1]?.form ?? '') + form)
  );
}

/** Whether a negation stands in the same clause within `reach` words before a place. */
export function isNegatedBefore(words: readonly Word[], at: number, reach: number): boolean {
  const clause = words[at]?.clause;
  for (let back = at - 1; back >= 0 && back >= at - reach; back -= 1) {
    if (words[back]?.clause !== clause) return false;
    if (isNegator(words, back)) return true;
  }
  return false;
}
