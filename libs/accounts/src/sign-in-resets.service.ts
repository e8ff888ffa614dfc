import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { Clock, newId, Refused, sha256 } from '#platform';
import { type Actor, mayAccess, requireAccess } from './access.js';
import type { Access, Origin } from './access-records/access-log.js';
import { insertAccessRecords, recordChange } from './access-records/access-records.queries.js';
import { RESET_SECONDS } from './limits.js';
import { newCode, organisationOf } from './organisation-code.js';
import { hashPassword, problemOfPassword } from './passwords.js';
import { lockIfActive, selectPeopleByIds } from './people.queries.js';
import { findSecondFactor, lockPerson, removeSecondFactor } from './second-factor.queries.js';
import { deleteSessions } from './sessions.queries.js';
import { countAttempt, forgetAttempt, freeAccount } from './sign-in-attempts.js';
import {
  endReset,
  findAuthor,
  findOpenReset,
  insertReset,
  type OpenReset,
  replaceResets,
  setPassword,
} from './sign-in-resets.queries.js';

/** The code cannot be read again. */
export type IssueResetOutcome =
  | { outcome: 'ISSUED'; code: string; expiresAt: Date; removesSecondFactor: boolean }
  | { outcome: 'OWN_ACCOUNT' }
  | { outcome: 'PERSON_DEACTIVATED' };

/** Unusable says the same whatever is wrong with the code. */
export type UseResetOutcome =
  | { outcome: 'USED' }
  | { outcome: 'UNUSABLE' }
  | { outcome: 'PASSWORD_REFUSED'; problem: string }
  | { outcome: 'TOO_MANY_ATTEMPTS'; retryAfterSeconds: number };

const UNUSABLE: UseResetOutcome = { outcome: 'UNUSABLE' };

/** The way back in for somebody who forgot the password, or lost the second factor and its recovery codes. */
@Injectable()
export class SignInResetsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * A code with which the person sets another password. Earlier codes of theirs end. Nobody issues one for themself:
   * whoever sits at an open session would get past the password. @throws Refused `NOT_FOUND`.
   */
  async issue(actor: Actor, personId: string, removesSecondFactor: boolean): Promise<IssueResetOutcome> {
    requireAccess(actor, 'person.manage');
    if (actor.id === personId) return { outcome: 'OWN_ACCOUNT' };
    const code = newCode('res', actor.organisationId);
    const [createdAt, expiresAt] = [this.clock.now(), this.clock.in(RESET_SECONDS)];
    const authorId = actor.id;
    return this.database.transaction(actor.organisationId, async (tx) => {
      await lockPerson(tx, personId);
      const [person] = await selectPeopleByIds(tx, [personId]);
      if (person === undefined) throw new Refused('NOT_FOUND', 'There is no such person.');
      if (person.deactivatedAt !== null) return { outcome: 'PERSON_DEACTIVATED' };
      await replaceResets(tx, personId, { authorId, at: createdAt });
      const tokenHash = sha256(code);
      await insertReset(tx, { id: newId(), personId, removesSecondFactor, tokenHash, authorId, createdAt, expiresAt });
      recordChange(tx, actor, { operation: 'SIGN_IN_RESET_ISSUED', subjectIds: [personId], at: createdAt });
      return { outcome: 'ISSUED', code, expiresAt, removesSecondFactor };
    });
  }

  /** Sets the password, ends all sessions of the person, and takes the second factor away if the code was issued so. */
  async use(code: string, password: string, origin: Origin): Promise<UseResetOutcome> {
    const attempted = { account: `reset ${code}`, address: origin.address ?? 'unknown' };
    const now = this.clock.now();
    const { waitUntil } = await this.database.system((tx) => countAttempt(tx, attempted, now));
    if (waitUntil !== null) {
      const retryAfterSeconds = Math.ceil((waitUntil.getTime() - now.getTime()) / 1000);
      return { outcome: 'TOO_MANY_ATTEMPTS', retryAfterSeconds };
    }
    const organisationId = organisationOf('res', code);
    if (organisationId === undefined) return UNUSABLE;
    const open = await this.database.transaction(organisationId, (tx) => this.findUsable(tx, organisationId, code));
    if (open === undefined) return UNUSABLE;
    await this.database.system((tx) => forgetAttempt(tx, attempted));
    const problem = problemOfPassword(password);
    if (problem !== undefined) return { outcome: 'PASSWORD_REFUSED', problem };
    const passwordHash = await hashPassword(password);
    const used = await this.database.transaction(organisationId, async (tx) => {
      await lockPerson(tx, open.personId); // first: two that hold them together would each wait for the other to let go
      const reset = await this.findUsable(tx, organisationId, code);
      return reset !== undefined && this.letBackIn(tx, reset, { passwordHash, origin });
    });
    if (!used) return UNUSABLE;
    await this.database.system((tx) => freeAccount(tx, open.email));
    return { outcome: 'USED' };
  }

  private async letBackIn(
    tx: Transaction,
    reset: OpenReset,
    given: { passwordHash: string; origin: Origin },
  ): Promise<boolean> {
    const { id, personId, name, authorId } = reset;
    const at = this.clock.now();
    if (!(await endReset(tx, id, { authorId: personId, at }))) return false;
    await replaceResets(tx, personId, { authorId: personId, at });
    await setPassword(tx, personId, given.passwordHash);
    const factor = reset.removesSecondFactor ? await findSecondFactor(tx, personId) : undefined;
    if (factor !== undefined) await removeSecondFactor(tx, factor.id, { authorId, at });
    const sessions = await deleteSessions(tx, personId, { allBut: null });
    const accesses: Access[] = [
      { operation: 'PASSWORD_RESET', subjectIds: [personId] },
      ...(factor === undefined ? [] : [{ operation: 'SECOND_FACTOR_REMOVED' as const, subjectIds: [personId] }]),
      ...(sessions === 0 ? [] : [{ operation: 'SESSIONS_ENDED' as const, subjectIds: [personId] }]),
    ];
    insertAccessRecords(tx, [{ actor: { kind: 'PERSON', id: personId, name }, origin: given.origin, at, accesses }]);
    return true;
  }

  /** A reset counts for as long as its person may sign in, and whoever issued it may still issue one. */
  private async findUsable(tx: Transaction, organisationId: string, code: string): Promise<OpenReset | undefined> {
    const reset = await findOpenReset(tx, sha256(code), this.clock.now());
    if (reset === undefined || !(await lockIfActive(tx, reset.personId))) return undefined;
    const author = await findAuthor(tx, organisationId, reset.authorId);
    return author !== undefined && mayAccess(author, 'person.manage') ? reset : undefined;
  }
}
