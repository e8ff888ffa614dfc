import { Injectable } from '@nestjs/common';
import { programIn, recordChange } from '#accounts';
import { Database, UNIQUE_VIOLATION } from '#database';
import { Clock, log } from '#platform';
import { reviseEndpoint } from './endpoints.queries.js';
import { oneEndpoint, placeOfSecret } from './endpoints.service.js';
import { type Answer, Poster } from './post.js';
import { pauseAfter, readRetryAfter } from './schedule.js';
import { Seal, SealBroken } from './seal.js';
import { findSigningSecrets, type SealedSecret } from './secrets.queries.js';
import {
  type AttemptResult,
  buryOfDisabled,
  leaseDeliveries,
  type LeasedDelivery,
  noteAttempt,
  organisationsWithDueDeliveries,
} from './sending.queries.js';
import { signedHeaders } from './signature.js';

const GONE = 410;

/** A delivery that this process holds, with what it is signed with. */
export interface ReadyDelivery extends LeasedDelivery {
  secrets: SealedSecret[];
}

/** Makes attempts. No transaction is open while a receiver takes its time. */
@Injectable()
export class SendingService {
  constructor(
    private readonly database: Database,
    private readonly poster: Poster,
    private readonly seal: Seal,
    private readonly clock: Clock,
  ) {}

  organisationsWithDue(): Promise<string[]> {
    return this.database.system(organisationsWithDueDeliveries);
  }

  lease(organisationId: string, limit: number): Promise<ReadyDelivery[]> {
    return this.database.transaction(organisationId, async (tx) => {
      await buryOfDisabled(tx);
      const leased = await leaseDeliveries(tx, limit);
      const secrets = await findSigningSecrets(
        tx,
        leased.map(({ endpointId }) => endpointId),
      );
      return leased.map((delivery) => ({
        ...delivery,
        secrets: secrets.filter(({ endpointId }) => endpointId === delivery.endpointId),
      }));
    });
  }

  /** Sends it once, and notes what became of it. Killed in between, it is sent again when the lease has ended. */
  async attempt(organisationId: string, delivery: ReadyDelivery): Promise<void> {
    const headers = this.sign(organisationId, delivery);
    const result =
      headers === undefined
        ? resultOf(delivery, 'SECRET_UNREADABLE')
        : this.judge(delivery, await this.poster.post(delivery.url, headers, delivery.body));
    await this.note(organisationId, delivery, result);
    if (result.status === 'DEAD')
      log.warn('webhook-dead', { organisationId, deliveryId: delivery.id, failure: result.failure });
  }

  private sign(organisationId: string, { endpointId, noticeId, body, secrets }: ReadyDelivery) {
    try {
      const opened = secrets.map((secret) => this.seal.open(secret.sealed, placeOfSecret(organisationId, secret)));
      const signed = signedHeaders(opened, { id: noticeId, body, at: this.clock.now() });
      return { 'content-type': 'application/json', 'user-agent': 'Answerable-Webhooks', ...signed };
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      log.error('webhook-secret-unreadable', { organisationId, endpointId });
      return undefined;
    }
  }

  private judge(delivery: LeasedDelivery, { status, failure, retryAfter }: Answer): AttemptResult {
    if (failure === null) return { status: 'DELIVERED', statusCode: status, failure, pauseSeconds: null };
    if (status === GONE) return { status: 'DEAD', statusCode: status, failure: 'GONE', pauseSeconds: null };
    return resultOf(delivery, failure, status, readRetryAfter(retryAfter, this.clock.now()));
  }

  private async note(organisationId: string, delivery: LeasedDelivery, result: AttemptResult): Promise<void> {
    const note = async (tx: Parameters<typeof noteAttempt>[0]) => {
      const noted = await noteAttempt(tx, delivery, result);
      if (!noted || result.failure !== 'GONE') return;
      const { enabled } = await oneEndpoint(tx, delivery.endpointId);
      const because = { reason: 'GONE', author: { id: null, name: 'Answerable' } } as const;
      if (!enabled) return;
      await reviseEndpoint(tx, delivery.endpointId, { enabled: false }, because);
      const change = { subjectIds: [delivery.endpointId], at: this.clock.now() };
      recordChange(tx, programIn(organisationId), { operation: 'WEBHOOK_CHANGED', ...change });
    };
    await this.database.transaction(organisationId, note, [UNIQUE_VIOLATION]);
  }
}

/** A failed attempt: tried again later, or dead when the schedule is at its end. */
function resultOf(
  { failures }: LeasedDelivery,
  failure: string,
  statusCode: number | null = null,
  asked?: number,
): AttemptResult {
  const pauseSeconds = pauseAfter(failures + 1, asked, Math.random()) ?? null;
  return { status: pauseSeconds === null ? 'DEAD' : 'PENDING', statusCode, failure, pauseSeconds };
}
