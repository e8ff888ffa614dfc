import { systemClock } from '#platform';
import { EARLIEST_MOMENT, MAX_CLOCK_SKEW_SECONDS } from './limits.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
/** Every month has them. */
const SHORTEST_MONTH_DAYS = 28;

/** Reads an ISO 8601 instant; or says what is wrong with it, without quoting it. */
export function readMoment(text: string): Date | { problem: string } {
  if (!INSTANT.test(text)) return { problem: 'must be an ISO 8601 instant with Z or an offset' };
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime()) || !dayExists(text)) return { problem: 'is not a moment that exists' };
  if (moment < EARLIEST_MOMENT) return { problem: `must not be before ${EARLIEST_MOMENT.toISOString()}` };
  // A source's clock may run ahead of ours.
  return moment > systemClock.in(MAX_CLOCK_SKEW_SECONDS) ? { problem: 'lies in the future' } : moment;
}

/** JavaScript alone would take 30 February for 2 March. */
function dayExists(text: string): boolean {
  const day = text.slice(0, 'YYYY-MM-DD'.length);
  const number = Number(day.slice(-2));
  return number <= SHORTEST_MONTH_DAYS || new Date(`${day}T00:00:00Z`).getUTCDate() === number;
}
