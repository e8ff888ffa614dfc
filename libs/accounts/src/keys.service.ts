import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { Clock, newId, Refused, sha256 } from '#platform';
import type { Scope } from './permissions.js';
import { ServiceKey } from './service-key.entity.js';

/** Random bytes in a key's secret. */
const SECRET_BYTES = 24;
/** Characters of the secret that stay visible. */
const PREFIX_LENGTH = 10;
/** Characters of a whole secret: `ans_`, and six bits each. */
const SECRET_LENGTH = 4 + (SECRET_BYTES * 8) / 6;

@Injectable()
export class KeysService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the key and its secret, which cannot be read again. */
  async create(
    organisationId: string,
    given: { name: string; scopes: readonly Scope[] },
  ): Promise<{ key: ServiceKey; secret: string }> {
    const secret = `ans_${randomBytes(SECRET_BYTES).toString('base64url')}`;
    const key = {
      organisationId,
      id: newId(),
      name: given.name,
      prefix: secret.slice(0, PREFIX_LENGTH),
      secretHash: sha256(secret),
      scopes: [...given.scopes],
      createdAt: this.clock.now(),
    };
    await this.database.transaction(organisationId, (tx) => tx.entities.insert(ServiceKey, key));
    return { key, secret };
  }

  /** The keys with whether they were revoked, newest first. */
  list(organisationId: string): Promise<{ name: string; prefix: string; scopes: Scope[]; revoked: boolean }[]> {
    return this.database.read(organisationId, (tx) =>
      tx.query(
        `SELECT k.name, k.prefix, k.scopes, r.revoked_at IS NOT NULL AS revoked
         FROM service_key k LEFT JOIN service_key_revocation r ON r.service_key_id = k.id ORDER BY k.created_at DESC`,
      ),
    );
  }

  /**
   * Ends the key of this secret, or every key that shows this beginning; the next request with it is refused.
   * @param given at least what stays visible; of more only a whole secret can be checked, as the rest is kept as a hash
   */
  async revoke(organisationId: string, given: string): Promise<void> {
    const prefix = given.slice(0, PREFIX_LENGTH);
    const hash = given.length === SECRET_LENGTH ? sha256(given) : null;
    const revoked = await this.database.transaction(organisationId, (tx) =>
      tx.query(
        `INSERT INTO service_key_revocation (organisation_id, service_key_id, revoked_at)
         SELECT organisation_id, id, now() FROM service_key WHERE prefix = $1 AND ($2::bytea IS NULL OR secret_hash = $2) ON CONFLICT DO NOTHING RETURNING 1`,
        [prefix, hash],
      ),
    );
    if (revoked.length === 0) throw new Refused('NOT_FOUND', `No active key begins with ${prefix}.`);
  }
}
