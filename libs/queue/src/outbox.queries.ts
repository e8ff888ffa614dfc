import type { Transaction } from '#database';
import { newId } from '#platform';
import type { RecordedEvent } from './handlers.js';

/** Writes events in the caller's transaction: with its rows they are there, without them they never were. */
export function recordEvents(tx: Transaction, event: string, payloads: readonly unknown[]): void {
  if (payloads.length === 0) return;
  tx.send(
    `INSERT INTO outbox (organisation_id, event, payload, recorded_at, available_at)
     SELECT current_organisation(), $1, payload, now(), now() FROM unnest($2::jsonb[]) AS payload`,
    [event, payloads.map((payload) => JSON.stringify(payload))],
  );
}

/** Takes due events that nobody else holds; the locks end with the transaction, also when the process is killed. */
export function takeDueEvents(tx: Transaction, event: string, limit: number, only?: string): Promise<RecordedEvent[]> {
  return tx.query<RecordedEvent>(
    `SELECT id, event, payload, attempts, recorded_at AS "recordedAt" FROM outbox
     WHERE organisation_id = current_organisation() AND event = $1 AND available_at <= now()
       AND ($3::bigint IS NULL OR id = $3)
     ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [event, limit, only ?? null],
  );
}

/** The due events, without taking them. */
export function findDueEvents(
  tx: Transaction,
  event: string,
  limit: number,
): Promise<Pick<RecordedEvent, 'id' | 'attempts'>[]> {
  return tx.query(
    `SELECT id, attempts FROM outbox
     WHERE organisation_id = current_organisation() AND event = $1 AND available_at <= now() ORDER BY id LIMIT $2`,
    [event, limit],
  );
}

export async function removeEvents(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM outbox WHERE id = ANY($1::bigint[])', [ids]);
}

export async function postponeEvent(tx: Transaction, id: string, pauseSeconds: number): Promise<void> {
  await tx.query(
    `UPDATE outbox SET attempts = attempts + 1, available_at = now() + make_interval(secs => $2) WHERE id = $1`,
    [id, pauseSeconds],
  );
}

/** Moves an event to rest where people see it. `error` names the kind of failure and holds no transcript text. */
export async function buryEvent(tx: Transaction, id: string, error: string): Promise<void> {
  await tx.query(
    `WITH gone AS (DELETE FROM outbox WHERE id = $1 RETURNING *)
     INSERT INTO dead_letter (organisation_id, id, event, payload, attempts, error, recorded_at, died_at)
     SELECT organisation_id, $2, event, payload, attempts + 1, $3, recorded_at, now() FROM gone`,
    [id, newId(), error],
  );
}

/** How many events of this organisation still wait. */
export async function waitingEvents(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ waiting: number }>('SELECT count(*)::int AS waiting FROM outbox');
  return row?.waiting ?? 0;
}

/** Which organisations have due events, for bells that were lost. Runs as the system. */
export async function organisationsWithDueEvents(tx: Transaction, event: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM organisation WHERE EXISTS (
       SELECT FROM outbox WHERE organisation_id = organisation.id AND event = $1 AND available_at <= now())`,
    [event],
  );
  return rows.map((row) => row.id);
}
