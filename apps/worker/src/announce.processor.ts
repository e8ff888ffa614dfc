import { Injectable } from '@nestjs/common';
import type { Transaction } from '#database';
import { DeliveriesService } from '#notices';
import type { Handler, RecordedEvent } from '#queue';
import { type ConversationsAnalysed, noticesOf } from './conversations-analysed.js';

/** Writes a delivery for each endpoint that listens. Sending is the delivery loop's business, outside of any transaction. */
@Injectable()
export class AnnounceProcessor implements Handler {
  readonly job = 'announce';

  constructor(private readonly deliveries: DeliveriesService) {}

  async handle(tx: Transaction, _organisationId: string, events: readonly RecordedEvent[]): Promise<void> {
    const notices = events.flatMap(
      ({ payload, recordedAt }) => noticesOf(payload as ConversationsAnalysed, recordedAt), // written by analyse-turns
    );
    await this.deliveries.announce(tx, notices);
  }
}
