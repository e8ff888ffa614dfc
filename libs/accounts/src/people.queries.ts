import type { Transaction } from '#database';
import { newId } from '#platform';
import type { Role } from './permissions.js';

/** A person as the people who manage them see it. */
export interface KnownPerson {
  id: string;
  email: string;
  name: string;
  role: Role;
  createdAt: Date;
  /** Null while they may sign in. */
  deactivatedAt: Date | null;
}

/** Who changes something, and when. */
export interface Authorship {
  authorId: string;
  at: Date;
}

/** The deactivation of `p` that was not taken back. */
const STANDING_DEACTIVATION = `
  SELECT d.id, d.deactivated_at FROM person_deactivation d
  WHERE d.organisation_id = p.organisation_id AND d.person_id = p.id AND NOT EXISTS (
    SELECT FROM person_reactivation r WHERE r.organisation_id = d.organisation_id AND r.deactivation_id = d.id)`;

const SELECT_PEOPLE = `
  SELECT p.id, p.email, p.name, p.role, p.created_at AS "createdAt", d.deactivated_at AS "deactivatedAt"
  FROM person p LEFT JOIN LATERAL (${STANDING_DEACTIVATION}) d ON true`;

/** People, the last added first. */
export function selectPeople(tx: Transaction, limit: number | null, afterId: string | null): Promise<KnownPerson[]> {
  return tx.query(`${SELECT_PEOPLE} WHERE $2::uuid IS NULL OR p.id < $2 ORDER BY p.id DESC LIMIT $1`, [limit, afterId]);
}

export function selectPeopleByIds(tx: Transaction, ids: readonly string[]): Promise<KnownPerson[]> {
  return tx.query(`${SELECT_PEOPLE} WHERE p.id = ANY($1::uuid[])`, [ids]);
}

/** Holds these people and every owner until the transaction ends, so that two changes cannot take the last two owners away. */
export async function lockWithOwners(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query(`SELECT FROM person WHERE id = ANY($1::uuid[]) OR role = 'OWNER' ORDER BY id FOR NO KEY UPDATE`, [
    ids,
  ]);
}

/**
 * Whether the person may sign in, and still has this password if one is given. Holds them until the transaction ends: a deactivation waits for a sign-in under way
 * and ends its session, or is seen by it.
 */
export async function lockIfActive(tx: Transaction, personId: string, passwordHash?: string): Promise<boolean> {
  await tx.query('SELECT FROM person WHERE id = $1 FOR SHARE', [personId]);
  const active = await tx.query(
    `SELECT FROM person p WHERE p.id = $1 AND ($2::text IS NULL OR p.password_hash = $2) AND NOT EXISTS (${STANDING_DEACTIVATION})`,
    [personId, passwordHash ?? null],
  );
  return active.length > 0;
}

export async function hasOtherOwner(tx: Transaction, personId: string): Promise<boolean> {
  const others = await tx.query(
    `SELECT FROM person p WHERE p.role = 'OWNER' AND p.id <> $1 AND NOT EXISTS (${STANDING_DEACTIVATION}) LIMIT 1`,
    [personId],
  );
  return others.length > 0;
}

export async function setRole(tx: Transaction, person: KnownPerson, role: Role, by: Authorship): Promise<void> {
  await tx.query('UPDATE person SET role = $2 WHERE id = $1', [person.id, role]);
  await tx.query(
    `INSERT INTO person_role_change (organisation_id, id, person_id, role_before, role, author_id, changed_at)
     VALUES (current_organisation(), $1, $2, $3, $4, $5, $6)`,
    [newId(), person.id, person.role, role, by.authorId, by.at],
  );
}

/** Also ends their sessions. */
export async function insertDeactivation(tx: Transaction, personId: string, by: Authorship): Promise<void> {
  await tx.query(
    `INSERT INTO person_deactivation (organisation_id, id, person_id, author_id, deactivated_at)
     VALUES (current_organisation(), $1, $2, $3, $4)`,
    [newId(), personId, by.authorId, by.at],
  );
  await tx.query('DELETE FROM session WHERE person_id = $1', [personId]);
}

export async function insertReactivation(tx: Transaction, personId: string, by: Authorship): Promise<void> {
  await tx.query(
    `INSERT INTO person_reactivation (organisation_id, deactivation_id, author_id, reactivated_at)
     SELECT p.organisation_id, d.id, $2, $3 FROM person p, LATERAL (${STANDING_DEACTIVATION}) d WHERE p.id = $1`,
    [personId, by.authorId, by.at],
  );
}
