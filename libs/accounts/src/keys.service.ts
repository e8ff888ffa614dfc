import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Transaction, UNIQUE_VIOLATION } from '#database';
import { Clock, newId, Refused, sha256 } from '#platform';
import { type Actor, operatorOf } from './access.js';
import { recordChange } from './access-records/access-records.queries.js';
import { findKeys, findKeysByPrefix, insertRevocations, insertRotation, type ListedKey } from './keys/keys.queries.js';
import { ROTATION_OVERLAP_SECONDS } from './limits.js';
import type { Scope } from './permissions.js';
import { ServiceKey } from './service-key.entity.js';

/** Random bytes in a key's secret. */
const SECRET_BYTES = 24;
/** Characters of the secret that stay visible. */
const PREFIX_LENGTH = 10;
/** Characters of a whole secret: `ans_`, and six bits each. */
const SECRET_LENGTH = 4 + (SECRET_BYTES * 8) / 6;

export interface KeyRequest {
  name: string;
  scopes: readonly Scope[];
  /** The clones that it is restricted to; without it all. */
  cloneIds?: readonly string[] | null;
  expiresAt?: Date | null;
}

/** The life of keys. Asks nobody's permission: that is `GuardedKeysService`, which stands before it for requests. */
@Injectable()
export class KeysService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the key and its secret, which cannot be read again. */
  async create(
    organisationId: string,
    given: KeyRequest,
    by: Actor = operatorOf(organisationId),
  ): Promise<{ key: ServiceKey; secret: string }> {
    const { secret, prefix, secretHash } = newSecret();
    const key = {
      organisationId,
      id: newId(),
      name: given.name,
      prefix,
      secretHash,
      scopes: [...given.scopes],
      cloneIds: given.cloneIds ? [...given.cloneIds] : null,
      createdAt: this.clock.now(),
      expiresAt: given.expiresAt ?? null,
    };
    await this.database.transaction(organisationId, async (tx) => {
      await tx.entities.insert(ServiceKey, key);
      recordChange(tx, by, { operation: 'KEY_CREATED', subjectIds: [key.id], at: key.createdAt });
    });
    return { key, secret };
  }

  /** All keys, newest first. */
  list(organisationId: string): Promise<ListedKey[]> {
    return this.database.read(organisationId, (tx) => findKeys(tx, null, null));
  }

  /**
   * Gives the key a new secret; the earlier ones work for `overlapSeconds` more.
   * @returns the secret, which cannot be read again; undefined when there is no such key that works
   */
  async rotate(
    organisationId: string,
    keyId: string,
    overlapSeconds: number = ROTATION_OVERLAP_SECONDS,
    by: Actor = operatorOf(organisationId),
  ): Promise<string | undefined> {
    const { secret, prefix, secretHash } = newSecret();
    const rotation = { keyId, prefix, secretHash, at: this.clock.now(), earlierUntil: this.clock.in(overlapSeconds) };
    const rotated = await this.database.transaction(
      organisationId,
      async (tx) => {
        const done = await insertRotation(tx, rotation);
        if (done) recordChange(tx, by, { operation: 'KEY_ROTATED', subjectIds: [keyId], at: rotation.at });
        return done;
      },
      [UNIQUE_VIOLATION], // of two that rotate one key at the same time, the second comes after the first then
    );
    return rotated ? secret : undefined;
  }

  /** The key of this secret, or one that shows this beginning. @throws Refused `NOT_FOUND`. */
  async idOf(organisationId: string, given: string): Promise<string> {
    const { prefix, hash } = shownBy(given);
    const [id] = await this.database.read(organisationId, (tx) => findKeysByPrefix(tx, prefix, hash));
    if (id === undefined) throw noKey(prefix);
    return id;
  }

  /**
   * Ends the key of this secret, or every key that shows this beginning; the next request with it is refused.
   * @throws Refused `NOT_FOUND`.
   */
  async revoke(organisationId: string, given: string, by: Actor = operatorOf(organisationId)): Promise<void> {
    const { prefix, hash } = shownBy(given);
    const ended = await this.database.transaction(organisationId, async (tx) =>
      this.end(tx, await findKeysByPrefix(tx, prefix, hash), by),
    );
    if (ended.length === 0) throw noKey(prefix);
  }

  /** Ends the key with this id. @returns whether it was not ended before. */
  async revokeById(keyId: string, by: Actor): Promise<boolean> {
    const ended = await this.database.transaction(by.organisationId, (tx) => this.end(tx, [keyId], by));
    return ended.length > 0;
  }

  private async end(tx: Transaction, keyIds: readonly string[], by: Actor): Promise<string[]> {
    const at = this.clock.now();
    const ended = await insertRevocations(tx, keyIds, at);
    if (ended.length > 0) recordChange(tx, by, { operation: 'KEY_REVOKED', subjectIds: ended, at });
    return ended;
  }
}

function newSecret(): { secret: string; prefix: string; secretHash: Buffer } {
  const secret = `ans_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  return { secret, prefix: secret.slice(0, PREFIX_LENGTH), secretHash: sha256(secret) };
}

/** At least what stays visible is given; of more only a whole secret can be checked, as the rest is kept as a hash. */
function shownBy(given: string): { prefix: string; hash: Buffer | null } {
  return { prefix: given.slice(0, PREFIX_LENGTH), hash: given.length === SECRET_LENGTH ? sha256(given) : null };
}

function noKey(prefix: string): Refused {
  return new Refused('NOT_FOUND', `No active key begins with ${prefix}.`);
}
