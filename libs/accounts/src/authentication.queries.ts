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
