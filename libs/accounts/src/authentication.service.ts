import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { Clock, GroupCommit, Refused, sha256 } from '#platform';
import type { Actor, KeyActor, PersonActor } from './access.js';
import type { Origin } from './access-records/access-log.js';
import { FIND_KEYS, findKeys, type KnownKey } from './authentication.queries.js';
import { KeyUses } from './keys/key-uses.js';
import { selectRoles } from './sessions.queries.js';
import { SessionsService, type SessionToken } from './sessions.service.js';

const KEY_LOOKUPS = { groups: 2, weight: 100 };
/** Keys one process remembers. */
const MAX_REMEMBERED_KEYS = 1_000;

@Injectable()
export class AuthenticationService {
  /** Requests that arrive together share one look-up. */
  private readonly keys = new GroupCommit<Buffer, KnownKey | undefined>(
    (hashes) => findKeys(this.database, hashes, this.clock.now()),
    KEY_LOOKUPS,
  );
  /** By the hash of the secret, the one that was looked up last at the end. */
  private readonly remembered = new Map<string, KeyActor>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
    private readonly uses: KeyUses,
  ) {}

  /**
   * The actor behind a service key, as of now: a key that was revoked, expired or rotated away stops at once.
   * @throws Refused `UNAUTHENTICATED`.
   */
  async withKey(secret: string, origin?: Origin): Promise<KeyActor> {
    const hash = sha256(secret);
    const key = await this.keys.add(hash);
    this.remembered.delete(hash.toString('hex'));
    if (key === undefined) throw unknownKey();
    const actor = actorOfKey(key);
    this.remember(hash.toString('hex'), actor);
    this.uses.note(actor, origin);
    return actor;
  }

  /**
   * The same, but a key that was met before may have ended since. For work that asks again, by `requireStanding`,
   * in the very transaction that acts. @throws Refused `UNAUTHENTICATED`.
   */
  async withKeyToConfirm(secret: string, origin?: Origin): Promise<KeyActor> {
    const known = this.remembered.get(sha256(secret).toString('hex'));
    if (known === undefined) return this.withKey(secret, origin);
    this.uses.note(known, origin);
    return known;
  }

  /** The actor behind a session token, without counting as a use of the session. @throws Refused `UNAUTHENTICATED`. */
  withSession(token: string): Promise<Actor> {
    return this.sessions.find(token);
  }

  /** The same as a use of the session, which may give a new token. @throws Refused `UNAUTHENTICATED`. */
  useSession(token: string, origin: Origin): Promise<{ actor: Actor; renewed?: SessionToken }> {
    return this.sessions.use(token, origin);
  }

  private remember(hash: string, actor: KeyActor): void {
    const [oldest] = this.remembered.keys();
    if (this.remembered.size >= MAX_REMEMBERED_KEYS) this.remembered.delete(oldest!); // it is not empty
    this.remembered.set(hash, actor);
  }
}

export function actorOfKey(key: KnownKey): KeyActor {
  return { kind: 'KEY', ...key };
}

/**
 * Asks, in the transaction that acts for them, that the secrets of all keys among these work at `now`, and that the people
 * among them are still signed in as what they were. A stream may be open for long. @throws Refused `UNAUTHENTICATED`.
 */
export async function requireStanding(tx: Transaction, actors: readonly Actor[], now: Date): Promise<void> {
  const sessions = actors.flatMap((actor) => (actor.kind === 'PERSON' && actor.sessionId ? [actor] : []));
  if (sessions.length > 0 && !(await areStanding(tx, sessions, now)))
    throw new Refused('UNAUTHENTICATED', 'This session has ended, or its person got another role.');
  const hashes = new Map(
    actors.flatMap((actor) => (actor.kind === 'KEY' ? [[actor.secretHash.toString('hex'), actor.secretHash]] : [])),
  );
  if (hashes.size === 0) return;
  const standing = await tx.prepared<KnownKey>(FIND_KEYS, [[...hashes.values()], now]);
  if (standing.length < hashes.size) throw unknownKey();
}

async function areStanding(tx: Transaction, people: readonly PersonActor[], now: Date): Promise<boolean> {
  const live = await selectRoles(
    tx,
    people.flatMap(({ sessionId }) => sessionId ?? []),
    now,
  );
  const roleOf = new Map(live.map(({ sessionId, role }) => [sessionId, role]));
  return people.every(({ sessionId, role }) => sessionId !== undefined && roleOf.get(sessionId) === role);
}

function unknownKey(): Refused {
  return new Refused('UNAUTHENTICATED', 'This key is unknown, has expired or was revoked.');
}
