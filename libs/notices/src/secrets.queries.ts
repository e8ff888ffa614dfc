import type { Transaction } from '#database';
import type { Author } from './endpoints.queries.js';

export interface SealedSecret {
  endpointId: string;
  /** From 1, per endpoint. */
  number: number;
  sealed: Buffer;
}

/** The secrets that sign now, the newest first: those before a rotation go on until the time that it named. */
export function findSigningSecrets(tx: Transaction, endpointIds: readonly string[]): Promise<SealedSecret[]> {
  return tx.query<SealedSecret>(
    `SELECT s.endpoint_id AS "endpointId", s.number, s.sealed FROM webhook_secret s
     WHERE s.endpoint_id = ANY($1::uuid[]) AND NOT EXISTS (
       SELECT FROM webhook_secret later
       WHERE later.endpoint_id = s.endpoint_id AND later.number > s.number AND later.predecessors_until <= now())
     ORDER BY s.endpoint_id, s.number DESC`,
    [endpointIds],
  );
}

/** @param given.overlapSeconds how long the secrets before this one go on signing */
export async function insertSecret(
  tx: Transaction,
  given: SealedSecret & { overlapSeconds: number; author: Author },
): Promise<void> {
  await tx.query(
    `INSERT INTO webhook_secret (organisation_id, endpoint_id, number, sealed, predecessors_until, author_id, author, created_at)
     VALUES (current_organisation(), $1, $2, $3, now() + make_interval(secs => $4), $5, $6, now())`,
    [given.endpointId, given.number, given.sealed, given.overlapSeconds, given.author.id, given.author.name],
  );
}
