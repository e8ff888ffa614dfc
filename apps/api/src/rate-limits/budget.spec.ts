import { RateLimiterMemory } from 'rate-limiter-flexible';
import { describe, expect, it } from 'vitest';
import { Budget } from './budget.js';
import { BUDGET_PARTS, BUDGET_SECONDS, MAX_PART } from './limits.js';

/** A store that says how often it was asked. */
class CountedStore extends RateLimiterMemory {
  asked = 0;

  override consume(key: string | number, points?: number) {
    this.asked += 1;
    return super.consume(key, points);
  }
}

function open(limit: number): { store: CountedStore; one: Budget; two: Budget } {
  const store = new CountedStore({ points: limit, duration: BUDGET_SECONDS });
  return { store, one: new Budget('test', limit, store), two: new Budget('test', limit, store) };
}

describe('a budget', () => {
  it('is asked for once a part, not once a request', async () => {
    const limit = BUDGET_PARTS * 10;
    const { store, one } = open(limit);
    for (let spent = 0; spent < 100; spent += 1) expect((await one.spend('a', 1)).granted).toBe(true);
    expect(store.asked).toBe(10);
  });

  it('that is large takes its next part before this one is spent', async () => {
    const { store, one } = open(BUDGET_PARTS * MAX_PART);
    await one.spend('a', MAX_PART / 2);
    expect(store.asked).toBe(1);
    await one.spend('a', 1);
    expect(store.asked).toBe(2);
    await new Promise(setImmediate);
    expect(await one.spend('a', MAX_PART - 1)).toMatchObject({ granted: true });
    expect(store.asked).toBe(2);
    for (let spent = 1_500; spent < BUDGET_PARTS * MAX_PART; spent += 500)
      expect((await one.spend('a', 500)).granted).toBe(true);
    expect(await one.spend('a', 1)).toMatchObject({ granted: false, remaining: 0 });
  });

  it('gives no larger parts than the limit', async () => {
    const { one, two } = open(BUDGET_PARTS * MAX_PART * 10);
    await one.spend('a', 1);
    expect((await two.spend('a', 1)).remaining).toBe(BUDGET_PARTS * MAX_PART * 10 - MAX_PART - 1);
  });

  it('is spent to its end by one process, and never over it by two', async () => {
    const { one } = open(1_000);
    for (let spent = 0; spent < 1_000; spent += 1) expect((await one.spend('a', 1)).granted).toBe(true);
    expect(await one.spend('a', 1)).toMatchObject({ granted: false, remaining: 0 });
    const both = open(1_000);
    let granted = 0;
    for (let at = 0; at < 2_000; at += 1) if ((await both[at % 2 ? 'one' : 'two'].spend('a', 1)).granted) granted += 1;
    expect(granted).toBeLessThanOrEqual(1_000);
    expect(granted).toBeGreaterThanOrEqual(1_000 - 2 * (1_000 / BUDGET_PARTS));
  });

  it('asks nobody when it is spent, and keeps what is left when somebody asks for too much', async () => {
    const { store, one } = open(100);
    await one.spend('a', 90);
    expect(await one.spend('a', 11)).toMatchObject({ granted: false, remaining: 10 });
    expect(await one.spend('a', 10)).toMatchObject({ granted: true, remaining: 0 });
    const asked = store.asked;
    for (let at = 0; at < 50; at += 1) expect((await one.spend('a', 1)).granted).toBe(false);
    expect(store.asked).toBe(asked);
    expect((await one.spend('b', 100)).granted).toBe(true);
  });
});
