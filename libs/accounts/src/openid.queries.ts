import type { Transaction } from '#database';
import type { Role } from './permissions.js';

/** Who somebody is at an OpenID provider. */
export interface Identity {
  issuer: string;
  subject: string;
  /** Only when the provider has verified it. */
  email: string | null;
}

export interface Recognised {
  organisationId: string;
  id: string;
  name: string;
  role: Role;
  /** Known under this subject already, or so far only by the e-mail address. */
  bound: boolean;
}

/**
 * The person of this identity: who is bound to it, else who has its verified address and no identity at this provider yet.
 * Runs as the system.
 */
export async function recognise(
  tx: Transaction,
  { issuer, subject, email }: Identity,
): Promise<Recognised | undefined> {
  const [person] = await tx.query<Recognised>(
    `SELECT p.organisation_id AS "organisationId", p.id, p.name, p.role, i.person_id IS NOT NULL AS bound
     FROM person p LEFT JOIN person_identity i ON i.organisation_id = p.organisation_id AND i.person_id = p.id AND i.issuer = $1
     WHERE i.subject = $2 OR (i.person_id IS NULL AND p.email = lower($3)) ORDER BY bound DESC LIMIT 1`,
    [issuer, subject, email],
  );
  return person;
}

export async function bind(tx: Transaction, personId: string, { issuer, subject }: Identity): Promise<void> {
  await tx.query(
    `INSERT INTO person_identity (organisation_id, person_id, issuer, subject, recorded_at)
     VALUES (current_organisation(), $1, $2, $3, now())`,
    [personId, issuer, subject],
  );
}
