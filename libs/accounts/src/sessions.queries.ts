import type { Transaction } from '#database';
import type { Role } from './permissions.js';

/** A session as its owner sees it. */
export interface Session {
  id: string;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
  /** Network address of the last use, as far as it was noted. */
  address: string;
  /** What was used, such as "Firefox on Linux". */
  client: string;
}

/** A live session with its person. */
export interface StandingSession {
  person: { organisationId: string; id: string; name: string; role: Role };
  id: string;
}

/** The same as found by a token. */
export interface LiveSession extends StandingSession {
  expiresAt: Date;
  lastUsedAt: Date;
  tokenIssuedAt: Date;
  /** False when the token was replaced a moment ago. */
  isNewestToken: boolean;
}

/** What a use of a session leaves behind. */
export interface SessionUse {
  at: Date;
  address: string;
  client: string;
}

/** The moments before which something about a session is too old. */
export interface SessionAges {
  now: Date;
  /** A replaced token counts if its successor is younger. */
  overlapSince: Date;
  /** A session counts if it was used later. */
  idleSince: Date;
}

type Row<Of extends StandingSession> = Omit<Of, 'person'> & Of['person'] & { sessionId: string };

const WITH_PERSON = 'session s JOIN person p ON p.organisation_id = s.organisation_id AND p.id = s.person_id';
const PERSON = 's.id AS "sessionId", p.organisation_id AS "organisationId", p.id, p.name, p.role';

/** The live session that a token belongs to. Runs as the system. */
export async function findLiveSession(
  tx: Transaction,
  tokenHash: Buffer,
  ages: SessionAges,
): Promise<LiveSession | undefined> {
  const [row] = await tx.query<Row<LiveSession>>(
    `SELECT ${PERSON}, s.expires_at AS "expiresAt", s.last_used_at AS "lastUsedAt",
       s.token_issued_at AS "tokenIssuedAt", s.token_hash = $1 AS "isNewestToken"
     FROM ${WITH_PERSON}
     WHERE (s.token_hash = $1 OR s.previous_token_hash = $1 AND s.token_issued_at > $3)
       AND s.expires_at > $2 AND s.last_used_at > $4`,
    [tokenHash, ages.now, ages.overlapSince, ages.idleSince],
  );
  if (row === undefined) return undefined;
  const { organisationId, id, name, role, sessionId, ...session } = row;
  return { ...session, id: sessionId, person: { organisationId, id, name, role } };
}

/** Those of these sessions that are live, whatever their tokens are by now. Runs as the system. */
export async function findStandingSessions(
  tx: Transaction,
  sessions: readonly { organisationId: string; id: string }[],
  ages: SessionAges,
): Promise<StandingSession[]> {
  const rows = await tx.query<Row<StandingSession>>(
    `SELECT ${PERSON} FROM ${WITH_PERSON}
     JOIN unnest($1::uuid[], $2::uuid[]) AS asked (organisation_id, id)
       ON asked.organisation_id = s.organisation_id AND asked.id = s.id
     WHERE s.expires_at > $3 AND s.last_used_at > $4`,
    [sessions.map(({ organisationId }) => organisationId), sessions.map(({ id }) => id), ages.now, ages.idleSince],
  );
  return rows.map(({ sessionId, ...person }) => ({ id: sessionId, person }));
}

/** Keeps a new session. Sessions that are over are cleared away on the way, and those of the person beyond `most`. */
export async function insertSession(
  tx: Transaction,
  session: { id: string; tokenHash: Buffer; personId: string; expiresAt: Date; use: SessionUse; most: number },
): Promise<void> {
  const { at, address, client } = session.use;
  await tx.query('DELETE FROM session WHERE expires_at < $1', [at]);
  await tx.query(
    `DELETE FROM session WHERE id IN (
       SELECT id FROM session WHERE person_id = $1 ORDER BY last_used_at DESC OFFSET $2 FOR UPDATE)`,
    [session.personId, session.most - 1],
  );
  await tx.query(
    `INSERT INTO session (organisation_id, id, person_id, token_hash, token_issued_at, created_at, last_used_at,
       expires_at, address, client)
     VALUES (current_organisation(), $1, $2, $3, $4, $4, $4, $5, $6, $7)`,
    [session.id, session.personId, session.tokenHash, at, session.expiresAt, address, client],
  );
}

/** @returns false when another request replaced this token first. */
export async function replaceToken(
  tx: Transaction,
  sessionId: string,
  tokens: { old: Buffer; new: Buffer },
  use: SessionUse,
): Promise<boolean> {
  const replaced = await tx.query(
    `UPDATE session SET token_hash = $3, previous_token_hash = $2, token_issued_at = $4, last_used_at = $4,
       address = $5, client = $6
     WHERE id = $1 AND token_hash = $2 RETURNING 1`,
    [sessionId, tokens.old, tokens.new, use.at, use.address, use.client],
  );
  return replaced.length > 0;
}

export async function noteUse(tx: Transaction, sessionId: string, use: SessionUse): Promise<void> {
  await tx.query('UPDATE session SET last_used_at = $2, address = $3, client = $4 WHERE id = $1', [
    sessionId,
    use.at,
    use.address,
    use.client,
  ]);
}

/** Live sessions of a person, the latest first. */
export function selectSessions(tx: Transaction, personId: string, ages: SessionAges): Promise<Session[]> {
  return tx.query(
    `SELECT id, created_at AS "createdAt", last_used_at AS "lastUsedAt", expires_at AS "expiresAt", address, client
     FROM session WHERE person_id = $1 AND expires_at > $2 AND last_used_at > $3 ORDER BY id DESC`,
    [personId, ages.now, ages.idleSince],
  );
}

/** The people of these sessions, of those that have not ended, with the role that they have by now. */
export function selectRoles(
  tx: Transaction,
  sessionIds: readonly string[],
  now: Date,
): Promise<{ sessionId: string; role: Role }[]> {
  return tx.query(
    `SELECT s.id AS "sessionId", p.role FROM session s
     JOIN person p ON p.organisation_id = s.organisation_id AND p.id = s.person_id
     WHERE s.id = ANY($1::uuid[]) AND s.expires_at > $2`,
    [sessionIds, now],
  );
}

/** Ends one session of a person, or all but one. @returns how many ended */
export async function deleteSessions(
  tx: Transaction,
  personId: string,
  which: { id: string } | { allBut: string | null },
): Promise<number> {
  const [condition, id] = 'id' in which ? ['id = $2', which.id] : ['id IS DISTINCT FROM $2', which.allBut];
  const ended = await tx.query(`DELETE FROM session WHERE person_id = $1 AND ${condition}::uuid RETURNING 1`, [
    personId,
    id,
  ]);
  return ended.length;
}
