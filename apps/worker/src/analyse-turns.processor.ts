import { Injectable } from '@nestjs/common';
import { AnalysisService } from '#analysis';
import type { TurnsRecorded } from '#conversations';
import type { Transaction } from '#database';
import { RecordingService } from '#insights';
import { FlagsService } from '#moderation';
import type { Handler, RecordedEvent } from '#queue';

/** Measures new turns, judges replies, counts: one transaction. */
@Injectable()
export class AnalyseTurnsProcessor implements Handler {
  readonly job = 'analyse-turns';

  constructor(
    private readonly analysis: AnalysisService,
    private readonly flags: FlagsService,
    private readonly recording: RecordingService,
  ) {}

  /** An event tells of one conversation. */
  get batchEvents(): number | undefined {
    return this.analysis.conversationsPerCall;
  }

  async handle(tx: Transaction, organisationId: string, events: readonly RecordedEvent[]): Promise<void> {
    const recorded = events.map(({ payload }) => payload as TurnsRecorded); // written by the intake under this event name
    const turns = await this.analysis.analyse(tx, organisationId, recorded);
    await this.flags.raise(tx, turns);
    await this.recording.record(tx, turns);
  }
}
