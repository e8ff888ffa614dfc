import type { Transaction } from '#database';

/** An endpoint as its latest revision has it. */
export interface Endpoint {
  id: string;
  url: string;
  eventTypes: string[];
  description: string;
  enabled: boolean;
  /** Why the latest revision was made: CREATED, CHANGED, or GONE when the endpoint answered 410. */
  reason: string;
  changedBy: string;
  changedAt: Date;
  createdAt: Date;
}

/** Who changes an endpoint; the program itself has no id. */
export interface Author {
  id: string | null;
  name: string;
}

export interface EndpointChange {
  url?: string | undefined;
  eventTypes?: readonly string[] | undefined;
  description?: string | undefined;
  enabled?: boolean | undefined;
}

/** The latest revision of each endpoint, as `r`, beside the endpoint, as `e`. */
export const LATEST_REVISION = `webhook_endpoint e CROSS JOIN LATERAL (
  SELECT * FROM webhook_revision WHERE endpoint_id = e.id ORDER BY number DESC LIMIT 1) r`;

/** Every endpoint, or one, in the order of their making. */
export function findEndpoints(tx: Transaction, id?: string): Promise<Endpoint[]> {
  return tx.query<Endpoint>(
    `SELECT e.id, r.url, r.event_types AS "eventTypes", r.description, r.enabled, r.reason, r.author AS "changedBy",
       r.made_at AS "changedAt", e.created_at AS "createdAt"
     FROM ${LATEST_REVISION} WHERE $1::uuid IS NULL OR e.id = $1 ORDER BY e.id`,
    [id ?? null],
  );
}

/** Lets one transaction at a time add endpoints of this organisation, so that they can be counted. */
export async function standInLine(tx: Transaction): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('webhook_endpoint ' || current_organisation(), 0))`);
}

export async function insertEndpoint(
  tx: Transaction,
  given: { id: string; url: string; eventTypes: readonly string[]; description: string; author: Author },
): Promise<void> {
  await tx.query(
    'INSERT INTO webhook_endpoint (organisation_id, id, created_at) VALUES (current_organisation(), $1, now())',
    [given.id],
  );
  await tx.query(
    `INSERT INTO webhook_revision (organisation_id, endpoint_id, number, url, event_types, description, enabled, reason,
       author_id, author, made_at)
     VALUES (current_organisation(), $1, 1, $2, $3, $4, true, 'CREATED', $5, $6, now())`,
    [given.id, given.url, given.eventTypes, given.description, given.author.id, given.author.name],
  );
}

/** Adds a revision in which only what is given differs. Two at a time meet in the primary key. */
export async function reviseEndpoint(
  tx: Transaction,
  id: string,
  change: EndpointChange,
  given: { reason: 'CHANGED' | 'GONE'; author: Author },
): Promise<void> {
  await tx.query(
    `INSERT INTO webhook_revision (organisation_id, endpoint_id, number, url, event_types, description, enabled, reason,
       author_id, author, made_at)
     SELECT organisation_id, endpoint_id, number + 1, coalesce($2, url), coalesce($3::text[], event_types),
       coalesce($4, description), coalesce($5, enabled), $6, $7, $8, now()
     FROM webhook_revision WHERE endpoint_id = $1 ORDER BY number DESC LIMIT 1`,
    [
      id,
      change.url ?? null,
      change.eventTypes ?? null,
      change.description ?? null,
      change.enabled ?? null,
      given.reason,
      given.author.id,
      given.author.name,
    ],
  );
}
