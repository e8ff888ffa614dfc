import type { Transaction } from '#database';
import type { PersonActor } from './access.js';
import { operatorOf } from './access.js';
import { lockIfActive } from './people.queries.js';
import type { Role } from './permissions.js';

/** A reset that can be used, with the person whom it lets back in. */
export interface OpenReset {
  id: string;
  personId: string;
  email: string;
  name: string;
  role: Role;
  removesSecondFactor: boolean;
  authorId: string;
}

/** The reset of this code, unless its time is over or it has ended. */
export async function findOpenReset(tx: Transaction, tokenHash: Buffer, now: Date): Promise<OpenReset | undefined> {
  const [reset] = await tx.query<OpenReset>(
    `SELECT r.id, r.person_id AS "personId", p.email, p.name, p.role, r.removes_second_factor AS "removesSecondFactor",
       r.author_id AS "authorId"
     FROM sign_in_reset r JOIN person p ON p.organisation_id = r.organisation_id AND p.id = r.person_id
     WHERE r.token_hash = $1 AND r.expires_at > $2 AND NOT EXISTS (
       SELECT FROM sign_in_reset_end e WHERE e.organisation_id = r.organisation_id AND e.reset_id = r.id)`,
    [tokenHash, now],
  );
  return reset;
}

export async function insertReset(
  tx: Transaction,
  given: {
    id: string;
    personId: string;
    removesSecondFactor: boolean;
    tokenHash: Buffer;
    authorId: string;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO sign_in_reset (organisation_id, id, person_id, removes_second_factor, token_hash, author_id, created_at, expires_at)
     VALUES (current_organisation(), $1, $2, $3, $4, $5, $6, $7)`,
    [
      given.id,
      given.personId,
      given.removesSecondFactor,
      given.tokenHash,
      given.authorId,
      given.createdAt,
      given.expiresAt,
    ],
  );
}

/** @returns false when it had ended already: a reset is used once, however many try at the same moment. */
export async function endReset(tx: Transaction, id: string, by: { authorId: string; at: Date }): Promise<boolean> {
  const ended = await tx.query(
    `INSERT INTO sign_in_reset_end (organisation_id, reset_id, outcome, author_id, ended_at)
     VALUES (current_organisation(), $1, 'USED', $2, $3) ON CONFLICT DO NOTHING RETURNING 1`,
    [id, by.authorId, by.at],
  );
  return ended.length > 0;
}

/** Ends every other reset of the person: the latest counts, and none once one was used. */
export async function replaceResets(
  tx: Transaction,
  personId: string,
  by: { authorId: string; at: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO sign_in_reset_end (organisation_id, reset_id, outcome, author_id, ended_at)
     SELECT organisation_id, id, 'REPLACED', $2, $3 FROM sign_in_reset WHERE person_id = $1 ON CONFLICT DO NOTHING`,
    [personId, by.authorId, by.at],
  );
}

export async function setPassword(tx: Transaction, personId: string, passwordHash: string): Promise<void> {
  await tx.query('UPDATE person SET password_hash = $2 WHERE id = $1', [personId, passwordHash]);
}

/** Who issued something, as they are by now. @returns undefined when they were deactivated since */
export async function findAuthor(
  tx: Transaction,
  organisationId: string,
  id: string,
): Promise<PersonActor | undefined> {
  if (id === organisationId) return operatorOf(organisationId);
  if (!(await lockIfActive(tx, id))) return undefined;
  const [person] = await tx.query<{ name: string; role: Role }>('SELECT name, role FROM person WHERE id = $1', [id]);
  return person && { kind: 'PERSON', organisationId, id, ...person };
}
