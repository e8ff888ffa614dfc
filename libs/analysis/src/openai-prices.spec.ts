import { expect, test } from 'vitest';
import { costMicroUsd, shareOut } from './openai-prices.js';

const PRICES = { usdPerMillionInputTokens: 0.25, usdPerMillionOutputTokens: 2 };

test('a request costs its tokens times their prices, rounded up to a whole micro-dollar', () => {
  const usage = { prompt_tokens: 1001, completion_tokens: 33 };
  expect(costMicroUsd({ usage }, 0, PRICES)).toBe(317); // 250.25 + 66
});

test.each([
  ['no usage', { choices: ['an answer'] }],
  ['a usage that cannot be', { choices: ['an answer'], usage: { prompt_tokens: -5, completion_tokens: 1 } }],
  ['no body at all', undefined],
])('a request answered with %s is charged a guess by its length', (_, completion) => {
  expect(costMicroUsd(completion, 3000, PRICES)).toBeGreaterThanOrEqual(250);
});

test.each([
  [10, 4, [3, 3, 2, 2]],
  [3, 5, [1, 1, 1, 0, 0]],
  [0, 2, [0, 0]],
])('%d over %d is shared out in whole numbers that add up', (total, count, shares) => {
  expect(shareOut(total, count)).toEqual(shares);
});
