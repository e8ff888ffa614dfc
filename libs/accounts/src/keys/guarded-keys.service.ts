import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { Clock, Refused } from '#platform';
import { type Actor, mayGrant, requireAccess } from '../access.js';
import { type KeyRequest, KeysService } from '../keys.service.js';
import type { Scope } from '../permissions.js';
import { findKeys, findKeysById, type ListedKey } from './keys.queries.js';
import { MAX_CLONES_PER_KEY, MAX_KEY_NAME_CHARACTERS, MAX_ROTATION_OVERLAP_SECONDS } from '../limits.js';

export type { ListedKey };

interface Issued {
  outcome: 'ISSUED';
  key: ListedKey;
  /** Cannot be read again. */
  secret: string;
}

/** Nobody gives to a key what they may not do themselves; a rotation shows a secret, so it gives as well. */
interface ScopeNotHeld {
  outcome: 'SCOPE_NOT_HELD';
  scopes: Scope[];
}

/** It was revoked or has expired before. */
interface Ended {
  outcome: 'ENDED';
}

interface Revoked {
  outcome: 'REVOKED';
  key: ListedKey;
}

/** What people and keys may do about keys: permission first, and no way to more than one has. */
@Injectable()
export class GuardedKeysService {
  constructor(
    private readonly database: Database,
    private readonly keys: KeysService,
    private readonly clock: Clock,
  ) {}

  /** Keys, the newest first, after the one with id `after`. */
  list(actor: Actor, limit: number, after: string | null): Promise<ListedKey[]> {
    requireAccess(actor, 'key.manage');
    return this.database.read(actor.organisationId, (tx) => findKeys(tx, limit, after));
  }

  byIds(actor: Actor, ids: readonly string[]): Promise<ListedKey[]> {
    requireAccess(actor, 'key.manage');
    return this.database.read(actor.organisationId, (tx) => findKeysById(tx, ids));
  }

  async create(actor: Actor, given: KeyRequest): Promise<Issued | ScopeNotHeld> {
    requireAccess(actor, 'key.manage');
    this.check(given);
    const missing = missingScopes(actor, given.scopes);
    if (missing.length > 0) return { outcome: 'SCOPE_NOT_HELD', scopes: missing };
    const { key, secret } = await this.keys.create(actor.organisationId, given, actor);
    return { outcome: 'ISSUED', key: await this.one(actor, key.id), secret };
  }

  /** @throws Refused `NOT_FOUND` when there is no such key. */
  async rotate(actor: Actor, keyId: string, overlapSeconds: number | null): Promise<Issued | ScopeNotHeld | Ended> {
    requireAccess(actor, 'key.manage');
    requireOverlap(overlapSeconds ?? 0);
    const missing = missingScopes(actor, (await this.one(actor, keyId)).scopes);
    if (missing.length > 0) return { outcome: 'SCOPE_NOT_HELD', scopes: missing };
    const secret = await this.keys.rotate(actor.organisationId, keyId, overlapSeconds ?? undefined, actor);
    if (secret === undefined) return { outcome: 'ENDED' };
    return { outcome: 'ISSUED', key: await this.one(actor, keyId), secret };
  }

  /** @throws Refused `NOT_FOUND` when there is no such key. */
  async revoke(actor: Actor, keyId: string): Promise<Revoked | Ended> {
    requireAccess(actor, 'key.manage');
    await this.one(actor, keyId);
    if (!(await this.keys.revokeById(keyId, actor))) return { outcome: 'ENDED' };
    return { outcome: 'REVOKED', key: await this.one(actor, keyId) };
  }

  private async one(actor: Actor, id: string): Promise<ListedKey> {
    const [key] = await this.byIds(actor, [id]);
    if (key === undefined) throw new Refused('NOT_FOUND', 'There is no such key.');
    return key;
  }

  private check({ name, cloneIds, expiresAt, scopes }: KeyRequest): void {
    const [longest, most] = [MAX_KEY_NAME_CHARACTERS, MAX_CLONES_PER_KEY];
    if (name.trim() === '') throw new Refused('BAD_INPUT', 'name is empty.');
    if (name.length > longest) throw new Refused('BAD_INPUT', `name is longer than ${longest} characters.`);
    if (scopes.length === 0) throw new Refused('BAD_INPUT', 'scopes is empty.');
    if (cloneIds?.length === 0) throw new Refused('BAD_INPUT', 'cloneIds is empty; leave it out for all clones.');
    if (cloneIds && cloneIds.length > most) throw new Refused('BAD_INPUT', `cloneIds holds more than ${most}.`);
    if (expiresAt && expiresAt <= this.clock.now()) throw new Refused('BAD_INPUT', 'expiresAt is over already.');
  }
}

function missingScopes(actor: Actor, scopes: readonly Scope[]): Scope[] {
  return scopes.filter((scope) => !mayGrant(actor, scope));
}

/** @throws Refused `BAD_INPUT` when no rotation may overlap so long. */
function requireOverlap(seconds: number): void {
  const most = MAX_ROTATION_OVERLAP_SECONDS;
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= most) return;
  throw new Refused('BAD_INPUT', `The overlap must be from 0 to ${most} seconds.`);
}
