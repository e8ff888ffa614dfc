import type { Transaction } from '#database';
import type { TrendDelta } from './trend-counts.js';

export async function addToTrends(tx: Transaction, deltas: readonly TrendDelta[]): Promise<void> {
  if (deltas.length === 0) return;
  await tx.query(
    `INSERT INTO trend_count AS old (organisation_id, bucket, clone_id, channel, measure, key, turns, score_sum, scored)
     SELECT current_organisation(), d.* FROM unnest($1::timestamptz[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[],
       $7::float8[], $8::bigint[]) AS d
     ON CONFLICT (organisation_id, bucket, clone_id, channel, measure, key)
       DO UPDATE SET turns = old.turns + excluded.turns, score_sum = old.score_sum + excluded.score_sum, scored = old.scored + excluded.scored`,
    [
      deltas.map((delta) => delta.bucket.toISOString()),
      deltas.map((delta) => delta.cloneId),
      deltas.map((delta) => delta.channel),
      deltas.map((delta) => delta.measure),
      deltas.map((delta) => delta.key),
      deltas.map((delta) => delta.turns),
      deltas.map((delta) => delta.scoreSum),
      deltas.map((delta) => delta.scored),
    ],
  );
}

export interface TrendRow {
  /** YYYY-MM-DD in the asked time zone. */
  day: string;
  measure: 'sentiment' | 'topic';
  key: string;
  turns: number;
  scoreSum: number;
  scored: number;
}

export interface TrendRange {
  /** First and last day, both included, YYYY-MM-DD in `timeZone`. */
  fromDay: string;
  toDay: string;
  timeZone: string;
  cloneId: string | null;
  channel: string | null;
  /** Only with these clones, besides `cloneId`: those that whoever asks may see. Null: all. */
  visibleClones: readonly string[] | null;
}

/** Sums per day of the given time zone. Reads the rollup only: its size grows with time, not with traffic. */
export function sumByDay(tx: Transaction, range: TrendRange): Promise<TrendRow[]> {
  return tx.query<TrendRow>(
    `SELECT to_char(bucket AT TIME ZONE $3, 'YYYY-MM-DD') AS day, measure, key, sum(turns)::float8 AS turns,
       sum(score_sum) AS "scoreSum", sum(scored)::float8 AS scored
     FROM trend_count
     WHERE bucket >= ($1::date)::timestamp AT TIME ZONE $3 AND bucket < ($2::date + 1)::timestamp AT TIME ZONE $3
       AND ($4::uuid IS NULL OR clone_id = $4) AND ($5::text IS NULL OR channel = $5)
       AND ($6::uuid[] IS NULL OR clone_id = ANY($6))
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 4 DESC, 3`,
    [range.fromDay, range.toDay, range.timeZone, range.cloneId, range.channel, range.visibleClones],
  );
}
