import type { Database } from '#database';
import type { Scope } from './permissions.js';

export interface KnownKey {
  organisationId: string;
  id: string;
  name: string;
  scopes: Scope[];
  cloneIds: string[] | null;
  secretHash: Buffer;
}

/** The keys behind those of these hashes that work at a moment, of whatever organisation: the hash is the proof. */
export const FIND_KEYS = `
  SELECT organisation_id AS "organisationId", id, name, scopes, clone_ids AS "cloneIds", secret_hash AS "secretHash"
  FROM active_service_keys($1::bytea[], $2::timestamptz)`;

/** The same outside any organisation: one a hash, in order; undefined where no key works. */
export async function findKeys(
  database: Database,
  hashes: readonly Buffer[],
  now: Date,
): Promise<(KnownKey | undefined)[]> {
  const known = await database.lookUp<KnownKey>(FIND_KEYS, [hashes, now]);
  const byHash = new Map(known.map((key) => [key.secretHash.toString('hex'), key]));
  return hashes.map((hash) => byHash.get(hash.toString('hex')));
}
