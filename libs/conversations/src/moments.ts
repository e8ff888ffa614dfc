import { systemClock } from '#platform';
import { MAX_CLOCK_SKEW_SECONDS } from './limits.js';

/** The latest moment that a source may claim: now, and what its clock may run ahead. */
export function latestMoment(): Date {
  return systemClock.in(MAX_CLOCK_SKEW_SECONDS);
}
