import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { type Actor, clonesOf, requireAccess } from '#accounts';
import { Database } from '#database';
import { Clock, newId } from '#platform';
import { Assignment } from './assignment.entity.js';
import { Party } from './party.entity.js';
import { type AccountabilityRecord, countOpen, findRecords } from './records.queries.js';

@Injectable()
export class AccountabilityService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The records of all replies of these conversations. */
  recordsOf(actor: Actor, conversationIds: readonly string[]): Promise<AccountabilityRecord[]> {
    requireAccess(actor, 'accountability.read');
    return this.database.read(actor.organisationId, (tx) => findRecords(tx, conversationIds, clonesOf(actor)));
  }

  /** Those of these parties that have answered, or may, for a clone that the actor may see. */
  parties(actor: Actor, ids: readonly string[]): Promise<Party[]> {
    requireAccess(actor, 'accountability.read');
    const only = clonesOf(actor);
    return this.database.read(actor.organisationId, async (tx) => {
      const parties = await tx.entities.findBy(Party, { id: In([...ids]) });
      if (only === null) return parties;
      const assigned = await tx.entities.findBy(Assignment, [
        { partyId: In([...ids]), cloneId: IsNull() },
        { partyId: In([...ids]), cloneId: In([...only]) },
      ]);
      return parties.filter(({ id }) => assigned.some(({ partyId }) => partyId === id));
    });
  }

  /** How many replies nobody, or more than one, answers for. */
  openReplies(actor: Actor): Promise<{ gaps: number; conflicts: number }> {
    requireAccess(actor, 'accountability.read');
    return this.database.read(actor.organisationId, countOpen);
  }

  async addParty(organisationId: string, given: Pick<Party, 'kind' | 'name' | 'title'>): Promise<Party> {
    const party = { ...given, organisationId, id: newId(), createdAt: this.clock.now() };
    await this.database.transaction(organisationId, (tx) => tx.entities.insert(Party, party));
    return party;
  }

  /**
   * Assigns a party. `recordedAt` is when this was written down, now unless an older register is being carried over;
   * it never answers for replies before that moment.
   */
  async assign(
    organisationId: string,
    given: Omit<Assignment, 'organisationId' | 'id' | 'recordedAt'> & { recordedAt?: Date },
  ): Promise<Assignment> {
    const assignment = { recordedAt: this.clock.now(), ...given, organisationId, id: newId() };
    await this.database.transaction(organisationId, (tx) => tx.entities.insert(Assignment, assignment));
    return assignment;
  }
}
