import { describe, expect, it } from 'vitest';
import { MAX_RETRY_AFTER_SECONDS, RETRY_JITTER, RETRY_SCHEDULE_SECONDS } from './limits.js';
import { pauseAfter, readRetryAfter } from './schedule.js';

const NOW = new Date('2026-06-01T10:00:00Z');

describe('the schedule', () => {
  it('grows, lasts about a day, and ends', () => {
    const pauses = RETRY_SCHEDULE_SECONDS.map((_, at) => pauseAfter(at + 1, undefined, 0) ?? 0);
    expect(pauses).toEqual([...RETRY_SCHEDULE_SECONDS]);
    expect(pauses.toSorted((a, b) => a - b)).toEqual(pauses);
    const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3600;
    expect(hours).toBeGreaterThan(23);
    expect(hours * (1 + RETRY_JITTER)).toBeLessThan(30);
    expect(pauseAfter(RETRY_SCHEDULE_SECONDS.length + 1, undefined, 0)).toBeUndefined();
  });

  it('spreads what failed together', () => {
    expect(pauseAfter(2, undefined, 1)).toBe(30 * (1 + RETRY_JITTER));
  });

  it('is lengthened by Retry-After within bounds, and never shortened', () => {
    expect(pauseAfter(1, 90, 0)).toBe(90);
    expect(pauseAfter(10, 1, 0)).toBe(36_000);
    expect(pauseAfter(1, 10 ** 9, 0)).toBe(MAX_RETRY_AFTER_SECONDS);
    expect(pauseAfter(RETRY_SCHEDULE_SECONDS.length + 1, 90, 0)).toBeUndefined();
  });
});

describe('Retry-After', () => {
  it.each([
    ['120', 120],
    ['Mon, 01 Jun 2026 10:02:00 GMT', 120],
    ['Mon, 01 Jun 2026 09:00:00 GMT', undefined],
    ['-5', undefined],
    ['soon', undefined],
    ['1e9', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j asks for %j seconds', (header, seconds) => {
    expect(readRetryAfter(header, NOW)).toBe(seconds);
  });
});
