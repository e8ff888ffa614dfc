import { Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { AnalysisModule } from '#analysis';
import { Database } from '#database';
import { InsightsModule } from '#insights';
import { ModerationModule } from '#moderation';
import { DeliveryLoop, NoticesModule } from '#notices';
import { checkPipeline, OutboxRunner, WorkerLoop } from '#queue';
import { AnalyseTurnsProcessor } from './analyse-turns.processor.js';
import { AnnounceProcessor } from './announce.processor.js';
import { PIPELINE } from './pipeline.js';
import { RetentionLoop } from './retention-loop.js';

@Module({
  imports: [AccountsModule, AnalysisModule, ModerationModule, InsightsModule, NoticesModule],
  providers: [AnalyseTurnsProcessor, AnnounceProcessor, RetentionLoop],
})
export class WorkerModule implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    private readonly database: Database,
    private readonly loop: WorkerLoop,
    private readonly deliveries: DeliveryLoop,
    private readonly analyseTurns: AnalyseTurnsProcessor,
    private readonly announce: AnnounceProcessor,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const handlers = checkPipeline(PIPELINE, [this.analyseTurns, this.announce]);
    await this.loop.start(this.database, new OutboxRunner(this.database, handlers));
    this.deliveries.start();
  }

  /** Before the database closes: what is under way is finished. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.loop.stop(), this.deliveries.stop()]);
  }
}
