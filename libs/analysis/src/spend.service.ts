import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { SpendBook } from './engine.js';

/** Money paid to model providers, per organisation and UTC day. Kept even when the analysis it paid for fails. */
@Injectable()
export class SpendService implements SpendBook {
  constructor(private readonly database: Database) {}

  async spentToday(organisationId: string): Promise<number> {
    const [row] = await this.database.read(organisationId, (tx) =>
      tx.query<{ spent: number }>(
        `SELECT micro_usd::float8 AS spent FROM model_spend WHERE day = (now() AT TIME ZONE 'UTC')::date`,
      ),
    );
    return row?.spent ?? 0;
  }

  async record(organisationId: string, microUsd: number): Promise<void> {
    await this.database.transaction(organisationId, (tx) =>
      tx.query(
        `INSERT INTO model_spend (organisation_id, day, micro_usd) VALUES (current_organisation(), (now() AT TIME ZONE 'UTC')::date, $1)
         ON CONFLICT (organisation_id, day) DO UPDATE SET micro_usd = model_spend.micro_usd + excluded.micro_usd`,
        [microUsd],
      ),
    );
  }
}
