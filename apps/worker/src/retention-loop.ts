import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AccessRecordRetentionService, accountLimits } from '#accounts';
import { log } from '#platform';
import { describeFailure } from '#queue';

/** Looks now and then for what was kept long enough. */
@Injectable()
export class RetentionLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private stopping = false;
  private looking: Promise<void> = Promise.resolve();
  private lookNow = (): void => {};

  constructor(private readonly accessRecords: AccessRecordRetentionService) {}

  onApplicationBootstrap(): void {
    this.looking = this.look();
  }

  /** Before the database closes: the batch under way is finished. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    this.lookNow();
    await this.looking;
  }

  private async look(): Promise<void> {
    while (!this.stopping) {
      await this.accessRecords
        .purge(() => !this.stopping)
        .catch((error: unknown) => log.warn('retention-sweep-failed', { failure: describeFailure(error) }));
      if (!this.stopping) await this.pause();
    }
  }

  private async pause(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.lookNow = resolve;
      timer = setTimeout(resolve, accountLimits.PURGE_SWEEP_SECONDS * 1000);
    });
    clearTimeout(timer);
  }
}
