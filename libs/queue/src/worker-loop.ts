import type { Database } from '#database';
import { log } from '#platform';
import type { Backend, BellWorker } from './backend.js';
import { describeFailure } from './failures.js';
import { SWEEP_SECONDS } from './limits.js';
import { organisationsWithDueEvents } from './outbox.queries.js';
import type { OutboxRunner } from './outbox-runner.js';

/** Listens for bells, and looks by itself now and then for events whose bell was lost. */
export class WorkerLoop {
  private worker: BellWorker | undefined;
  private sweep: NodeJS.Timeout | undefined;
  private runner: OutboxRunner | undefined;
  private stopping = false;
  private readonly underway = new Set<Promise<void>>();

  constructor(private readonly backend: Backend) {}

  async start(database: Database, runner: OutboxRunner): Promise<void> {
    this.runner = runner;
    this.worker = await this.backend.worker(({ organisationId, event }) =>
      this.track(runner.drain(organisationId, event)),
    );
    const look = async () => {
      await this.track(this.sweepOnce(database, runner));
      if (!this.stopping) this.sweep = setTimeout(() => void look(), SWEEP_SECONDS * 1000);
    };
    void look();
  }

  /** Finishes what is under way and takes nothing new. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.runner?.stop();
    clearTimeout(this.sweep);
    await this.worker?.close();
    await Promise.allSettled(this.underway);
  }

  private async sweepOnce(database: Database, runner: OutboxRunner): Promise<void> {
    try {
      for (const event of runner.events) {
        const organisations = await database.system((tx) => organisationsWithDueEvents(tx, event));
        for (const organisationId of organisations) await runner.drain(organisationId, event);
      }
    } catch (error) {
      log.warn('sweep-failed', { failure: describeFailure(error) });
    }
  }

  private track(work: Promise<void>): Promise<void> {
    this.underway.add(work);
    return work.finally(() => this.underway.delete(work));
  }
}
