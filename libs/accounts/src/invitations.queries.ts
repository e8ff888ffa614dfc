import type { Transaction } from '#database';
import type { Role } from './permissions.js';

export interface Invitation {
  id: string;
  email: string;
  name: string;
  role: Role;
  createdAt: Date;
  expiresAt: Date;
  state: 'OPEN' | 'ACCEPTED' | 'REVOKED' | 'EXPIRED';
}

/** The same with whoever invited. */
export type IssuedInvitation = Invitation & { authorId: string };

/** `$1` is now. */
const SELECT_INVITATIONS = `
  SELECT i.id, i.email, i.name, i.role, i.created_at AS "createdAt", i.expires_at AS "expiresAt", i.author_id AS "authorId",
    coalesce(e.outcome, CASE WHEN i.expires_at > $1 THEN 'OPEN' ELSE 'EXPIRED' END) AS state
  FROM invitation i LEFT JOIN invitation_end e ON e.organisation_id = i.organisation_id AND e.invitation_id = i.id`;

/** The latest first. */
export function selectInvitations(
  tx: Transaction,
  now: Date,
  page: { limit: number; afterId: string | null },
): Promise<Invitation[]> {
  return tx.query(`${SELECT_INVITATIONS} WHERE $3::uuid IS NULL OR i.id < $3 ORDER BY i.id DESC LIMIT $2`, [
    now,
    page.limit,
    page.afterId,
  ]);
}

export async function selectInvitation(
  tx: Transaction,
  now: Date,
  by: { id: string } | { tokenHash: Buffer },
): Promise<IssuedInvitation | undefined> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['token_hash', by.tokenHash];
  const [found] = await tx.query<IssuedInvitation>(`${SELECT_INVITATIONS} WHERE i.${column} = $2`, [now, value]);
  return found;
}

export async function insertInvitation(
  tx: Transaction,
  given: Omit<Invitation, 'state'> & { tokenHash: Buffer; authorId: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO invitation (organisation_id, id, email, name, role, token_hash, author_id, created_at, expires_at)
     VALUES (current_organisation(), $1, $2, $3, $4, $5, $6, $7, $8)`,
    [given.id, given.email, given.name, given.role, given.tokenHash, given.authorId, given.createdAt, given.expiresAt],
  );
}

/** @returns false when it had ended already: an invitation ends once, however many try at the same moment. */
export async function endInvitation(
  tx: Transaction,
  invitationId: string,
  end: { outcome: 'ACCEPTED' | 'REVOKED'; authorId: string; at: Date },
): Promise<boolean> {
  const ended = await tx.query(
    `INSERT INTO invitation_end (organisation_id, invitation_id, outcome, author_id, ended_at)
     VALUES (current_organisation(), $1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1`,
    [invitationId, end.outcome, end.authorId, end.at],
  );
  return ended.length > 0;
}
