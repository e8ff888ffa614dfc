import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { coded, isId, sha256 } from '#platform';
import { publishStatement } from './statements.js';

/** SQLSTATEs after which the same transaction may be tried again: serialization failure and deadlock. */
const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 3;
/** Least pause before another attempt: time for the other transaction to end, or the two would meet again. */
const PAUSE_MILLISECONDS = 20;
/** PostgreSQL keeps 63 bytes of a name. */
const PREPARED_NAME_LENGTH = 32;

/** One open transaction, inside one organisation unless it is a system one. */
export interface Transaction {
  query<Row = unknown>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * The same, planned once per connection instead of each time. For hot statements whose best plan does not depend on the
   * values: with optional filters, a plan made for all of them would be a bad one.
   */
  prepared<Row = unknown>(sql: string, values: readonly unknown[]): Promise<Row[]>;
  /** For back-office tables. Hot paths use `query` with set-based SQL. */
  entities: EntityManager;
}

type Work<T> = (tx: Transaction) => Promise<T>;

/** The only way to the tables: every statement runs in a transaction that knows its organisation. */
@Injectable()
export class Database {
  constructor(readonly source: DataSource) {}

  /** Reads and writes of one organisation; committed when `work` resolves, rolled back when it throws. */
  async transaction<T>(organisationId: string, work: Work<T>): Promise<T> {
    return this.run(inOrganisation(organisationId), work);
  }

  /** Reads of one organisation. */
  async read<T>(organisationId: string, work: Work<T>): Promise<T> {
    return this.run(`SET TRANSACTION READ ONLY; ${inOrganisation(organisationId)}`, work);
  }

  /** Work before the organisation is known: sign-in, keys, finding who has work waiting. The role sees little else. */
  system<T>(work: Work<T>): Promise<T> {
    return this.run('SET LOCAL ROLE answerable_system', work);
  }

  /** One prepared statement outside any organisation: nothing is visible to it but what a function of the schema answers. */
  async lookUp<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    const runner = this.source.createQueryRunner();
    try {
      return await runPrepared<Row>(runner, sql, values);
    } finally {
      await runner.release();
    }
  }

  private async run<T>(setting: string, work: Work<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(setting, work);
      } catch (error) {
        if (attempt >= ATTEMPTS || !RETRYABLE.has(coded(error) ?? '')) throw error;
        await sleep(PAUSE_MILLISECONDS * attempt * (1 + Math.random()));
      }
    }
  }

  private async once<T>(setting: string, work: Work<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query(setting);
      const result = await work(transactionOn(runner));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => {}); // the connection may be gone
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** `SET` takes no parameters, so the id is checked before it becomes part of the statement. */
function inOrganisation(organisationId: string): string {
  if (!isId(organisationId)) throw new Error('An organisation id must be a UUID.');
  return `SET LOCAL answerable.organisation = '${organisationId}'`;
}

function transactionOn(runner: QueryRunner): Transaction {
  return {
    entities: runner.manager,
    async query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]> {
      const result = await runner.query(sql, values as unknown[], true);
      return result.records as Row[];
    },
    prepared: (sql, values) => runPrepared(runner, sql, values),
  };
}

const names = new Map<string, string>();

/** TypeORM cannot name a statement, so this goes to the connection beneath it. The texts are constants: few, and bounded. */
async function runPrepared<Row>(runner: QueryRunner, text: string, values: readonly unknown[]): Promise<Row[]> {
  const connection = (await runner.connect()) as PoolClient; // the driver is PostgreSQL's
  let name = names.get(text);
  if (name === undefined) {
    name = sha256(text).toString('hex').slice(0, PREPARED_NAME_LENGTH);
    names.set(text, name);
  }
  publishStatement(text);
  const { rows } = await connection.query({ name, text, values: values as unknown[] });
  return rows as Row[];
}
