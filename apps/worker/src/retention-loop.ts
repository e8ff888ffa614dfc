import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AccessRecordRetentionService, accountLimits } from '#accounts';
import { log, Rounds } from '#platform';
import { describeFailure } from '#queue';

/** Looks now and then for what was kept long enough. */
@Injectable()
export class RetentionLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds = new Rounds(() => this.purge(), accountLimits.PURGE_SWEEP_SECONDS);

  constructor(private readonly accessRecords: AccessRecordRetentionService) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  /** Before the database closes: the batch under way is finished. */
  async onModuleDestroy(): Promise<void> {
    await this.rounds.stop();
  }

  private async purge(): Promise<void> {
    await this.accessRecords
      .purge(() => !this.rounds.isStopping)
      .catch((error: unknown) => log.warn('retention-sweep-failed', { failure: describeFailure(error) }));
  }
}
