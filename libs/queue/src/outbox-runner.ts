import type { Database } from '#database';
import { log } from '#platform';
import { describeFailure, isShutdown } from './failures.js';
import type { Handler } from './handlers.js';
import { BATCH_EVENTS, MAX_ATTEMPTS, RETRY_SECONDS } from './limits.js';
import { buryEvent, findDueEvents, postponeEvent, removeEvents, takeDueEvents } from './outbox.queries.js';

/** Runs handlers over the outbox: at least once in spite of crashes, and with effect exactly once. */
export class OutboxRunner {
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly handlers: ReadonlyMap<string, Handler>,
  ) {}

  get events(): string[] {
    return [...this.handlers.keys()];
  }

  stop(): void {
    this.stopping = true;
  }

  /** Handles the organisation's due events of one kind until none is left. */
  async drain(organisationId: string, event: string): Promise<void> {
    const handler = this.handlers.get(event);
    if (handler === undefined) throw new Error(`No handler for ${event}.`);
    let more = true;
    while (more && !this.stopping) {
      try {
        more = (await this.handleBatch(organisationId, event, handler, batchOf(handler))) > 0;
      } catch (error) {
        if (isShutdown(error)) return;
        await this.handleOneByOne(organisationId, event, handler);
      }
    }
  }

  private handleBatch(organisationId: string, event: string, handler: Handler, limit: number, only?: string) {
    return this.database.transaction(organisationId, async (tx) => {
      const events = await takeDueEvents(tx, event, limit, only);
      if (events.length === 0) return 0;
      await handler.handle(tx, organisationId, events);
      await removeEvents(
        tx,
        events.map(({ id }) => id),
      );
      return events.length;
    });
  }

  /** After a failed batch: the good events take effect, and the bad one is known. */
  private async handleOneByOne(organisationId: string, event: string, handler: Handler): Promise<void> {
    const due = await this.database.read(organisationId, (tx) => findDueEvents(tx, event, batchOf(handler)));
    for (const { id, attempts } of due) {
      if (this.stopping) return;
      try {
        await this.handleBatch(organisationId, event, handler, 1, id);
      } catch (error) {
        if (isShutdown(error)) return;
        await this.giveWay(organisationId, id, attempts + 1, handler.job, error);
      }
    }
  }

  private async giveWay(organisationId: string, id: string, attempts: number, job: string, error: unknown) {
    const failure = describeFailure(error);
    log.warn('job-failed', { job, organisationId, outboxId: id, attempts, failure });
    await this.database.transaction(organisationId, async (tx) => {
      if (attempts >= MAX_ATTEMPTS) await buryEvent(tx, id, failure);
      else await postponeEvent(tx, id, RETRY_SECONDS * 2 ** (attempts - 1) * (1 + Math.random() / 2));
    });
  }
}

function batchOf(handler: Handler): number {
  return Math.min(handler.batchEvents ?? BATCH_EVENTS, BATCH_EVENTS);
}
