import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { Clock, GroupCommit, Refused, sha256 } from '#platform';
import type { Actor, KeyActor } from './access.js';
import { type AccessOperation, NO_ORIGIN, type Origin } from './access-records/access-log.js';
import { insertAccessRecords } from './access-records/access-records.queries.js';
import { FIND_KEYS, findSession, insertSession, type KnownKey } from './authentication.queries.js';
import { KeyUses } from './keys/key-uses.js';
import { hashPassword, passwordMatches } from './passwords.js';
import { Person } from './person.entity.js';

/** How long a sign-in lasts. */
export const SESSION_SECONDS = 12 * 60 * 60;
const KEY_LOOKUPS = { groups: 2, weight: 100 };
/** Keys one process remembers. */
const MAX_REMEMBERED_KEYS = 1_000;

@Injectable()
export class AuthenticationService {
  /** Requests that arrive together share one look-up. */
  private readonly keys = new GroupCommit<Buffer, KnownKey | undefined>((hashes) => this.lookUp(hashes), KEY_LOOKUPS);
  /** By the hash of the secret, the one that was looked up last at the end. */
  private readonly remembered = new Map<string, KeyActor>();
  /** Verified when the address is unknown, so that unknown and known addresses cost the same. */
  private readonly nobodysHash = hashPassword(randomBytes(16).toString('hex'));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
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
    const actor: KeyActor = { kind: 'KEY', ...key };
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

  /** The actor behind a session token. @throws Refused `UNAUTHENTICATED`. */
  async withSession(token: string): Promise<Actor> {
    const person = await this.database.system((tx) => findSession(tx, sha256(token), this.clock.now()));
    if (person === undefined) throw new Refused('UNAUTHENTICATED', 'This session has ended. Sign in again.');
    return { kind: 'PERSON', ...person };
  }

  /** @returns the token of a new session. @throws Refused `UNAUTHENTICATED`, the same for a wrong address and password. */
  async signIn(email: string, password: string, origin: Origin = NO_ORIGIN): Promise<string> {
    const person = await this.database.system((tx) => tx.entities.findOneBy(Person, { email: email.toLowerCase() }));
    const matches = await passwordMatches(password, person?.passwordHash ?? (await this.nobodysHash));
    if (person === null || !matches)
      throw new Refused('UNAUTHENTICATED', 'The e-mail address or the password is wrong.');
    const token = randomBytes(32).toString('base64url');
    const session = { tokenHash: sha256(token), personId: person.id, expiresAt: this.clock.in(SESSION_SECONDS) };
    await this.database.transaction(person.organisationId, async (tx) => {
      await insertSession(tx, session);
      this.record(tx, { ...person, kind: 'PERSON' }, 'SIGNED_IN', origin);
    });
    return token;
  }

  /** Ends the session at once. */
  async signOut(actor: Actor, token: string, origin: Origin = NO_ORIGIN): Promise<void> {
    await this.database.transaction(actor.organisationId, async (tx) => {
      await tx.query('DELETE FROM session WHERE token_hash = $1', [sha256(token)]);
      this.record(tx, actor, 'SIGNED_OUT', origin);
    });
  }

  private record(
    tx: Transaction,
    actor: Pick<Actor, 'kind' | 'id' | 'name'>,
    operation: AccessOperation,
    origin: Origin,
  ): void {
    const accesses = [{ operation, subjectIds: [actor.id] }];
    insertAccessRecords(tx, [{ actor, origin, at: this.clock.now(), accesses }]);
  }

  private remember(hash: string, actor: KeyActor): void {
    const [oldest] = this.remembered.keys();
    if (this.remembered.size >= MAX_REMEMBERED_KEYS) this.remembered.delete(oldest!); // it is not empty
    this.remembered.set(hash, actor);
  }

  private async lookUp(hashes: Buffer[]): Promise<(KnownKey | undefined)[]> {
    const known = await this.database.lookUp<KnownKey>(FIND_KEYS, [hashes, this.clock.now()]);
    const byHash = new Map(known.map((key) => [key.secretHash.toString('hex'), key]));
    return hashes.map((hash) => byHash.get(hash.toString('hex')));
  }
}

/**
 * Asks, in the transaction that acts for them, that the secrets of all keys among these work at `now`.
 * @throws Refused `UNAUTHENTICATED`.
 */
export async function requireStanding(tx: Transaction, actors: readonly Actor[], now: Date): Promise<void> {
  const hashes = new Map(
    actors.flatMap((actor) => (actor.kind === 'KEY' ? [[actor.secretHash.toString('hex'), actor.secretHash]] : [])),
  );
  if (hashes.size === 0) return;
  const standing = await tx.prepared<KnownKey>(FIND_KEYS, [[...hashes.values()], now]);
  if (standing.length < hashes.size) throw unknownKey();
}

function unknownKey(): Refused {
  return new Refused('UNAUTHENTICATED', 'This key is unknown, has expired or was revoked.');
}
