import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { GroupCommit, Refused, sha256 } from '#platform';
import type { Actor } from './access.js';
import { FIND_KEYS, findRevoked, type KnownKey } from './authentication.queries.js';
import { type RequestSource, SessionsService, type SessionToken } from './sessions.service.js';

const KEY_LOOKUPS = { groups: 2, weight: 100 };
/** Keys one process remembers. */
const MAX_REMEMBERED_KEYS = 1_000;

@Injectable()
export class AuthenticationService {
  /** Requests that arrive together share one look-up. */
  private readonly keys = new GroupCommit<Buffer, KnownKey | undefined>((hashes) => this.lookUp(hashes), KEY_LOOKUPS);
  /** By the hash of the secret, the one that was looked up last at the end. */
  private readonly remembered = new Map<string, Actor>();

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
  ) {}

  /** The actor behind a service key, as of now: a revoked key stops at once. @throws Refused `UNAUTHENTICATED`. */
  async withKey(secret: string): Promise<Actor> {
    const hash = sha256(secret);
    const key = await this.keys.add(hash);
    this.remembered.delete(hash.toString('hex'));
    if (key === undefined) throw unknownKey();
    const { organisationId, id, name, scopes } = key;
    const actor: Actor = { kind: 'KEY', organisationId, id, name, scopes };
    this.remember(hash.toString('hex'), actor);
    return actor;
  }

  /**
   * The same, but a key that was met before may have been revoked since. For work that asks again, by `requireStanding`,
   * in the very transaction that acts. @throws Refused `UNAUTHENTICATED`.
   */
  async withKeyToConfirm(secret: string): Promise<Actor> {
    return this.remembered.get(sha256(secret).toString('hex')) ?? this.withKey(secret);
  }

  /** The actor behind a session token, without counting as a use of the session. @throws Refused `UNAUTHENTICATED`. */
  withSession(token: string): Promise<Actor> {
    return this.sessions.find(token);
  }

  /** The same as a use of the session, which may give a new token. @throws Refused `UNAUTHENTICATED`. */
  useSession(token: string, source: RequestSource): Promise<{ actor: Actor; renewed?: SessionToken }> {
    return this.sessions.use(token, source);
  }

  private remember(hash: string, actor: Actor): void {
    const [oldest] = this.remembered.keys();
    if (this.remembered.size >= MAX_REMEMBERED_KEYS) this.remembered.delete(oldest!); // it is not empty
    this.remembered.set(hash, actor);
  }

  private async lookUp(hashes: Buffer[]): Promise<(KnownKey | undefined)[]> {
    const known = await this.database.lookUp<KnownKey>(FIND_KEYS, [hashes]);
    const byHash = new Map(known.map((key) => [key.secretHash.toString('hex'), key]));
    return hashes.map((hash) => byHash.get(hash.toString('hex')));
  }
}

/** Asks, in the transaction that acts for them, that no key among these was revoked. @throws Refused `UNAUTHENTICATED`. */
export async function requireStanding(tx: Transaction, actors: readonly Actor[]): Promise<void> {
  const keys = new Set(actors.filter(({ kind }) => kind === 'KEY').map(({ id }) => id));
  if (keys.size > 0 && (await findRevoked(tx, [...keys])).length > 0) throw unknownKey();
}

function unknownKey(): Refused {
  return new Refused('UNAUTHENTICATED', 'This key is unknown or was revoked.');
}
