import { describe, expect, it } from 'vitest';
import { foldsOf } from './folds.js';
import { randomNumbers, shuffled } from './random.js';

describe('folds', () => {
  const groups = Array.from({ length: 40 }, (_, at) => `pair ${Math.floor(at / 2)}`);

  it('keep a group together, are about equal and the same each time', () => {
    const folds = foldsOf(groups, 5);
    groups.forEach((group, at) => expect(folds[at]).toBe(folds[groups.indexOf(group)]));
    const sizes = [0, 1, 2, 3, 4].map((fold) => folds.filter((each) => each === fold).length);
    expect(sizes).toEqual([8, 8, 8, 8, 8]);
    expect(foldsOf(groups, 5)).toEqual(folds);
  });
});

describe('drawing', () => {
  it('keeps everything, in an order that the seed decides', () => {
    const things = Array.from({ length: 20 }, (_, at) => at);
    expect(shuffled(things, 1)).not.toEqual(things);
    expect(shuffled(things, 1)).toEqual(shuffled(things, 1));
    expect(shuffled(things, 1)).not.toEqual(shuffled(things, 2));
    expect([...shuffled(things, 1)].sort((one, other) => one - other)).toEqual(things);
  });

  it('is even: ten thousand numbers below one, a tenth of them in each tenth', () => {
    const random = randomNumbers(3);
    const tenths = Array<number>(10).fill(0);
    for (let draw = 0; draw < 10_000; draw += 1) tenths[Math.floor(random() * 10)]! += 1;
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});
