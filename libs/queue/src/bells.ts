import type { Queue } from 'bullmq';
import { log } from '#platform';
import { BELL_MILLISECONDS } from './limits.js';

/** What a bell says: this organisation has events of this kind. It carries nothing that could be lost with it. */
export interface Bell {
  organisationId: string;
  event: string;
}

/** The few calls that both backends share. */
export type BellQueue = Pick<Queue<Bell>, 'add' | 'close'>;

/** Wakes the workers after a commit. Rings of one organisation that come close together become one. */
export class Bells {
  private readonly soon = new Map<string, NodeJS.Timeout>();

  constructor(private readonly queue: BellQueue) {}

  ring(organisationId: string, event: string): void {
    const key = `${organisationId} ${event}`;
    if (this.soon.has(key)) return;
    const timer = setTimeout(() => {
      this.soon.delete(key);
      this.queue.add(event, { organisationId, event }, BELL_OPTIONS).catch((error: unknown) => {
        // The worker's sweep finds the events a little later.
        log.warn('bell-lost', { bell: event, organisationId, error: error instanceof Error ? error.name : 'unknown' });
      });
    }, BELL_MILLISECONDS);
    this.soon.set(key, timer);
  }

  async close(): Promise<void> {
    for (const timer of this.soon.values()) clearTimeout(timer);
    this.soon.clear();
    await this.queue.close();
  }
}

const BELL_OPTIONS = { removeOnComplete: true, removeOnFail: true };
