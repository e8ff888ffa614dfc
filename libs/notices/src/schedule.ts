import { MAX_RETRY_AFTER_SECONDS, RETRY_JITTER, RETRY_SCHEDULE_SECONDS } from './limits.js';

/**
 * Seconds until the next attempt, or undefined when there is none.
 * @param failures failed attempts so far, at least 1
 * @param asked what the receiver asked for by `Retry-After`; it can lengthen a pause within bounds, and never shorten one
 * @param chance from 0 to 1
 */
export function pauseAfter(failures: number, asked: number | undefined, chance: number): number | undefined {
  const planned = RETRY_SCHEDULE_SECONDS[failures - 1];
  if (planned === undefined) return undefined;
  return Math.max(planned * (1 + RETRY_JITTER * chance), Math.min(asked ?? 0, MAX_RETRY_AFTER_SECONDS));
}

/** The seconds that `Retry-After` names, in either of its forms (RFC 9110 §10.2.3); undefined when it makes no sense. */
export function readRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  const seconds = (Date.parse(header) - now.getTime()) / 1000;
  return /GMT$/.test(header) && seconds > 0 ? seconds : undefined;
}
