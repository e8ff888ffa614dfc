import { Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AnalysisModule } from '#analysis';
import { Database } from '#database';
import { InsightsModule } from '#insights';
import { ModerationModule } from '#moderation';
import { checkPipeline, OutboxRunner, WorkerLoop } from '#queue';
import { AnalyseTurnsProcessor } from './analyse-turns.processor.js';
import { PIPELINE } from './pipeline.js';

@Module({ imports: [AnalysisModule, ModerationModule, InsightsModule], providers: [AnalyseTurnsProcessor] })
export class WorkerModule implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    private readonly database: Database,
    private readonly loop: WorkerLoop,
    private readonly analyseTurns: AnalyseTurnsProcessor,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.loop.start(this.database, new OutboxRunner(this.database, checkPipeline(PIPELINE, [this.analyseTurns])));
  }

  /** Before the database closes: what is under way is finished. */
  async onModuleDestroy(): Promise<void> {
    await this.loop.stop();
  }
}
