import type { Transaction } from '#database';
import type { Role, Scope } from './permissions.js';

export interface KnownKey {
  organisationId: string;
  id: string;
  name: string;
  scopes: Scope[];
  secretHash: Buffer;
}

/** The keys with these hashes that were not revoked. Runs as the system. */
export function findKeys(tx: Transaction, hashes: readonly Buffer[]): Promise<KnownKey[]> {
  return tx.query<KnownKey>(
    `SELECT k.organisation_id AS "organisationId", k.id, k.name, k.scopes, k.secret_hash AS "secretHash"
     FROM service_key k WHERE k.secret_hash = ANY($1::bytea[])
       AND NOT EXISTS (SELECT FROM service_key_revocation r
                       WHERE r.organisation_id = k.organisation_id AND r.service_key_id = k.id)`,
    [hashes],
  );
}

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
