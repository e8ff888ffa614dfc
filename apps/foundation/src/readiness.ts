import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Database, missingMigrations } from '#database';
import { CONFIGURATION, type Configuration } from '#platform';
import { READY_FRESH_MILLISECONDS, READY_PATIENCE_MILLISECONDS } from './limits.js';

/** What was looked at, and whether it stands. Names of checks only: a reason may quote an address. */
export interface Ready {
  ready: boolean;
  checks: { process: 'ok' | 'stopping'; database: 'ok' | 'failed'; migrations: 'ok' | 'missing' | 'unknown' };
}
type Looked = Pick<Ready['checks'], 'database' | 'migrations'>;

/** Whether this process should be sent work. */
@Injectable()
export class Readiness {
  private stopping = false;
  private looked: { at: number; answer: Promise<Looked> } | undefined;

  constructor(
    private readonly database: Database,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async look(): Promise<Ready> {
    const now = performance.now();
    // Anybody may ask, so asking often must not cost the database more.
    if (this.looked === undefined || now - this.looked.at > READY_FRESH_MILLISECONDS) {
      this.looked = { at: now, answer: this.lookAtDatabase() };
    }
    const checks = { process: this.stopping ? ('stopping' as const) : ('ok' as const), ...(await this.looked.answer) };
    return { ready: Object.values(checks).every((check) => check === 'ok'), checks };
  }

  /** Says from now on that the process stops, and gives those who ask the time to hear it. */
  async leave(): Promise<void> {
    this.stopping = true;
    await sleep(this.configuration.stopDelaySeconds * 1000);
  }

  private async lookAtDatabase(): Promise<Looked> {
    const tooLate = sleep(READY_PATIENCE_MILLISECONDS, undefined, { ref: false });
    const missing = await Promise.race([missingMigrations(this.database), tooLate]).catch(() => undefined); // any failure is the answer
    if (missing === undefined) return { database: 'failed', migrations: 'unknown' };
    return { database: 'ok', migrations: missing.length === 0 ? 'ok' : 'missing' };
  }
}
