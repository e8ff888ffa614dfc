import type { Installation } from './installation.js';

/** All that an import leaves behind, without ids and moments of our own: equal when two databases hold the same. */
export async function whatIsStored({ read }: Installation): Promise<Record<string, unknown[]>> {
  const stored: Record<string, unknown[]> = {};
  for (const [name, sql] of Object.entries(QUERIES)) stored[name] = await read(sql);
  return stored;
}

const NAMED = `JOIN conversation c ON c.id = x.conversation_id`;
const QUERIES = {
  totals: `SELECT (SELECT count(*)::int FROM conversation) AS conversations, (SELECT count(*)::int FROM turn) AS turns,
    (SELECT count(*)::int FROM accountability_record) AS records, (SELECT count(*)::int FROM analysis) AS analyses,
    (SELECT count(*)::int FROM signal) AS signals, (SELECT count(*)::int FROM flag) AS flags,
    (SELECT count(*)::int FROM conversation_digest) AS digests, (SELECT count(*)::int FROM outbox) AS waiting,
    (SELECT count(*)::int FROM dead_letter) AS dead`,
  turns: `SELECT md5(string_agg(concat_ws('|', c.source, c.external_id, x.turn_index, x.said, x.spoken_at), ',' ORDER BY
    c.source, c.external_id, x.turn_index)) AS all FROM turn x ${NAMED}`,
  records: `SELECT x.outcome, count(*)::int AS n, md5(string_agg(concat_ws('|', c.source, c.external_id, x.turn_index), ','
    ORDER BY c.source, c.external_id, x.turn_index)) AS all FROM accountability_record x ${NAMED} GROUP BY 1 ORDER BY 1`,
  analyses: `SELECT md5(string_agg(concat_ws('|', c.source, c.external_id, x.turn_index), ',' ORDER BY c.source,
    c.external_id, x.turn_index)) AS all FROM analysis x ${NAMED}`,
  flags: `SELECT x.code, x.severity, count(*)::int AS n, md5(string_agg(concat_ws('|', c.source, c.external_id, x.turn_index,
    x.evidence), ',' ORDER BY c.source, c.external_id, x.turn_index)) AS all FROM flag x ${NAMED} GROUP BY 1, 2 ORDER BY 1, 2`,
  quarantine: `SELECT kind, route, source, external_id, problems, times_seen, encode(payload_hash, 'hex') AS hash
    FROM quarantine ORDER BY kind, payload_hash`,
  // Sums of fractions depend a little on the order of adding.
  trends: `SELECT bucket, channel, measure, key, sum(turns)::int AS turns, sum(scored)::int AS scored,
    round(sum(score_sum)::numeric, 4) AS sum FROM trend_count GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
  runs: `SELECT records_done, rejects_bytes, counts, finished_at IS NOT NULL AS finished FROM import_run ORDER BY fingerprint`,
};
