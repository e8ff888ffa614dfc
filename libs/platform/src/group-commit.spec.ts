import { expect, test } from 'vitest';
import { GroupCommit } from './group-commit.js';

/** Work that waits to be let through, one group at a time, and remembers the groups it was given. */
function gate() {
  const groups: number[][] = [];
  const doors: (() => void)[] = [];
  const work = async (items: number[]): Promise<string[]> => {
    groups.push(items);
    await new Promise<void>((resolve) => doors.push(resolve));
    return items.map((item) => `done ${item}`);
  };
  return { groups, work, open: () => doors.shift()?.() };
}

const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));

test('calls that arrive together run as one group, in order, and each gets its own result', async () => {
  const groups: number[][] = [];
  const commit = new GroupCommit<number, number>(
    (items) => {
      groups.push(items);
      return Promise.resolve(items.map((item) => item * 10));
    },
    { groups: 1, weight: 100 },
  );
  expect(await Promise.all([3, 1, 2].map((item) => commit.add(item)))).toEqual([30, 10, 20]);
  expect(groups).toEqual([[3, 1, 2]]);
});

test('calls that arrive while a group is under way wait and form the next group', async () => {
  const { groups, work, open } = gate();
  const commit = new GroupCommit(work, { groups: 1, weight: 100 });
  const first = commit.add(1);
  await turnOfTheLoop();
  const later = [commit.add(2), commit.add(3)];
  await turnOfTheLoop();
  expect(groups).toEqual([[1]]);
  open();
  expect(await first).toBe('done 1');
  await turnOfTheLoop();
  open();
  expect(await Promise.all(later)).toEqual(['done 2', 'done 3']);
  expect(groups).toEqual([[1], [2, 3]]);
});

test('a group never weighs more than the limit, but a call that is heavier than the limit runs alone', async () => {
  const groups: number[][] = [];
  const commit = new GroupCommit<number, number>(
    (items) => {
      groups.push(items);
      return Promise.resolve(items);
    },
    { groups: 1, weight: 10 },
  );
  await Promise.all([4, 6, 1, 50, 5, 5, 5].map((weight) => commit.add(weight, weight)));
  expect(groups).toEqual([[4, 6], [1], [50], [5, 5], [5]]);
});

test('no more groups are under way at a time than allowed', async () => {
  const { groups, work, open } = gate();
  const commit = new GroupCommit(work, { groups: 2, weight: 1 });
  const all = Promise.all([1, 2, 3, 4].map((item) => commit.add(item)));
  await turnOfTheLoop();
  expect(groups).toEqual([[1], [2]]);
  open();
  await turnOfTheLoop();
  expect(groups).toEqual([[1], [2], [3]]);
  open();
  open();
  await turnOfTheLoop();
  open();
  expect(await all).toHaveLength(4);
});

test('beside a group that is under way another starts as soon as it is as heavy, or when that one ends', async () => {
  const { groups, work, open } = gate();
  const commit = new GroupCommit(work, { groups: 2, weight: 100 });
  const all = [commit.add(1, 5)];
  await turnOfTheLoop();
  all.push(commit.add(2, 4));
  await turnOfTheLoop();
  expect(groups).toEqual([[1]]);
  all.push(commit.add(3, 1));
  await turnOfTheLoop();
  expect(groups).toEqual([[1], [2, 3]]);
  all.push(commit.add(4, 1));
  open();
  await turnOfTheLoop();
  expect(groups).toEqual([[1], [2, 3]]);
  open();
  await turnOfTheLoop();
  expect(groups).toEqual([[1], [2, 3], [4]]);
  open();
  expect(await Promise.all(all)).toHaveLength(4);
});

test('an error reaches every caller of its group and no other caller, and the next group runs', async () => {
  const commit = new GroupCommit<number, number>(
    async (items) => {
      if (items.includes(13)) throw new Error('unlucky');
      return items;
    },
    { groups: 1, weight: 2 },
  );
  const settled = await Promise.allSettled([1, 2, 13, 4, 5, 6].map((item) => commit.add(item)));
  expect(settled.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(await commit.add(7)).toBe(7);
});

test('work that throws before it returns a promise is an error of its group as well', async () => {
  const commit = new GroupCommit<number, number>(
    () => {
      throw new Error('at once');
    },
    { groups: 1, weight: 2 },
  );
  await expect(commit.add(1)).rejects.toThrow('at once');
  await expect(commit.add(2)).rejects.toThrow('at once');
});

test('a caller whose result is missing gets an error and does not wait for ever', async () => {
  const commit = new GroupCommit<number, number>((items) => Promise.resolve(items.slice(1)), { groups: 1, weight: 9 });
  const settled = await Promise.allSettled([commit.add(1), commit.add(2)]);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
});
