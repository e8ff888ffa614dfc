import type { Transaction } from '#database';
import type { Role, Scope } from './permissions.js';

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

interface SignedIn {
  organisationId: string;
  id: string;
  name: string;
  role: Role;
}

/** The person of a live session. Runs as the system. */
export async function findSession(tx: Transaction, tokenHash: Buffer, now: Date): Promise<SignedIn | undefined> {
  const [person] = await tx.query<SignedIn>(
    `SELECT p.organisation_id AS "organisationId", p.id, p.name, p.role
     FROM session s JOIN person p ON p.organisation_id = s.organisation_id AND p.id = s.person_id
     WHERE s.token_hash = $1 AND s.expires_at > $2`,
    [tokenHash, now],
  );
  return person;
}

/** Keeps a new session; sessions of the organisation that have ended are cleared away on the way. */
export async function insertSession(
  tx: Transaction,
  session: { tokenHash: Buffer; personId: string; expiresAt: Date },
): Promise<void> {
  await tx.query('DELETE FROM session WHERE expires_at < now()');
  await tx.query(
    `INSERT INTO session (token_hash, organisation_id, person_id, created_at, expires_at)
     VALUES ($1, current_organisation(), $2, now(), $3)`,
    [session.tokenHash, session.personId, session.expiresAt],
  );
}
