import type { Transaction } from '#database';
import { LATEST_REVISION } from './endpoints.queries.js';
import { ATTEMPTS_PER_ENDPOINT, LEASE_SECONDS } from './limits.js';

/** A delivery that one worker holds until its lease ends. */
export interface LeasedDelivery {
  id: string;
  endpointId: string;
  url: string;
  noticeId: string;
  body: string;
  /** The number of this attempt, and of the lease: who holds an older one has lost it. */
  attempt: number;
  /** Failed attempts since the delivery was made or re-sent. */
  failures: number;
}

const DUE = `status = 'PENDING' AND due_at <= now() AND (leased_until IS NULL OR leased_until <= now())`;

/** Which organisations have deliveries to send, in any order. Runs as the system. */
export async function organisationsWithDueDeliveries(tx: Transaction): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM organisation WHERE EXISTS (
       SELECT FROM webhook_delivery WHERE organisation_id = organisation.id AND ${DUE}) ORDER BY random()`,
  );
  return rows.map(({ id }) => id);
}

/** Lets due deliveries of disabled endpoints rest; the others are not held up by them. */
export async function buryOfDisabled(tx: Transaction): Promise<void> {
  await tx.query(
    `UPDATE webhook_delivery SET status = 'DEAD', failure = 'ENDPOINT_DISABLED', finished_at = now()
     WHERE ${DUE} AND endpoint_id IN (SELECT e.id FROM ${LATEST_REVISION} WHERE NOT r.enabled)`,
  );
}

/** Takes due deliveries that nobody holds: a few of each endpoint, first of those with the fewest under way. */
export function leaseDeliveries(tx: Transaction, limit: number): Promise<LeasedDelivery[]> {
  return tx.query<LeasedDelivery>(
    `WITH picked AS (
       SELECT due.id, r.url FROM ${LATEST_REVISION}
       CROSS JOIN LATERAL (
         SELECT count(*) AS leased FROM webhook_delivery
         WHERE endpoint_id = e.id AND status = 'PENDING' AND leased_until > now()) AS u
       CROSS JOIN LATERAL (
         SELECT id, due_at FROM webhook_delivery WHERE endpoint_id = e.id AND ${DUE}
         ORDER BY due_at, id LIMIT greatest(0, $2 - u.leased) FOR UPDATE SKIP LOCKED) AS due
       WHERE r.enabled ORDER BY u.leased, due.due_at LIMIT $1)
     UPDATE webhook_delivery d SET attempts = attempts + 1, leased_until = now() + make_interval(secs => $3)
     FROM picked, notice n
     WHERE d.id = picked.id AND n.organisation_id = d.organisation_id AND n.id = d.notice_id
     RETURNING d.id, d.endpoint_id AS "endpointId", picked.url, d.notice_id AS "noticeId", n.body, d.attempts AS attempt, d.failures`,
    [limit, ATTEMPTS_PER_ENDPOINT, LEASE_SECONDS],
  );
}

/** What became of an attempt. `pauseSeconds` null: there is no further one. */
export interface AttemptResult {
  status: 'PENDING' | 'DELIVERED' | 'DEAD';
  statusCode: number | null;
  failure: string | null;
  pauseSeconds: number | null;
}

/** Notes it, and gives the lease back. @returns false when the lease was lost meanwhile, and nothing was noted */
export async function noteAttempt(
  tx: Transaction,
  { id, attempt }: Pick<LeasedDelivery, 'id' | 'attempt'>,
  result: AttemptResult,
): Promise<boolean> {
  const noted = await tx.query(
    `UPDATE webhook_delivery SET status = $3, status_code = $4, failure = $5, leased_until = NULL,
       failures = failures + ($5::text IS NOT NULL)::int, due_at = now() + make_interval(secs => coalesce($6::float8, 0)),
       finished_at = CASE WHEN $3 = 'PENDING' THEN NULL ELSE now() END
     WHERE id = $1 AND attempts = $2 AND status = 'PENDING' RETURNING 1`,
    [id, attempt, result.status, result.statusCode, result.failure, result.pauseSeconds],
  );
  return noted.length > 0;
}
