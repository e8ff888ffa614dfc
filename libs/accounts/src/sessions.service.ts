import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { Clock, newId, Refused, sha256 } from '#platform';
import type { Actor, PersonActor } from './access.js';
import type { AccessOperation, Origin } from './access-records/access-log.js';
import { recordChange } from './access-records/access-records.queries.js';
import {
  MAX_SESSIONS_PER_PERSON,
  SESSION_IDLE_SECONDS,
  SESSION_OVERLAP_SECONDS,
  SESSION_ROTATION_SECONDS,
  SESSION_SECONDS,
  SESSION_USE_SECONDS,
} from './limits.js';
import { lockIfActive } from './people.queries.js';
import {
  deleteSessions,
  findLiveSession,
  findStandingSessions,
  insertSession,
  type LiveSession,
  noteUse,
  replaceToken,
  selectSessions,
  type Session,
  type SessionAges,
  type StandingSession,
} from './sessions.queries.js';
import { describeUserAgent } from './user-agent.js';

export type { Session };

const TOKEN_BYTES = 32;

/** A token to give to the browser, and for how long at most it counts. */
export interface SessionToken {
  token: string;
  lastsSeconds: number;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a session for somebody who proved who they are, by `passwordHash` if it was by a password.
   * @returns undefined when they are deactivated, or have another password by now
   */
  async begin(
    person: Omit<PersonActor, 'kind'> & { passwordHash?: string },
    origin: Origin,
  ): Promise<SessionToken | undefined> {
    const { token, tokenHash } = newToken();
    const expiresAt = this.clock.in(SESSION_SECONDS);
    const most = MAX_SESSIONS_PER_PERSON;
    const session = { id: newId(), tokenHash, personId: person.id, expiresAt, most, use: this.useBy(origin) };
    const isActive = await this.database.transaction(person.organisationId, async (tx) => {
      const active = await lockIfActive(tx, person.id, person.passwordHash);
      if (!active) return false;
      await insertSession(tx, session);
      this.record(tx, { kind: 'PERSON', ...person }, 'SIGNED_IN', origin);
      return true;
    });
    return isActive ? { token, lastsSeconds: SESSION_SECONDS } : undefined;
  }

  /** The person of a token, without counting as a use. @throws Refused `UNAUTHENTICATED`. */
  async find(token: string): Promise<Actor> {
    return actorOf(await this.live(token));
  }

  /**
   * The person of a token; the use is noted. A token that has served long enough is replaced, and counts for a moment
   * longer, for requests that are under way with it. @throws Refused `UNAUTHENTICATED`.
   */
  async use(token: string, origin: Origin): Promise<{ actor: Actor; renewed?: SessionToken }> {
    const session = await this.live(token);
    const actor = actorOf(session);
    const { id, expiresAt } = session;
    if (session.isNewestToken && session.tokenIssuedAt <= this.clock.in(-SESSION_ROTATION_SECONDS)) {
      const next = newToken();
      const tokens = { old: sha256(token), new: next.tokenHash };
      const replaced = await this.database.transaction(actor.organisationId, (tx) =>
        replaceToken(tx, id, tokens, this.useBy(origin)),
      );
      const lastsSeconds = (expiresAt.getTime() - this.clock.now().getTime()) / 1000;
      if (replaced) return { actor, renewed: { token: next.token, lastsSeconds } };
    } else if (session.lastUsedAt <= this.clock.in(-SESSION_USE_SECONDS)) {
      await this.database.transaction(actor.organisationId, (tx) => noteUse(tx, id, this.useBy(origin)));
    }
    return { actor };
  }

  /** The people of these sessions as of now, in order, without counting as a use; undefined for one that is over. */
  async standing(sessions: readonly { organisationId: string; id: string }[]): Promise<(Actor | undefined)[]> {
    const live = await this.database.system((tx) => findStandingSessions(tx, sessions, this.ages()));
    const byId = new Map(live.map((session) => [session.id, actorOf(session)]));
    return sessions.map(({ id }) => byId.get(id));
  }

  /** The actor's own live sessions, the latest first; a key has none. */
  list(actor: Actor): Promise<Session[]> {
    return this.database.read(actor.organisationId, (tx) => selectSessions(tx, actor.id, this.ages()));
  }

  /** Ends one of the actor's own sessions at once. @returns how many that were: none, or one */
  end(actor: Actor, id: string): Promise<number> {
    return this.delete(actor, { id }, 'SESSIONS_ENDED');
  }

  /** Ends all the actor's sessions but the one they ask with. @returns how many that were */
  endOthers(actor: Actor): Promise<number> {
    const allBut = (actor.kind === 'PERSON' ? actor.sessionId : undefined) ?? null;
    return this.delete(actor, { allBut }, 'SESSIONS_ENDED');
  }

  /** Ends the session of a token, if there is one. */
  async signOut(token: string, origin: Origin): Promise<void> {
    const session = await this.search(token);
    if (session !== undefined) await this.delete(actorOf(session), { id: session.id }, 'SIGNED_OUT', origin);
  }

  private delete(
    actor: Actor,
    which: Parameters<typeof deleteSessions>[2],
    operation: AccessOperation,
    origin?: Origin,
  ): Promise<number> {
    return this.database.transaction(actor.organisationId, async (tx) => {
      const ended = await deleteSessions(tx, actor.id, which);
      if (ended > 0) this.record(tx, actor, operation, origin);
      return ended;
    });
  }

  private record(tx: Transaction, actor: Actor, operation: AccessOperation, origin?: Origin): void {
    const at = this.clock.now();
    recordChange(tx, actor, { operation, subjectIds: [actor.id], at, ...(origin && { origin }) });
  }

  private async live(token: string): Promise<LiveSession> {
    const session = await this.search(token);
    if (session === undefined) throw new Refused('UNAUTHENTICATED', 'This session has ended. Sign in again.');
    return session;
  }

  private search(token: string): Promise<LiveSession | undefined> {
    return this.database.system((tx) => findLiveSession(tx, sha256(token), this.ages()));
  }

  private ages(): SessionAges {
    const overlapSince = this.clock.in(-SESSION_OVERLAP_SECONDS);
    return { now: this.clock.now(), overlapSince, idleSince: this.clock.in(-SESSION_IDLE_SECONDS) };
  }

  private useBy({ address, userAgent }: Origin) {
    return { at: this.clock.now(), address: address ?? 'unknown', client: describeUserAgent(userAgent ?? '') };
  }
}

function newToken(): { token: string; tokenHash: Buffer } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  return { token, tokenHash: sha256(token) };
}

function actorOf({ person, id }: StandingSession): PersonActor {
  return { kind: 'PERSON', ...person, sessionId: id };
}
