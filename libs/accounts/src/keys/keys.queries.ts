import type { Transaction } from '#database';
import type { Scope } from '../permissions.js';
import { KEY_USE_SECONDS } from '../limits.js';

/** A key as people see it: never its secret. */
export interface ListedKey {
  id: string;
  name: string;
  /** The visible beginning of its latest secret. */
  prefix: string;
  scopes: Scope[];
  /** The clones that it is restricted to; null: all. */
  cloneIds: string[] | null;
  createdAt: Date;
  expiresAt: Date | null;
  /** To within `KEY_USE_SECONDS`; null: never. */
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  /** Until when secrets from before the last rotation work; null: it was never rotated. */
  earlierUntil: Date | null;
}

const LISTED = `
  SELECT k.id, k.name, coalesce(r.prefix, k.prefix) AS prefix, k.scopes, k.clone_ids AS "cloneIds", k.created_at AS "createdAt",
    k.expires_at AS "expiresAt", u.used_at AS "lastUsedAt", v.revoked_at AS "revokedAt", r.earlier_until AS "earlierUntil"
  FROM service_key k
  LEFT JOIN service_key_revocation v ON v.organisation_id = k.organisation_id AND v.service_key_id = k.id
  LEFT JOIN service_key_use u ON u.organisation_id = k.organisation_id AND u.service_key_id = k.id
  LEFT JOIN LATERAL (SELECT prefix, earlier_until FROM service_key_rotation
    WHERE organisation_id = k.organisation_id AND service_key_id = k.id ORDER BY number DESC LIMIT 1) AS r ON true`;

/** Keys, the newest first, after the one with id `after`. */
export function findKeys(tx: Transaction, limit: number | null, after: string | null): Promise<ListedKey[]> {
  return tx.query<ListedKey>(`${LISTED} WHERE $2::uuid IS NULL OR k.id < $2 ORDER BY k.id DESC LIMIT $1`, [
    limit,
    after,
  ]);
}

export function findKeysById(tx: Transaction, ids: readonly string[]): Promise<ListedKey[]> {
  return tx.query<ListedKey>(`${LISTED} WHERE k.id = ANY($1::uuid[])`, [ids]);
}

/** The keys that have a secret with this visible beginning. */
export async function findKeysByPrefix(tx: Transaction, prefix: string, hash: Buffer | null): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM service_key WHERE prefix = $1 AND ($2::bytea IS NULL OR secret_hash = $2)
     UNION SELECT service_key_id FROM service_key_rotation WHERE prefix = $1 AND ($2::bytea IS NULL OR secret_hash = $2)`,
    [prefix, hash],
  );
  return rows.map(({ id }) => id);
}

/** Adds a secret to a key that is neither revoked nor expired. @returns whether there is such a key */
export async function insertRotation(
  tx: Transaction,
  given: { keyId: string; prefix: string; secretHash: Buffer; at: Date; earlierUntil: Date },
): Promise<boolean> {
  const added = await tx.query(
    `INSERT INTO service_key_rotation (organisation_id, service_key_id, number, prefix, secret_hash, rotated_at, earlier_until)
     SELECT k.organisation_id, k.id, 1 + coalesce((SELECT max(number) FROM service_key_rotation
         WHERE organisation_id = k.organisation_id AND service_key_id = k.id), 0), $2, $3, $4, $5
     FROM service_key k WHERE k.id = $1 AND (k.expires_at IS NULL OR k.expires_at > $4) AND NOT EXISTS (
       SELECT FROM service_key_revocation v WHERE v.organisation_id = k.organisation_id AND v.service_key_id = k.id)
     RETURNING 1`,
    [given.keyId, given.prefix, given.secretHash, given.at, given.earlierUntil],
  );
  return added.length > 0;
}

/** Ends these keys. @returns those that were not ended before */
export async function insertRevocations(tx: Transaction, keyIds: readonly string[], at: Date): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `INSERT INTO service_key_revocation (organisation_id, service_key_id, revoked_at)
     SELECT organisation_id, id, $2 FROM service_key WHERE id = ANY($1::uuid[]) ON CONFLICT DO NOTHING
     RETURNING service_key_id AS id`,
    [keyIds, at],
  );
  return rows.map(({ id }) => id);
}

/** Notes a use of the keys behind these secrets, if they work. @returns the keys that were not used for a while before */
export async function noteUses(tx: Transaction, secretHashes: readonly Buffer[], at: Date): Promise<string[]> {
  const rows = await tx.prepared<{ id: string }>(
    `INSERT INTO service_key_use AS old (organisation_id, service_key_id, used_at)
     SELECT DISTINCT organisation_id, id, $2::timestamptz FROM active_service_keys($1::bytea[], $2::timestamptz)
     WHERE organisation_id = current_organisation() ORDER BY id
     ON CONFLICT (organisation_id, service_key_id) DO UPDATE SET used_at = excluded.used_at
       WHERE old.used_at <= excluded.used_at - make_interval(secs => $3)
     RETURNING service_key_id AS id`,
    [secretHashes, at, KEY_USE_SECONDS],
  );
  return rows.map(({ id }) => id);
}
