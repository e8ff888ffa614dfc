import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { Clock, GroupCommit, Refused } from '#platform';
import { type Actor, requireAccess } from '../access.js';
import { type AccessLog, READS_OF_WORDS } from './access-log.js';
import {
  type AccessRecord,
  type AccessRecordFilter,
  type AccessRecordPlace,
  type ActorAccesses,
  findAccessRecords,
  insertAccessRecords,
  insertReasonRule,
  isReasonRequired,
  recordChange,
} from './access-records.queries.js';

export type { AccessRecord, AccessRecordFilter };

type Recorded = 'RECORDED' | 'REASON_MISSING';

const RECORD_GROUPS = { groups: 2, weight: 200 };

/** Who looked at what. Records are added and never changed. */
@Injectable()
export class AccessRecordsService {
  /** Per organisation: requests that end together share one statement and one commit. */
  private readonly groups = new Map<string, GroupCommit<ActorAccesses, Recorded>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Records what the actor read, and is to be awaited before it is answered: a read without its record is not answered.
   * @throws Refused `REASON_REQUIRED` when words were read without a reason, and the organisation wants one.
   */
  async record(actor: Actor, log: AccessLog): Promise<void> {
    const accesses = log.take();
    if (accesses.length === 0) return;
    const given = { actor, origin: log.origin, at: this.clock.now(), accesses };
    const recorded = await this.groupOf(actor.organisationId).add(given);
    if (recorded === 'REASON_MISSING')
      throw new Refused(
        'REASON_REQUIRED',
        'This organisation asks why words are read: say it in the header Access-Reason.',
      );
  }

  /** Whether the actor's organisation wants to know why its words are read. */
  wantsReasons(actor: Actor): Promise<boolean> {
    return this.database.read(actor.organisationId, isReasonRequired);
  }

  /** Sets whether a reason is needed, from the next request on. @returns false when it was so already */
  requireReasons(actor: Actor, required: boolean): Promise<boolean> {
    requireAccess(actor, 'organisation.manage');
    const at = this.clock.now();
    return this.database.transaction(actor.organisationId, async (tx) => {
      if ((await isReasonRequired(tx)) === required) return false;
      await insertReasonRule(tx, { required, authorId: actor.id, at });
      recordChange(tx, actor, { operation: 'ACCESS_REASON_RULE_SET', subjectIds: [actor.organisationId], at });
      return true;
    });
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

  private groupOf(organisationId: string): GroupCommit<ActorAccesses, Recorded> {
    let group = this.groups.get(organisationId);
    if (group === undefined) {
      group = new GroupCommit((given: ActorAccesses[]) => this.write(organisationId, given), RECORD_GROUPS);
      this.groups.set(organisationId, group);
    }
    return group;
  }

  private write(organisationId: string, given: readonly ActorAccesses[]): Promise<Recorded[]> {
    return this.database.transaction(organisationId, async (tx) => {
      const required = given.some(lacksReason) && (await isReasonRequired(tx));
      const missing = (one: ActorAccesses) => required && lacksReason(one);
      insertAccessRecords(
        tx,
        given.filter((one) => !missing(one)),
      );
      return given.map((one) => (missing(one) ? 'REASON_MISSING' : 'RECORDED'));
    });
  }
}

function lacksReason({ origin, accesses }: ActorAccesses): boolean {
  return origin.reason === null && accesses.some(({ operation }) => READS_OF_WORDS.includes(operation));
}
