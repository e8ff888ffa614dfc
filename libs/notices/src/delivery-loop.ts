import { Injectable } from '@nestjs/common';
import { log, Rounds } from '#platform';
import { describeFailure } from '#queue';
import { ATTEMPTS_PER_ORGANISATION, ATTEMPTS_UNDER_WAY, DELIVERY_SWEEP_SECONDS } from './limits.js';
import { type ReadyDelivery, SendingService } from './sending.service.js';

/** Looks for due deliveries now and then, and at once when an attempt has ended. */
@Injectable()
export class DeliveryLoop {
  private readonly rounds = new Rounds(() => this.look(), DELIVERY_SWEEP_SECONDS);
  /** The attempts under way, by organisation. */
  private readonly underWay = new Map<Promise<void>, string>();

  constructor(private readonly sending: SendingService) {}

  start(): void {
    this.rounds.start();
  }

  /** Finishes what is under way and takes nothing new. */
  async stop(): Promise<void> {
    await this.rounds.stop();
    await Promise.all(this.underWay.keys());
  }

  private async look(): Promise<void> {
    await this.takeDue().catch((error: unknown) =>
      log.warn('webhook-sweep-failed', { failure: describeFailure(error) }),
    );
  }

  private async takeDue(): Promise<void> {
    if (this.free() <= 0) return;
    for (const organisationId of await this.sending.organisationsWithDue()) {
      const limit = Math.min(this.free(), ATTEMPTS_PER_ORGANISATION - this.of(organisationId));
      if (limit <= 0 || this.rounds.isStopping) continue;
      for (const delivery of await this.sending.lease(organisationId, limit)) this.begin(organisationId, delivery);
    }
  }

  private begin(organisationId: string, delivery: ReadyDelivery): void {
    const attempt = this.sending
      .attempt(organisationId, delivery)
      .catch((error: unknown) => log.warn('webhook-attempt-failed', { failure: describeFailure(error) })) // the lease ends
      .finally(() => {
        this.underWay.delete(attempt);
        this.rounds.callNow();
      });
    this.underWay.set(attempt, organisationId);
  }

  private free(): number {
    return ATTEMPTS_UNDER_WAY - this.underWay.size;
  }

  private of(organisationId: string): number {
    return [...this.underWay.values()].filter((one) => one === organisationId).length;
  }
}
