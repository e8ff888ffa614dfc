import { systemClock } from '#platform';
import { MAX_CLOCK_SKEW_SECONDS } from './limits.js';

/** Every month has them. */
const SHORTEST_MONTH_DAYS = 28;

/** Reads an ISO 8601 instant. JavaScript alone would take 30 February for 2 March: such a day is an invalid date. */
export function readMoment(text: string): Date {
  const day = text.slice(0, 'YYYY-MM-DD'.length);
  const number = Number(day.slice(-2));
  const exists = number <= SHORTEST_MONTH_DAYS || new Date(`${day}T00:00:00Z`).getUTCDate() === number;
  return exists ? new Date(text) : new Date(Number.NaN);
}

/** The latest moment that a source may claim: now, and what its clock may run ahead. */
export function latestMoment(): Date {
  return systemClock.in(MAX_CLOCK_SKEW_SECONDS);
}
