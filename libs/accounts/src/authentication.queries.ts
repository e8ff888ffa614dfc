import type { Transaction } from '#database';
import type { Scope } from './permissions.js';

export interface KnownKey {
  organisationId: string;
  id: string;
  name: string;
  scopes: Scope[];
  secretHash: Buffer;
}

/** The keys with these hashes that were not revoked, of whatever organisation: the hash is the proof. */
export const FIND_KEYS = `
  SELECT organisation_id AS "organisationId", id, name, scopes, secret_hash AS "secretHash" FROM active_service_keys($1::bytea[])`;

/** Those of these keys that were revoked. */
export async function findRevoked(tx: Transaction, keyIds: readonly string[]): Promise<string[]> {
  const rows = await tx.prepared<{ id: string }>(
    'SELECT service_key_id AS id FROM service_key_revocation WHERE service_key_id = ANY($1::uuid[])',
    [keyIds],
  );
  return rows.map(({ id }) => id);
}
