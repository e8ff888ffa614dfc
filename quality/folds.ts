import { shuffled } from './random.js';

/** The same data fall into the same folds. */
const SEED = 7;

/**
 * The fold of every example, from 0 to `folds` − 1, about equally many in each. Examples of one group share a fold, so
 * that nothing is tested on the counterpart of what it learned from.
 * @param groups one an example: a `pair`, or a name of its own
 */
export function foldsOf(groups: readonly string[], folds: number): number[] {
  const order = shuffled([...new Set(groups)], SEED);
  const foldOfGroup = new Map(order.map((group, at) => [group, at % folds]));
  return groups.map((group) => foldOfGroup.get(group)!); // every group was dealt
}
