import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { Clock, GroupCommit } from '#platform';
import { type Actor, requireAccess } from '../access.js';
import type { AccessLog } from './access-log.js';
import {
  type AccessRecord,
  type AccessRecordFilter,
  type AccessRecordPlace,
  type ActorAccesses,
  findAccessRecords,
  insertAccessRecords,
} from './access-records.queries.js';

export type { AccessRecord, AccessRecordFilter };

const RECORD_GROUPS = { groups: 2, weight: 200 };

/** Who looked at what. Records are added and never changed. */
@Injectable()
export class AccessRecordsService {
  /** Per organisation: requests that end together share one statement and one commit. */
  private readonly groups = new Map<string, GroupCommit<ActorAccesses, void>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Records what the actor read, and is to be awaited before it is answered: a read without its record is not answered. */
  async record(actor: Actor, log: AccessLog): Promise<void> {
    const accesses = log.take();
    if (accesses.length === 0) return;
    await this.groupOf(actor.organisationId).add({ actor, origin: log.origin, at: this.clock.now(), accesses });
  }

  /** Records that match, the latest first, after a place in the list. */
  list(
    actor: Actor,
    filter: AccessRecordFilter,
    limit: number,
    after: AccessRecordPlace | null,
  ): Promise<AccessRecord[]> {
    requireAccess(actor, 'access-record.read');
    return this.database.read(actor.organisationId, (tx) => findAccessRecords(tx, filter, limit, after));
  }

  private groupOf(organisationId: string): GroupCommit<ActorAccesses, void> {
    let group = this.groups.get(organisationId);
    if (group === undefined) {
      group = new GroupCommit((given: ActorAccesses[]) => this.write(organisationId, given), RECORD_GROUPS);
      this.groups.set(organisationId, group);
    }
    return group;
  }

  private async write(organisationId: string, given: readonly ActorAccesses[]): Promise<void[]> {
    await this.database.transaction(organisationId, async (tx) => insertAccessRecords(tx, given));
    return given.map(() => undefined);
  }
}
