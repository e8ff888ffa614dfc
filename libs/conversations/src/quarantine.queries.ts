import type { Transaction } from '#database';
import { newId } from '#platform';
import { MAX_NAME_CHARACTERS, MAX_QUARANTINED_BYTES } from './limits.js';
import type { Problem } from './outcomes.js';
import { printable } from './printable.js';

/** Which way a conversation came in. */
export const ROUTES = ['graphql', 'http', 'import'] as const;
export type Route = (typeof ROUTES)[number];

/** An input that was refused, with why. */
export interface Refusal {
  kind: 'CONFLICT' | 'REJECTED';
  route: Route;
  source: string | null;
  externalId: string | null;
  problems: Problem[];
  /** What was sent, with placeholders for personal data: the bytes of the line, or the JSON of the item. */
  payload: Buffer;
  /** Tells inputs apart. */
  payloadHash: Buffer;
  /** Bytes that were sent. */
  payloadBytes: number;
}

/** Keeps refused inputs. The same input refused again is one row that counts, so that retries do not pile up. */
export async function quarantine(tx: Transaction, refusals: readonly Refusal[]): Promise<void> {
  const rows = new Map(refusals.map((refusal) => [`${refusal.kind} ${refusal.payloadHash.toString('hex')}`, refusal]));
  if (rows.size === 0) return;
  // One order for everybody, so that two who refuse the same inputs never wait for each other.
  const list = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, refusal]) => refusal);
  await tx.query(
    `INSERT INTO quarantine (organisation_id, id, kind, route, source, external_id, problems, payload, payload_bytes,
       payload_hash, received_at, last_seen_at, times_seen)
     SELECT current_organisation(), q.*, now(), now(), 1
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::bytea[], $8::bigint[], $9::bytea[]) AS q
     ON CONFLICT (organisation_id, kind, payload_hash)
       DO UPDATE SET last_seen_at = excluded.last_seen_at, times_seen = quarantine.times_seen + 1`,
    [
      list.map(() => newId()),
      list.map((refusal) => refusal.kind),
      list.map((refusal) => refusal.route),
      list.map(({ source }) => source && printable(source, MAX_NAME_CHARACTERS)),
      list.map(({ externalId }) => externalId && printable(externalId, MAX_NAME_CHARACTERS)),
      list.map((refusal) => JSON.stringify(refusal.problems)),
      list.map((refusal) => refusal.payload.subarray(0, MAX_QUARANTINED_BYTES)),
      list.map((refusal) => refusal.payloadBytes),
      list.map((refusal) => refusal.payloadHash),
    ],
  );
}

export interface QuarantinedInput {
  id: string;
  kind: 'CONFLICT' | 'REJECTED';
  route: Route;
  source: string | null;
  externalId: string | null;
  problems: Problem[];
  payloadBytes: string;
  receivedAt: Date;
  lastSeenAt: Date;
  timesSeen: number;
}

/** What was refused, newest first. The payload itself is not part of it. */
export function findQuarantined(tx: Transaction, limit: number, after: string | null): Promise<QuarantinedInput[]> {
  return tx.query<QuarantinedInput>(
    `SELECT id, kind, route, source, external_id AS "externalId", problems, payload_bytes AS "payloadBytes",
       received_at AS "receivedAt", last_seen_at AS "lastSeenAt", times_seen AS "timesSeen"
     FROM quarantine WHERE $2::uuid IS NULL OR id < $2 ORDER BY id DESC LIMIT $1`,
    [limit, after],
  );
}
