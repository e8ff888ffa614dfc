import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '#database';
import { Clock, log, outsideRequests } from '#platform';
import { nobodyIn, type Origin } from './access-records/access-log.js';
import { recordChange } from './access-records/access-records.queries.js';
import { MAX_FAILURES_PER_ACCOUNT } from './limits.js';

/**
 * Records sign-ins that were refused, with the organisation of the account that they were for. Never while the request
 * waits: how long it takes would tell whether the account exists. What was typed is not kept. An account that is unknown
 * belongs to no organisation, so its attempts are counted and not recorded.
 */
@Injectable()
export class FailedSignIns implements OnApplicationShutdown {
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @param ofAccount how many attempts this account had of late: the first that is refused unseen is recorded, and not all
   * that follow, or anybody could fill the table
   */
  note(
    person: { organisationId: string; id: string } | null,
    operation: 'SIGN_IN_FAILED' | 'SIGN_IN_THROTTLED',
    given: { origin: Origin; ofAccount: number },
  ): void {
    if (person === null || given.ofAccount > MAX_FAILURES_PER_ACCOUNT + 1) return;
    const { organisationId, id } = person;
    const change = { operation, subjectIds: [id], at: this.clock.now(), origin: given.origin };
    this.writing = outsideRequests(() =>
      this.writing
        .then(() =>
          this.database.transaction(organisationId, async (tx) => recordChange(tx, nobodyIn(organisationId), change)),
        )
        .catch(() => log.warn('sign-in-not-recorded', { organisationId, operation })),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.writing;
  }
}
