import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';
import { Clock, CONFIGURATION, type Configuration } from '#platform';
import { PURGE_BATCH_RECORDS } from '../limits.js';
import { OrganisationsService } from '../organisations.service.js';
import { purgeAccessRecords } from './access-records.queries.js';

const DAY_SECONDS = 24 * 60 * 60;

/** Takes access records away when their time is over: whole days, so that a day's purge leaves one record, not one an hour. */
@Injectable()
export class AccessRecordRetentionService {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisations: OrganisationsService,
  ) {}

  /**
   * Purges every organisation, batch by batch, unless another process is at it.
   * @param goesOn asked before each batch
   * @returns how many records went
   */
  async purge(goesOn: () => boolean = () => true): Promise<number> {
    const done = await this.database.alone('access-record-retention', () => this.purgeAll(goesOn));
    return done?.result ?? 0;
  }

  private async purgeAll(goesOn: () => boolean): Promise<number> {
    const before = this.clock.in(-this.configuration.accessRecordDays * DAY_SECONDS);
    before.setUTCHours(0, 0, 0, 0);
    let total = 0;
    for (const { id } of await this.organisations.list()) {
      for (let purged = PURGE_BATCH_RECORDS; purged === PURGE_BATCH_RECORDS && goesOn(); total += purged)
        purged = await this.database.transaction(id, (tx) => purgeAccessRecords(tx, before, PURGE_BATCH_RECORDS));
    }
    return total;
  }
}
