import type { Transaction } from '#database';
import type { Author } from './endpoints.queries.js';
import type { Notice } from './events.js';

export const DELIVERY_STATUSES = ['PENDING', 'DELIVERED', 'DEAD'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** One notice on its way to one endpoint. */
export interface Delivery {
  id: string;
  endpointId: string;
  noticeId: string;
  type: string;
  body: string;
  status: DeliveryStatus;
  /** All attempts, those before a re-sending too. */
  attempts: number;
  dueAt: Date;
  statusCode: number | null;
  failure: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

export interface DeliveryFilter {
  endpointId?: string | undefined;
  status?: DeliveryStatus | undefined;
  type?: string | undefined;
}

const DELIVERY = `d.id, d.endpoint_id AS "endpointId", d.notice_id AS "noticeId", n.type, n.body, d.status, d.attempts,
  d.due_at AS "dueAt", d.status_code AS "statusCode", d.failure, d.created_at AS "createdAt", d.finished_at AS "finishedAt"
  FROM webhook_delivery d JOIN notice n ON n.organisation_id = d.organisation_id AND n.id = d.notice_id`;

/** A page of deliveries, the newest first, after `after`. */
export function findDeliveries(
  tx: Transaction,
  filter: DeliveryFilter,
  limit: number,
  after: string | null,
): Promise<Delivery[]> {
  return tx.query<Delivery>(
    `SELECT ${DELIVERY}
     WHERE ($2::uuid IS NULL OR d.id < $2) AND ($3::uuid IS NULL OR d.endpoint_id = $3)
       AND ($4::text IS NULL OR d.status = $4) AND ($5::text IS NULL OR n.type = $5)
     ORDER BY d.id DESC LIMIT $1`,
    [limit, after, filter.endpointId ?? null, filter.status ?? null, filter.type ?? null],
  );
}

export async function findDelivery(tx: Transaction, id: string): Promise<Delivery | undefined> {
  const [delivery] = await tx.query<Delivery>(`SELECT ${DELIVERY} WHERE d.id = $1`, [id]);
  return delivery;
}

/** One delivery per endpoint and notice: what is there already stays as it is. */
export async function insertDeliveries(
  tx: Transaction,
  rows: readonly { id: string; endpointId: string; notice: Notice }[],
): Promise<void> {
  if (rows.length === 0) return;
  const notices = [...new Map(rows.map(({ notice }) => [notice.id, notice])).values()];
  await tx.query(
    `INSERT INTO notice (organisation_id, id, type, body, occurred_at)
     SELECT current_organisation(), n.* FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) AS n
     ON CONFLICT DO NOTHING`,
    [
      notices.map(({ id }) => id),
      notices.map(({ type }) => type),
      notices.map(({ body }) => body),
      notices.map(({ occurredAt }) => occurredAt.toISOString()),
    ],
  );
  await tx.query(
    `INSERT INTO webhook_delivery (organisation_id, id, endpoint_id, notice_id, status, attempts, failures, due_at, created_at)
     SELECT current_organisation(), d.*, 'PENDING', 0, 0, now(), now()
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS d
     ON CONFLICT (organisation_id, endpoint_id, notice_id) DO NOTHING`,
    [rows.map(({ id }) => id), rows.map(({ endpointId }) => endpointId), rows.map(({ notice }) => notice.id)],
  );
}

/** Puts a finished delivery back in line with fresh attempts, and notes who did. @returns whether it was finished */
export async function resendDelivery(
  tx: Transaction,
  id: string,
  given: { resendId: string; author: Author },
): Promise<boolean> {
  const revived = await tx.query(
    `WITH revived AS (
       UPDATE webhook_delivery SET status = 'PENDING', failures = 0, due_at = now(), finished_at = NULL
       WHERE id = $1 AND status <> 'PENDING' RETURNING organisation_id, id)
     INSERT INTO webhook_resend (organisation_id, id, delivery_id, author_id, author, resent_at)
     SELECT organisation_id, $2, id, $3, $4, now() FROM revived RETURNING 1`,
    [id, given.resendId, given.author.id, given.author.name],
  );
  return revived.length > 0;
}
