import { z } from 'zod';

/** What the provider charges. One US dollar per million tokens is one micro-dollar per token. */
export interface TokenPrices {
  usdPerMillionInputTokens: number;
  usdPerMillionOutputTokens: number;
}

/** Some compatible servers do not count tokens; a cautious guess then keeps the daily budget meaningful. */
const CHARACTERS_PER_TOKEN = 3;

const counted = z.object({
  usage: z.object({
    prompt_tokens: z.number().int().nonnegative(),
    completion_tokens: z.number().int().nonnegative(),
  }),
});

/**
 * The price of one request in whole micro-dollars, rounded up.
 * `completion` is the provider's body as it came, unchecked; `sentCharacters` is the length of what was asked.
 */
export function costMicroUsd(completion: unknown, sentCharacters: number, prices: TokenPrices): number {
  const read = counted.safeParse(completion);
  const inputTokens = read.success ? read.data.usage.prompt_tokens : sentCharacters / CHARACTERS_PER_TOKEN;
  const outputTokens = read.success
    ? read.data.usage.completion_tokens
    : (JSON.stringify(completion)?.length ?? 0) / CHARACTERS_PER_TOKEN;
  return Math.ceil(inputTokens * prices.usdPerMillionInputTokens + outputTokens * prices.usdPerMillionOutputTokens);
}

/** Shares a whole `total` over `count` parts: integers that differ by at most one and add up to the total. */
export function shareOut(total: number, count: number): number[] {
  const least = Math.floor(total / count);
  const withOneMore = total - least * count;
  return Array.from({ length: count }, (_, index) => (index < withOneMore ? least + 1 : least));
}
