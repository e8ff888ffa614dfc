import type { Transaction } from '#database';
import type { Channel } from './channels.js';
import type { Party } from './party.entity.js';

/** What an assignment covers; null is any. */
export interface Scope {
  cloneId: string | null;
  channel: Channel | null;
}

export interface ListedAssignment extends Scope {
  id: string;
  role: 'ACCOUNTABLE' | 'DEPLOYER_ENTITY';
  partyId: string;
  name: string;
  title: string | null;
  validFrom: Date;
  /** Exclusive; null while open. */
  validTo: Date | null;
}

const LISTED = `
  SELECT a.id, a.role, a.party_id AS "partyId", p.name, p.title, a.clone_id AS "cloneId", a.channel, a.valid_from AS "validFrom",
    least(a.valid_to, e.ended_at) AS "validTo"
  FROM assignment a JOIN party p ON p.organisation_id = a.organisation_id AND p.id = a.party_id
  LEFT JOIN assignment_end e ON e.organisation_id = a.organisation_id AND e.assignment_id = a.id`;

/** All assignments, those of one scope together, the latest first. */
export function listAssignments(tx: Transaction): Promise<ListedAssignment[]> {
  return tx.query(`${LISTED} ORDER BY a.role, a.clone_id NULLS FIRST, a.channel NULLS FIRST, a.valid_from DESC, a.id`);
}

/** Who is accountable for exactly this scope at `at` or later; nobody else can write to it until the transaction ends. */
export async function holdersOf(tx: Transaction, { cloneId, channel }: Scope, at: Date): Promise<ListedAssignment[]> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('assignment ' || current_organisation(), 0))`);
  return tx.query(
    `${LISTED} WHERE a.role = 'ACCOUNTABLE' AND a.clone_id IS NOT DISTINCT FROM $1 AND a.channel IS NOT DISTINCT FROM $2
       AND coalesce(least(a.valid_to, e.ended_at), 'infinity') > $3`,
    [cloneId, channel, at],
  );
}

export async function endAssignments(
  tx: Transaction,
  ids: readonly string[],
  { endedAt, recordedAt }: { endedAt: Date; recordedAt: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO assignment_end (organisation_id, assignment_id, ended_at, recorded_at)
     SELECT current_organisation(), id, $2, $3 FROM unnest($1::uuid[]) AS id`,
    [ids, endedAt, recordedAt],
  );
}

/** A person of this name and title who was assigned before. */
export async function findPerson(tx: Transaction, name: string, title: string | null): Promise<Party | undefined> {
  const [person] = await tx.query<Party>(
    `SELECT organisation_id AS "organisationId", id, kind, name, title, created_at AS "createdAt" FROM party
     WHERE kind = 'PERSON' AND name = $1 AND title IS NOT DISTINCT FROM $2 ORDER BY created_at LIMIT 1`,
    [name, title],
  );
  return person;
}
