import { Injectable } from '@nestjs/common';
import qrcode from 'qrcode';
import { Database, type Transaction } from '#database';
import { Clock, sha256 } from '#platform';
import type { Actor } from './access.js';
import { recordChange } from './access-records/access-records.queries.js';
import { RECOVERY_CODES } from './limits.js';
import { describeSecret, newRecoveryCode, newSecret, plainRecoveryCode, stepOf } from './one-time-codes.js';
import { passwordMatches } from './passwords.js';
import { Person } from './person.entity.js';
import {
  confirmSecondFactor,
  findOffered,
  findSecondFactor,
  insertSecondFactor,
  lockPerson,
  removeSecondFactor,
  type SecondFactor,
  useRecoveryCode,
  useStep,
} from './second-factor.queries.js';
import { countAttempt, forgetAttempt } from './sign-in-attempts.js';

/** What to put into an authenticator app. */
export interface OfferedFactor {
  secret: string;
  uri: string;
  /** SVG. */
  qrCode: string;
}

export type DisableOutcome = { outcome: 'DISABLED'; at: Date } | { outcome: 'PASSWORD_REFUSED' } | { outcome: 'NONE' };

/** One-time codes from an authenticator app, for those who want them (RFC 6238). */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async has(actor: Actor): Promise<boolean> {
    const factor = await this.database.read(actor.organisationId, (tx) => findSecondFactor(tx, actor.id));
    return factor !== undefined;
  }

  /** Nothing is needed to sign in until it was confirmed. @returns null for a key, or when there is one already */
  async enrol(actor: Actor): Promise<OfferedFactor | null> {
    const person = await this.personOf(actor);
    if (person === null) return null;
    const secret = newSecret();
    const stored = await this.database.transaction(actor.organisationId, async (tx) => {
      await lockPerson(tx, person.id);
      if ((await findSecondFactor(tx, person.id)) !== undefined) return false;
      await insertSecondFactor(tx, { personId: person.id, secret, at: this.clock.now() });
      return true;
    });
    if (!stored) return null;
    const described = describeSecret(secret, person.email);
    return { ...described, qrCode: await qrcode.toString(described.uri, { type: 'svg' }) };
  }

  /** @returns the recovery codes, which cannot be read again, or null when the code is not that of the latest offer */
  async confirm(actor: Actor, code: string): Promise<string[] | null> {
    const recoveryCodes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    const at = this.clock.now();
    return this.database.transaction(actor.organisationId, async (tx) => {
      await lockPerson(tx, actor.id);
      const offered = await findOffered(tx, actor.id);
      if (offered === undefined || !(await this.usesCode(tx, offered, code))) return null;
      await confirmSecondFactor(tx, offered.id, { recoveryHashes: recoveryCodes.map(hashOf), at });
      recordChange(tx, actor, { operation: 'SECOND_FACTOR_ADDED', subjectIds: [actor.id], at });
      return recoveryCodes;
    });
  }

  /** The password is asked again, as whoever sits at an open session need not be the person. Wrong ones are counted. */
  async disable(actor: Actor, password: string): Promise<DisableOutcome> {
    const person = await this.personOf(actor);
    if (person === null || !(await this.has(actor))) return { outcome: 'NONE' };
    const attempted = { account: person.email, address: person.id };
    const at = this.clock.now();
    const { waitUntil } = await this.database.system((tx) => countAttempt(tx, attempted, at));
    if (waitUntil !== null || !(await passwordMatches(password, person.passwordHash)))
      return { outcome: 'PASSWORD_REFUSED' };
    await this.database.system((tx) => forgetAttempt(tx, attempted));
    return this.database.transaction(actor.organisationId, async (tx) => {
      await lockPerson(tx, person.id);
      const factor = await findSecondFactor(tx, person.id);
      if (factor === undefined) return { outcome: 'NONE' };
      await removeSecondFactor(tx, factor.id, { authorId: actor.id, at });
      recordChange(tx, actor, { operation: 'SECOND_FACTOR_REMOVED', subjectIds: [actor.id], at });
      return { outcome: 'DISABLED', at };
    });
  }

  /** Whether the code lets the person in: any does while they have no second factor. A code that does is used up. */
  admits(person: { organisationId: string; id: string }, code: string): Promise<boolean> {
    return this.database.transaction(person.organisationId, async (tx) => {
      const factor = await findSecondFactor(tx, person.id);
      if (factor === undefined || (await this.usesCode(tx, factor, code))) return true;
      return useRecoveryCode(tx, factor.id, hashOf(code));
    });
  }

  private async usesCode(tx: Transaction, { id, secret }: SecondFactor, code: string): Promise<boolean> {
    const now = this.clock.now();
    const step = stepOf(secret, code.replaceAll(' ', ''), now);
    return step !== undefined && useStep(tx, id, step, now);
  }

  private personOf({ organisationId, id }: Actor): Promise<Person | null> {
    return this.database.read(organisationId, (tx) => tx.entities.findOneBy(Person, { organisationId, id }));
  }
}

function hashOf(recoveryCode: string): Buffer {
  return sha256(plainRecoveryCode(recoveryCode));
}
