import type { World } from '../support/world.js';

/**
 * Stores many analysed conversations at once, past the intake: for tests about what a large table costs.
 * Each has two turns, a sentiment, a flag, and a record of who answers; one starts every minute from 2024 on.
 */
export async function makeCrowd(world: World, organisationId: string, conversations: number): Promise<void> {
  await world.owner.query(CROWD.replaceAll(':organisation', `'${organisationId}'::uuid`), [conversations]);
  await world.owner.query('ANALYZE');
}

const CROWD = `
  WITH conversation_row AS (
    INSERT INTO conversation (organisation_id, id, source, external_id, clone_id, channel, started_at, received_at, content_hash)
    SELECT :organisation, gen_random_uuid(), 'crowd', n::text, (SELECT id FROM clone WHERE organisation_id = :organisation LIMIT 1),
      'CHAT', '2024-01-01'::timestamptz + n * interval '1 minute', '2026-06-01', '' FROM generate_series(1, $1) AS n
    RETURNING *
  ), turn_row AS (
    INSERT INTO turn (organisation_id, conversation_id, turn_index, speaker, said, interrupted, spoken_at, content_hash)
    SELECT organisation_id, id, at, (ARRAY['CALLER', 'CLONE'])[at + 1], 'crowded words', false, started_at, ''
    FROM conversation_row, generate_series(0, 1) AS at RETURNING *
  ), analysis_row AS (
    INSERT INTO analysis (organisation_id, conversation_id, turn_index, engine, engine_version, input_hash, cost_micro_usd,
      latency_us, analysed_at)
    SELECT organisation_id, conversation_id, turn_index, 'test', '1', '', 0, 1, spoken_at FROM turn_row RETURNING *
  ), signal_row AS (
    INSERT INTO signal (organisation_id, conversation_id, turn_index, engine, engine_version, detector, code, outcome, score,
      label, spans)
    SELECT organisation_id, conversation_id, turn_index, engine, engine_version, 'sentiment', 'sentiment', 'SCORE', 0.5,
      'POSITIVE', '[]' FROM analysis_row
  ), flag_row AS (
    INSERT INTO flag (organisation_id, id, conversation_id, turn_index, rule_id, rule_set_version, code, severity, score, engine,
      engine_version, evidence, clone_id, channel, spoken_at, raised_at)
    SELECT t.organisation_id, gen_random_uuid(), t.conversation_id, 1, 'RISK-C1', '1', 'C1', 4, 1, 'test', '1', '[]', c.clone_id,
      c.channel, t.spoken_at, t.spoken_at
    FROM turn_row t JOIN conversation_row c ON c.id = t.conversation_id WHERE t.turn_index = 1
  ), record_row AS (
    INSERT INTO accountability_record (organisation_id, conversation_id, turn_index, spoken_at, outcome, accountable_party_id,
      assignment_ids, resolver_version)
    SELECT organisation_id, conversation_id, 1, spoken_at, 'ACCOUNTABLE',
      (SELECT id FROM party WHERE organisation_id = :organisation LIMIT 1), '{}', '1' FROM turn_row WHERE turn_index = 1
  )
  INSERT INTO conversation_digest (organisation_id, conversation_id, started_at, sentiment, topics, flags, highest_severity, words)
  SELECT organisation_id, id, started_at, 0.5, '{}', 1, 4,
    array_to_tsvector(ARRAY['crowded', 'word' || external_id]) FROM conversation_row`;
