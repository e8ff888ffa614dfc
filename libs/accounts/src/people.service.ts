import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { Clock, Refused } from '#platform';
import { type Actor, requireAccess } from './access.js';
import type { AccessOperation } from './access-records/access-log.js';
import { recordChange } from './access-records/access-records.queries.js';
import {
  type Authorship,
  hasOtherOwner,
  insertDeactivation,
  insertReactivation,
  type KnownPerson,
  lockWithOwners,
  selectPeople,
  selectPeopleByIds,
  setRole,
} from './people.queries.js';
import type { Role } from './permissions.js';

export type { KnownPerson };

/** What became of a wish to change a person. */
export type PersonChange =
  { outcome: 'CHANGED'; person: KnownPerson } | { outcome: 'LAST_OWNER' } | { outcome: 'NOTHING_CHANGED' };

type Change = (tx: Transaction, person: KnownPerson, by: Authorship) => Promise<PersonChange['outcome']>;

@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** People of the organisation, the last added first. */
  list(actor: Actor, limit: number, afterId: string | null): Promise<KnownPerson[]> {
    requireAccess(actor, 'person.read');
    return this.database.read(actor.organisationId, (tx) => selectPeople(tx, limit, afterId));
  }

  /** Every person, for an operator's terminal. */
  all(actor: Actor): Promise<KnownPerson[]> {
    requireAccess(actor, 'person.read');
    return this.database.read(actor.organisationId, (tx) => selectPeople(tx, null, null));
  }

  byIds(actor: Actor, ids: readonly string[]): Promise<KnownPerson[]> {
    requireAccess(actor, 'person.read');
    return this.database.read(actor.organisationId, (tx) => selectPeopleByIds(tx, ids));
  }

  /** Takes effect at the person's next request. @throws Refused `NOT_FOUND`. */
  changeRole(actor: Actor, personId: string, role: Role): Promise<PersonChange> {
    return this.change(actor, personId, 'ROLE_CHANGED', async (tx, person, by) => {
      if (person.role === role) return 'NOTHING_CHANGED';
      if (person.role === 'OWNER' && !(await hasOtherOwner(tx, personId))) return 'LAST_OWNER';
      await setRole(tx, person, role, by);
      return 'CHANGED';
    });
  }

  /** Ends their sessions at once and refuses their sign-in. @throws Refused `NOT_FOUND`. */
  deactivate(actor: Actor, personId: string): Promise<PersonChange> {
    return this.change(actor, personId, 'PERSON_DEACTIVATED', async (tx, person, by) => {
      if (person.deactivatedAt !== null) return 'NOTHING_CHANGED';
      if (person.role === 'OWNER' && !(await hasOtherOwner(tx, personId))) return 'LAST_OWNER';
      await insertDeactivation(tx, personId, by);
      return 'CHANGED';
    });
  }

  /** Lets them sign in again. @throws Refused `NOT_FOUND`. */
  reactivate(actor: Actor, personId: string): Promise<PersonChange> {
    return this.change(actor, personId, 'PERSON_REACTIVATED', async (tx, person, by) => {
      if (person.deactivatedAt === null) return 'NOTHING_CHANGED';
      await insertReactivation(tx, personId, by);
      return 'CHANGED';
    });
  }

  private async change(
    actor: Actor,
    personId: string,
    operation: AccessOperation,
    change: Change,
  ): Promise<PersonChange> {
    requireAccess(actor, 'person.manage');
    const at = this.clock.now();
    return this.database.transaction(actor.organisationId, async (tx) => {
      await lockWithOwners(tx, [personId, actor.id]);
      const people = await selectPeopleByIds(tx, [personId, actor.id]);
      requireAccess(asOfNow(actor, people), 'person.manage');
      const before = people.find(({ id }) => id === personId);
      if (before === undefined) throw new Refused('NOT_FOUND', 'There is no such person.');
      const outcome = await change(tx, before, { authorId: actor.id, at });
      if (outcome !== 'CHANGED') return { outcome };
      recordChange(tx, actor, { operation, subjectIds: [personId], at });
      const [person] = await selectPeopleByIds(tx, [personId]);
      return { outcome, person: person! }; // it is held by this transaction
    });
  }
}

/**
 * The actor with the role that they have in this transaction: another owner may have taken it from them since they asked.
 * An operator is no person of the organisation. @throws Refused `UNAUTHENTICATED` when they were deactivated.
 */
function asOfNow(actor: Actor, people: readonly KnownPerson[]): Actor {
  if (actor.kind !== 'PERSON' || actor.sessionId === undefined) return actor;
  const person = people.find(({ id }) => id === actor.id);
  if (person === undefined || person.deactivatedAt !== null)
    throw new Refused('UNAUTHENTICATED', 'The session has ended.');
  return { ...actor, role: person.role };
}
