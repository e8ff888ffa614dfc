import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { Clock, newId, Refused } from '#platform';
import { Assignment } from './assignment.entity.js';
import {
  endAssignments,
  findPerson,
  holdersOf,
  type ListedAssignment,
  listAssignments,
  type Scope,
} from './assignments.queries.js';
import { Party } from './party.entity.js';

export interface Appointment extends Scope {
  name: string;
  title: string | null;
  /** A past moment carries over what an older register said then. Replies that are recorded already stay as they are. */
  from: Date;
  basis: string;
}

/** Who answers from when on: one at a time for one scope. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(organisationId: string): Promise<ListedAssignment[]> {
    return this.database.read(organisationId, listAssignments);
  }

  /**
   * Lets a person answer in place of whoever did for exactly this scope. Appointing whoever answers already changes nothing.
   * @returns those whose assignment ends by it, or null when nothing changed
   * @throws Refused `BAD_INPUT` when somebody was appointed for the same scope at that moment or after it
   */
  appoint(organisationId: string, given: Appointment): Promise<ListedAssignment[] | null> {
    return this.database.transaction(organisationId, async (tx) => {
      const before = await holdersOf(tx, given, given.from);
      const later = before.find(({ validFrom }) => validFrom >= given.from);
      const same = before.length === 1 && before[0]!.name === given.name && before[0]!.title === given.title; // just counted
      if (same && later === undefined) return null;
      if (later !== undefined) {
        const since = later.validFrom.toISOString();
        throw new Refused(
          'BAD_INPUT',
          `${later.name} answers here from ${since} on; an appointment must begin after that.`,
        );
      }
      const recordedAt = this.clock.now();
      await endAssignments(
        tx,
        before.map(({ id }) => id),
        { endedAt: given.from, recordedAt },
      );
      await this.assign(tx, organisationId, given, recordedAt);
      return before;
    });
  }

  private async assign(tx: Transaction, organisationId: string, given: Appointment, now: Date): Promise<void> {
    const { name, title, from, cloneId, channel, basis } = given;
    let person = await findPerson(tx, name, title);
    if (person === undefined) {
      person = { organisationId, id: newId(), kind: 'PERSON', name, title, createdAt: now };
      await tx.entities.insert(Party, person);
    }
    await tx.entities.insert(Assignment, {
      organisationId,
      id: newId(),
      role: 'ACCOUNTABLE',
      partyId: person.id,
      cloneId,
      channel,
      validFrom: from,
      validTo: null,
      recordedAt: from < now ? from : now,
      basis,
    });
  }
}
