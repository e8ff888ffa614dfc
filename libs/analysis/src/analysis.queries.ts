import type { Channel } from '#accountability';
import { isWithClones } from '#clones';
import type { TurnsRecorded } from '#conversations';
import type { Transaction } from '#database';
import { CONTEXT_TURNS, type Signal, type Span, type Speaker } from '#detection';
import type { TurnReading } from './engine.js';

/** A turn near the ones to analyse, with what it belongs to. */
export interface TurnInContext {
  conversationId: string;
  turnIndex: number;
  speaker: Speaker;
  said: string;
  spokenAt: Date;
  cloneId: string;
  channel: Channel;
  declaredLanguage: string | null;
  /** Index of the conversation's first reply, null when the clone has not spoken. */
  firstReply: number | null;
}

/** The turns of these events and those just before them, in order of speaking. */
export function findTurnsInContext(tx: Transaction, events: readonly TurnsRecorded[]): Promise<TurnInContext[]> {
  return tx.query<TurnInContext>(
    `SELECT t.conversation_id AS "conversationId", t.turn_index AS "turnIndex", t.speaker, t.said, t.spoken_at AS "spokenAt",
       c.clone_id AS "cloneId", c.channel, c.declared_language AS "declaredLanguage", first.turn_index AS "firstReply"
     FROM unnest($1::uuid[], $2::int[], $3::int[]) AS wanted (id, from_index, to_index)
     JOIN conversation c ON c.id = wanted.id
     LEFT JOIN LATERAL (SELECT turn_index FROM turn r WHERE r.conversation_id = wanted.id AND r.speaker = 'CLONE'
                        ORDER BY turn_index LIMIT 1) AS first ON true
     CROSS JOIN LATERAL (
       SELECT * FROM turn n WHERE n.conversation_id = wanted.id AND n.turn_index BETWEEN wanted.from_index AND wanted.to_index
       UNION ALL -- the turns before, by order and not by index: a source may leave indexes out
       (SELECT * FROM turn b WHERE b.conversation_id = wanted.id AND b.turn_index < wanted.from_index
        ORDER BY b.turn_index DESC LIMIT $4)) AS t
     ORDER BY t.conversation_id, t.turn_index`,
    [
      events.map(({ conversationId }) => conversationId),
      events.map(({ turns }) => turns.reduce((least, index) => Math.min(least, index))),
      events.map(({ turns }) => turns.reduce((most, index) => Math.max(most, index))),
      CONTEXT_TURNS,
    ],
  );
}

export interface AnalysisRow {
  conversationId: string;
  turnIndex: number;
  inputHash: Buffer;
  reading: TurnReading;
}

/** Stores readings and their signals. A turn that one engine version analysed already is refused by the keys. */
export async function insertAnalyses(tx: Transaction, rows: readonly AnalysisRow[]): Promise<void> {
  await tx.query(
    `INSERT INTO analysis (organisation_id, conversation_id, turn_index, engine, engine_version, input_hash, fallback_for,
       fallback_reason, cost_micro_usd, latency_us, analysed_at)
     SELECT current_organisation(), a.*, now() FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::bytea[], $6::text[],
       $7::text[], $8::bigint[], $9::int[]) AS a`,
    [
      rows.map((row) => row.conversationId),
      rows.map((row) => row.turnIndex),
      rows.map((row) => row.reading.engine),
      rows.map((row) => row.reading.engineVersion),
      rows.map((row) => row.inputHash),
      rows.map((row) => row.reading.fallbackFor?.engine ?? null),
      rows.map((row) => row.reading.fallbackFor?.reason ?? null),
      rows.map((row) => row.reading.costMicroUsd),
      rows.map((row) => row.reading.latencyMicroseconds),
    ],
  );
  const signals = rows.flatMap((row) => row.reading.signals.map((signal) => ({ row, signal })));
  if (signals.length === 0) return;
  const scored = (signal: Signal) => (signal.outcome === 'SCORE' ? signal : undefined);
  await tx.query(
    `INSERT INTO signal (organisation_id, conversation_id, turn_index, engine, engine_version, detector, code, outcome, score,
       label, spans, reason)
     SELECT current_organisation(), s.* FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::real[], $9::text[], $10::jsonb[], $11::text[]) AS s`,
    [
      signals.map(({ row }) => row.conversationId),
      signals.map(({ row }) => row.turnIndex),
      signals.map(({ row }) => row.reading.engine),
      signals.map(({ row }) => row.reading.engineVersion),
      signals.map(({ signal }) => signal.detector),
      signals.map(({ signal }) => signal.code),
      signals.map(({ signal }) => signal.outcome),
      signals.map(({ signal }) => scored(signal)?.score ?? null),
      signals.map(({ signal }) => scored(signal)?.label ?? null),
      signals.map(({ signal }) => JSON.stringify(scored(signal)?.spans ?? [])),
      signals.map(({ signal }) => signal.reason ?? null),
    ],
  );
}

export interface TurnSignal {
  conversationId: string;
  turnIndex: number;
  engine: string;
  engineVersion: string;
  detector: string;
  code: string;
  outcome: 'SCORE' | 'UNKNOWN';
  score: number | null;
  label: string | null;
  spans: Span[];
  reason: string | null;
}

export interface TurnAnalysis {
  conversationId: string;
  turnIndex: number;
  engine: string;
  engineVersion: string;
  fallbackFor: string | null;
  fallbackReason: string | null;
  costMicroUsd: string;
  latencyMicroseconds: number;
  analysedAt: Date;
}

export function findSignals(
  tx: Transaction,
  conversationIds: readonly string[],
  clones: readonly string[] | null,
): Promise<TurnSignal[]> {
  return tx.query<TurnSignal>(
    `SELECT conversation_id AS "conversationId", turn_index AS "turnIndex", engine, engine_version AS "engineVersion", detector, code,
       outcome, score, label, spans, reason
     FROM signal WHERE conversation_id = ANY($1::uuid[]) AND ${isWithClones('conversation_id', '$2')}
     ORDER BY conversation_id, turn_index, detector, code`,
    [conversationIds, clones],
  );
}

export function findAnalyses(
  tx: Transaction,
  conversationIds: readonly string[],
  clones: readonly string[] | null,
): Promise<TurnAnalysis[]> {
  return tx.query<TurnAnalysis>(
    `SELECT conversation_id AS "conversationId", turn_index AS "turnIndex", engine, engine_version AS "engineVersion",
       fallback_for AS "fallbackFor", fallback_reason AS "fallbackReason", cost_micro_usd AS "costMicroUsd",
       latency_us AS "latencyMicroseconds", analysed_at AS "analysedAt"
     FROM analysis WHERE conversation_id = ANY($1::uuid[]) AND ${isWithClones('conversation_id', '$2')}
     ORDER BY conversation_id, turn_index, analysed_at`,
    [conversationIds, clones],
  );
}
