import { expect, test } from 'vitest';
import { Rounds } from './rounds.js';

/** A pause that no test waits for the end of. */
const LONG = 3600;
const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));

test('the first round begins at once, and another when it is called for', async () => {
  let rounds = 0;
  const loop = new Rounds(() => Promise.resolve(void (rounds += 1)), LONG);
  loop.start();
  await turnOfTheLoop();
  expect(rounds).toBe(1);
  loop.callNow();
  await turnOfTheLoop();
  expect(rounds).toBe(2);
  await loop.stop();
  loop.callNow();
  await turnOfTheLoop();
  expect(rounds).toBe(2);
});

test('a round follows by itself after the pause', async () => {
  let done = (): void => {};
  const thrice = new Promise<void>((resolve) => (done = resolve));
  let rounds = 0;
  const loop = new Rounds(() => Promise.resolve(void ((rounds += 1) === 3 && done())), 0.001);
  loop.start();
  await thrice;
  await loop.stop();
});

test('stopping waits for the round under way, which can tell that it is the last', async () => {
  let finish = (): void => {};
  const loop = new Rounds(() => new Promise((resolve) => (finish = resolve)), LONG);
  loop.start();
  let stopped = false;
  const stopping = loop.stop().then(() => (stopped = true));
  await turnOfTheLoop();
  expect({ stopped, isStopping: loop.isStopping }).toEqual({ stopped: false, isStopping: true });
  finish();
  await stopping;
});
