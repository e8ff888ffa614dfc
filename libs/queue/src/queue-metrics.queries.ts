import type { Transaction } from '#database';
import { MAX_COUNTED_ROWS } from './limits.js';

export interface QueueFigures {
  waiting: { event: string; ageSeconds: number; count: number }[];
  deadLetters: number;
}

/** Steps from kind to kind through the index, so that the number of events does not matter; counts only so far. */
export const FIND_WAITING = `
  WITH RECURSIVE kind AS (
    (SELECT event, recorded_at FROM outbox ORDER BY event, recorded_at LIMIT 1)
    UNION ALL
    SELECT next.event, next.recorded_at FROM kind CROSS JOIN LATERAL (
      SELECT event, recorded_at FROM outbox WHERE event > kind.event ORDER BY event, recorded_at LIMIT 1) AS next
  )
  SELECT event, greatest(0, extract(epoch FROM now() - recorded_at))::float8 AS "ageSeconds",
    (SELECT count(*)::int FROM (SELECT FROM outbox o WHERE o.event = kind.event ORDER BY o.recorded_at LIMIT $1) AS counted) AS count
  FROM kind`;

/** Of all organisations: numbers only. Runs as the system. */
export async function findQueueFigures(tx: Transaction): Promise<QueueFigures> {
  const waiting = await tx.query<QueueFigures['waiting'][number]>(FIND_WAITING, [MAX_COUNTED_ROWS]);
  const [rest] = await tx.query<{ resting: number }>('SELECT dead_letters_at_rest($1)::int AS resting', [
    MAX_COUNTED_ROWS,
  ]);
  return { waiting, deadLetters: rest?.resting ?? 0 };
}
