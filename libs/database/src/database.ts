import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { coded, isId } from '#platform';
import { ask, OpenTransaction, type Transaction } from './transaction.js';

/** SQLSTATEs after which any transaction may be tried again: serialization failure and deadlock. */
const RETRYABLE = ['40001', '40P01'];
const ATTEMPTS = 3;
/** Least pause before another attempt: time for the other transaction to end, or the two would meet again. */
const PAUSE_MILLISECONDS = 20;

const LOCK = 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS free';
const UNLOCK = 'SELECT pg_advisory_unlock(hashtextextended($1, 0))';

type Work<T> = (tx: Transaction) => Promise<T>;

/** The only way to the tables: every statement runs in a transaction that knows its organisation. */
@Injectable()
export class Database {
  constructor(readonly source: DataSource) {}

  /**
   * Reads and writes of one organisation; committed when `work` resolves, rolled back when it throws.
   * @param retryAlso SQLSTATEs after which this work may be tried again, besides those that always allow it
   */
  async transaction<T>(organisationId: string, work: Work<T>, retryAlso: readonly string[] = []): Promise<T> {
    return this.run(inOrganisation(organisationId), work, [...RETRYABLE, ...retryAlso]);
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
      const connection = (await runner.connect()) as PoolClient; // the driver is PostgreSQL's
      return await ask<Row>(connection, sql, values, { prepared: true });
    } finally {
      await runner.release();
    }
  }

  /**
   * Runs `work` unless somebody, in whatever process, is at work under the same name. A lock says so that belongs to a
   * connection held meanwhile: PostgreSQL frees it as soon as the process is killed.
   * @returns null when somebody is
   */
  async alone<T>(name: string, work: () => Promise<T>): Promise<{ result: T } | null> {
    const runner = this.source.createQueryRunner();
    try {
      const [{ free }] = (await runner.query(LOCK, [name])) as [{ free: boolean }]; // one row
      if (!free) return null;
      try {
        return { result: await work() };
      } finally {
        await runner.query(UNLOCK, [name]).catch(() => {}); // a connection that broke holds nothing any more
      }
    } finally {
      await runner.release();
    }
  }

  private async run<T>(setting: string, work: Work<T>, retryable: readonly string[] = RETRYABLE): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(setting, work);
      } catch (error) {
        if (attempt >= ATTEMPTS || !retryable.includes(coded(error) ?? '')) throw error;
        await sleep(PAUSE_MILLISECONDS * attempt * (1 + Math.random()));
      }
    }
  }

  private async once<T>(setting: string, work: Work<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const connection = (await runner.connect()) as PoolClient; // the driver is PostgreSQL's
    const tx = new OpenTransaction(runner, connection);
    try {
      // The connection answers in order, so nobody need wait for the beginning.
      tx.send(`BEGIN; ${setting}`);
      const result = await work(tx);
      await tx.commit();
      return result;
    } catch (error) {
      const cause = tx.failure ?? error;
      await tx.rollback();
      throw cause;
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
