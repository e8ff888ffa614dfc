import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { Bells } from './bells.js';

export interface DeadLetter {
  id: string;
  event: string;
  attempts: number;
  error: string;
  recordedAt: Date;
  diedAt: Date;
}

/** Work that failed for good: seen by people, and given another chance by them. */
@Injectable()
export class DeadLettersService {
  constructor(
    private readonly database: Database,
    private readonly bells: Bells,
  ) {}

  list(organisationId: string, limit: number): Promise<DeadLetter[]> {
    return this.database.read(organisationId, (tx) =>
      tx.query<DeadLetter>(
        `SELECT id, event, attempts, error, recorded_at AS "recordedAt", died_at AS "diedAt"
         FROM dead_letter ORDER BY died_at DESC, id DESC LIMIT $1`,
        [limit],
      ),
    );
  }

  async count(organisationId: string): Promise<number> {
    const [row] = await this.database.read(organisationId, (tx) =>
      tx.query<{ dead: number }>('SELECT count(*)::int AS dead FROM dead_letter'),
    );
    return row?.dead ?? 0;
  }

  /** Puts all of them, or one, back in line with fresh attempts. @returns how many. */
  async retry(organisationId: string, id?: string): Promise<number> {
    const revived = await this.database.transaction(organisationId, (tx) =>
      tx.query<{ event: string }>(
        `WITH gone AS (DELETE FROM dead_letter WHERE $1::text IS NULL OR id::text = $1 RETURNING *)
         INSERT INTO outbox (organisation_id, event, payload, recorded_at, available_at)
         SELECT organisation_id, event, payload, recorded_at, now() FROM gone RETURNING event`,
        [id ?? null],
      ),
    );
    for (const { event } of revived) this.bells.ring(organisationId, event);
    return revived.length;
  }
}
