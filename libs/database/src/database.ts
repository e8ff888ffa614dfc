import { channel } from 'node:diagnostics_channel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { coded } from '#platform';

/** Publishes each statement's text (never its values), for tests and metrics. */
const statements = channel('answerable:sql');

/** SQLSTATEs after which the same transaction may be tried again: serialization failure and deadlock. */
const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 3;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One open transaction, inside one organisation unless it is a system one. */
export interface Transaction {
  query<Row = unknown>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** For back-office tables. Hot paths use `query` with set-based SQL. */
  entities: EntityManager;
}

type Work<T> = (tx: Transaction) => Promise<T>;

/** The only way to the tables: every statement runs in a transaction that knows its organisation. */
@Injectable()
export class Database {
  constructor(readonly source: DataSource) {}

  /** Reads and writes of one organisation; committed when `work` resolves, rolled back when it throws. */
  transaction<T>(organisationId: string, work: Work<T>): Promise<T> {
    return this.run(inOrganisation(organisationId), work);
  }

  /** Reads of one organisation. */
  read<T>(organisationId: string, work: Work<T>): Promise<T> {
    return this.run(`SET TRANSACTION READ ONLY; ${inOrganisation(organisationId)}`, work);
  }

  /** Work before the organisation is known: sign-in, keys, finding who has work waiting. The role sees little else. */
  system<T>(work: Work<T>): Promise<T> {
    return this.run('SET LOCAL ROLE answerable_system', work);
  }

  private async run<T>(setting: string, work: Work<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(setting, work);
      } catch (error) {
        if (attempt >= ATTEMPTS || !RETRYABLE.has(coded(error) ?? '')) throw error;
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
  if (!UUID.test(organisationId)) throw new Error('An organisation id must be a UUID.');
  return `SET LOCAL answerable.organisation = '${organisationId}'`;
}

function transactionOn(runner: QueryRunner): Transaction {
  return {
    entities: runner.manager,
    async query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]> {
      statements.publish(sql);
      const result = await runner.query(sql, values as unknown[], true);
      return result.records as Row[];
    },
  };
}
