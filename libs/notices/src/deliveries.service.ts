import { Injectable } from '@nestjs/common';
import { type Actor, recordChange, requireAccess } from '#accounts';
import { Database, type Transaction } from '#database';
import { Clock, newId, Refused } from '#platform';
import {
  type Delivery,
  type DeliveryFilter,
  findDeliveries,
  findDelivery,
  insertDeliveries,
  resendDelivery,
} from './deliveries.queries.js';
import { findEndpoints } from './endpoints.queries.js';
import { oneEndpoint } from './endpoints.service.js';
import { type Notice, testNotice } from './events.js';

export type SendOutcome = Delivery | { refused: 'DELIVERY_PENDING' | 'ENDPOINT_DISABLED' };

/** What is to be sent, was sent, and could not be sent. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Lets every enabled endpoint that listens be told, in `tx`. The same notices again change nothing. */
  async announce(tx: Transaction, notices: readonly Notice[]): Promise<void> {
    if (notices.length === 0) return;
    const listening = (await findEndpoints(tx)).filter(({ enabled }) => enabled);
    const rows = listening.flatMap(({ id: endpointId, eventTypes }) =>
      notices.filter(({ type }) => eventTypes.includes(type)).map((notice) => ({ id: newId(), endpointId, notice })),
    );
    await insertDeliveries(tx, rows);
  }

  list(actor: Actor, filter: DeliveryFilter, limit: number, after: string | null): Promise<Delivery[]> {
    requireAccess(actor, 'webhook.manage');
    return this.database.read(actor.organisationId, (tx) => findDeliveries(tx, filter, limit, after));
  }

  /** Sends a finished delivery again, under the same `webhook-id`. */
  async resend(actor: Actor, id: string): Promise<SendOutcome> {
    requireAccess(actor, 'webhook.manage');
    return this.database.transaction(actor.organisationId, async (tx): Promise<SendOutcome> => {
      const { endpointId } = await oneDelivery(tx, id);
      if (!(await oneEndpoint(tx, endpointId)).enabled) return { refused: 'ENDPOINT_DISABLED' };
      const resent = await resendDelivery(tx, id, { resendId: newId(), author: actor });
      if (!resent) return { refused: 'DELIVERY_PENDING' };
      recordChange(tx, actor, { operation: 'WEBHOOK_RESENT', subjectIds: [endpointId], at: this.clock.now() });
      return oneDelivery(tx, id);
    });
  }

  /** Sends an event that tells of nothing, so that a receiver can be tried out. */
  async sendTest(actor: Actor, endpointId: string): Promise<SendOutcome> {
    requireAccess(actor, 'webhook.manage');
    return this.database.transaction(actor.organisationId, async (tx): Promise<SendOutcome> => {
      const { enabled } = await oneEndpoint(tx, endpointId);
      if (!enabled) return { refused: 'ENDPOINT_DISABLED' };
      const id = newId();
      const notice = testNotice({ id: newId(), occurredAt: this.clock.now(), endpointId });
      await insertDeliveries(tx, [{ id, endpointId, notice }]);
      recordChange(tx, actor, { operation: 'WEBHOOK_TESTED', subjectIds: [endpointId], at: this.clock.now() });
      return oneDelivery(tx, id);
    });
  }
}

async function oneDelivery(tx: Transaction, id: string): Promise<Delivery> {
  const delivery = await findDelivery(tx, id);
  if (delivery === undefined) throw new Refused('NOT_FOUND', 'There is no such webhook delivery.');
  return delivery;
}
