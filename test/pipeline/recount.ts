import type pg from 'pg';

interface Cell {
  bucket: string;
  clone: string;
  channel: string;
  measure: string;
  key: string;
  turns: number;
  scored: number;
  score: string;
}

const CELL = `to_char(bucket AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS bucket, clone, channel, measure, key, turns, scored, score`;

/** The rollup as it is stored. */
export async function storedTrends(owner: pg.Pool, organisationId: string): Promise<Cell[]> {
  const { rows } = await owner.query<Cell>(
    `SELECT ${CELL} FROM (
       SELECT bucket, clone_id AS clone, channel, measure, key, turns::int, scored::int, round(score_sum::numeric, 3)::text AS score
       FROM trend_count WHERE organisation_id = $1) t ORDER BY 1, 2, 3, 4, 5`,
    [organisationId],
  );
  return rows;
}

/** The same cells counted anew from turns and signals, by rules written down here a second time. */
export async function recountedTrends(owner: pg.Pool, organisationId: string): Promise<Cell[]> {
  const { rows } = await owner.query<Cell>(
    `WITH said AS (
       SELECT t.conversation_id, t.turn_index, c.clone_id AS clone, c.channel, s.score, coalesce(s.label, 'UNKNOWN') AS level,
         to_timestamp(floor(extract(epoch FROM t.spoken_at) / 900) * 900) AS bucket
       FROM turn t JOIN conversation c ON c.organisation_id = t.organisation_id AND c.id = t.conversation_id
       LEFT JOIN signal s ON s.organisation_id = t.organisation_id AND s.conversation_id = t.conversation_id
         AND s.turn_index = t.turn_index AND s.detector = 'sentiment' AND s.outcome = 'SCORE'
       WHERE t.organisation_id = $1 AND t.speaker = 'CALLER'),
     topic AS (SELECT conversation_id, turn_index, code FROM signal
       WHERE organisation_id = $1 AND detector = 'topics' AND outcome = 'SCORE'),
     measured AS (
       SELECT said.*, 'sentiment' AS measure, level AS key FROM said
       UNION ALL
       SELECT said.*, 'topic', coalesce(topic.code, 'untagged') FROM said LEFT JOIN topic USING (conversation_id, turn_index))
     SELECT ${CELL} FROM (
       SELECT bucket, clone, channel, measure, key, count(*)::int AS turns, count(score)::int AS scored,
         round(coalesce(sum(score::float8), 0)::numeric, 3)::text AS score
       FROM measured GROUP BY 1, 2, 3, 4, 5) t ORDER BY 1, 2, 3, 4, 5`,
    [organisationId],
  );
  return rows;
}

/** Conversations whose digest differs from what their signals and flags say. */
export async function wrongDigests(owner: pg.Pool, organisationId: string): Promise<unknown[]> {
  const { rows } = await owner.query(
    `SELECT c.id FROM conversation c LEFT JOIN conversation_digest d ON d.organisation_id = c.organisation_id AND d.conversation_id = c.id
     WHERE c.organisation_id = $1 AND (d.conversation_id IS NULL
       OR d.flags <> (SELECT count(*) FROM flag f WHERE f.conversation_id = c.id)
       OR d.highest_severity IS DISTINCT FROM (SELECT max(severity) FROM flag f WHERE f.conversation_id = c.id)
       OR d.topics <> ARRAY(SELECT DISTINCT code FROM signal s WHERE s.conversation_id = c.id AND detector = 'topics'
                            AND outcome = 'SCORE' ORDER BY code)
       OR d.sentiment IS DISTINCT FROM (SELECT avg(score)::real FROM signal s WHERE s.conversation_id = c.id
                            AND detector = 'sentiment' AND outcome = 'SCORE'))`,
    [organisationId],
  );
  return rows;
}

/** How many analyses each turn has per engine version: `{ '1': 120 }` says that 120 turns have exactly one. */
export async function analysesPerTurn(owner: pg.Pool, organisationId: string): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ analyses: number; turns: number }>(
    `SELECT analyses, count(*)::int AS turns FROM (
       SELECT count(a.engine)::int AS analyses FROM turn t
       LEFT JOIN analysis a USING (organisation_id, conversation_id, turn_index)
       WHERE organisation_id = $1 GROUP BY conversation_id, turn_index) counted GROUP BY 1`,
    [organisationId],
  );
  return Object.fromEntries(rows.map(({ analyses, turns }) => [analyses, turns]));
}
