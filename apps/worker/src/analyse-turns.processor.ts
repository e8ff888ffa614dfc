import { Injectable } from '@nestjs/common';
import { AnalysisService } from '#analysis';
import type { TurnsRecorded } from '#conversations';
import type { Transaction } from '#database';
import { RecordingService } from '#insights';
import { FlagsService } from '#moderation';
import { Bells, type Handler, type RecordedEvent, recordEvents } from '#queue';
import { CONVERSATIONS_ANALYSED, conversationsAnalysed } from './conversations-analysed.js';

/** Measures new turns, judges replies, counts: one transaction. */
@Injectable()
export class AnalyseTurnsProcessor implements Handler {
  readonly job = 'analyse-turns';

  constructor(
    private readonly analysis: AnalysisService,
    private readonly flags: FlagsService,
    private readonly recording: RecordingService,
    private readonly bells: Bells,
  ) {}

  /** An event tells of one conversation. */
  get batchEvents(): number | undefined {
    return this.analysis.conversationsPerCall;
  }

  async handle(tx: Transaction, organisationId: string, events: readonly RecordedEvent[]): Promise<void> {
    const recorded = events.map(({ payload }) => payload as TurnsRecorded); // written by the intake under this event name
    const turns = await this.analysis.analyse(tx, organisationId, recorded);
    const flags = await this.flags.raise(tx, turns);
    await this.recording.record(tx, turns);
    recordEvents(tx, CONVERSATIONS_ANALYSED, [conversationsAnalysed(turns, flags)]);
    this.bells.ring(organisationId, CONVERSATIONS_ANALYSED); // heard after the commit, or made good by the sweep
  }
}
