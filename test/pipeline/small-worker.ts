import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { Database, type Transaction } from '#database';
import { foundation } from '#foundation';
import { newId, readConfiguration } from '#platform';
import {
  Announcements,
  Bells,
  checkPipeline,
  DeadLettersService,
  type Handler,
  OutboxRunner,
  type RecordedEvent,
  recordEvents,
  WorkerLoop,
} from '#queue';
import { createDatabase } from '../support/database.js';

export const HAPPENED = 'Happened';

/** What a test records: what becomes of it depends on `name` only. */
export interface Payload {
  name: string;
}

/** One process of the queue with nothing but the queue: the product's own runner, loop and backend, a job of the test. */
export interface SmallWorker {
  database: Database;
  bells: Bells;
  announcements: Announcements;
  deadLetters: DeadLettersService;
  /** Begins to work; without it the process only records and rings. */
  start(handle: Handler['handle'], batchEvents?: number): Promise<void>;
  close(): Promise<void>;
}

export async function openSmallWorker(databaseUrl: string, redisUrl?: string): Promise<SmallWorker> {
  const root: DynamicModule = { module: class {}, imports: foundation(readConfiguration({}), databaseUrl) };
  if (redisUrl !== undefined) root.imports = foundation(readConfiguration({ REDIS_URL: redisUrl }), databaseUrl);
  const app = await NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
  const loop = app.get(WorkerLoop, { strict: false });
  const database = app.get(Database, { strict: false });
  return {
    database,
    bells: app.get(Bells, { strict: false }),
    announcements: app.get(Announcements, { strict: false }),
    deadLetters: app.get(DeadLettersService, { strict: false }),
    async start(handle, batchEvents) {
      const pipeline = [{ on: HAPPENED, run: 'count' }];
      await loop.start(
        database,
        new OutboxRunner(database, checkPipeline(pipeline, [{ job: 'count', batchEvents, handle }])),
      );
    },
    async close() {
      await loop.stop();
      await app.close();
    },
  };
}

/** A database with one organisation, seen as the owner of its tables. */
export interface Ledger {
  url: string;
  organisationId: string;
  owner: pg.Pool;
  /** How often each event took effect. */
  effects(): Promise<Record<string, number>>;
  waiting(): Promise<number>;
  /** Makes postponed events due now, so that no test waits for a pause. */
  skipPauses(): Promise<void>;
  drop(): Promise<void>;
}

export async function openLedger(): Promise<Ledger> {
  const database = await createDatabase();
  const owner = new pg.Pool({ connectionString: database.url, max: 2 });
  owner.on('error', () => {}); // the database goes away with the test
  const organisationId = newId();
  await owner.query(`INSERT INTO organisation VALUES ($1, 'test', 'Test', 'UTC', now())`, [organisationId]);
  return {
    url: database.url,
    organisationId,
    owner,
    async effects() {
      const { rows } = await owner.query<{ key: string; turns: number }>(
        'SELECT key, turns::int FROM trend_count WHERE organisation_id = $1 ORDER BY key',
        [organisationId],
      );
      return Object.fromEntries(rows.map(({ key, turns }) => [key, turns]));
    },
    async waiting() {
      const { rows } = await owner.query<{ waiting: number }>('SELECT count(*)::int AS waiting FROM outbox');
      return rows[0]?.waiting ?? 0;
    },
    async skipPauses() {
      await owner.query('UPDATE outbox SET available_at = now() WHERE available_at > now()');
    },
    async drop() {
      await owner.end();
      await database.drop();
    },
  };
}

/** Commits events, as a library does beside its rows. */
export function record({ database }: SmallWorker, { organisationId }: Ledger, ...names: string[]): Promise<void> {
  const payloads = names.map((name): Payload => ({ name }));
  return database.transaction(organisationId, async (tx) => recordEvents(tx, HAPPENED, payloads));
}

/** The effect that is counted: adds one per event, in the transaction that removes the event. */
export async function countEvents(tx: Transaction, events: readonly RecordedEvent[]): Promise<void> {
  for (const { payload } of events) {
    await tx.query(
      `INSERT INTO trend_count AS old (organisation_id, bucket, clone_id, channel, measure, key, turns, score_sum, scored)
       VALUES (current_organisation(), '2026-01-01Z', current_organisation(), 'CHAT', 'topic', $1, 1, 0, 0)
       ON CONFLICT (organisation_id, bucket, clone_id, channel, measure, key) DO UPDATE SET turns = old.turns + 1`,
      [(payload as Payload).name],
    );
  }
}
