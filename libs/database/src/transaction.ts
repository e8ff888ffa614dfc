import type { PoolClient, QueryConfig } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import { sha256 } from '#platform';
import { measured } from './database-metrics.js';
import { publishStatement } from './statements.js';

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
  /**
   * Sends a statement whose answer nobody needs, `prepared` when it has values. When it fails, so does the commit, which
   * therefore need not wait for it.
   */
  send(sql: string, values?: readonly unknown[]): void;
  /** For back-office tables. Hot paths use `query` with set-based SQL. */
  entities: EntityManager;
}

/** A transaction of which TypeORM knows, on the connection beneath: TypeORM itself waits for each answer before it sends the next. */
export class OpenTransaction implements Transaction {
  private ended = false;
  private readonly sent: Promise<unknown>[] = [];
  /** Why what was sent failed; whatever came after it only failed because of it. */
  failure: unknown;

  constructor(
    private readonly runner: QueryRunner,
    private readonly connection: PoolClient,
  ) {
    // What TypeORM would note of a transaction it began: entities join this one, and nested ones become savepoints.
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  }

  get entities(): EntityManager {
    this.requireOpen();
    return this.runner.manager;
  }

  async query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    this.requireOpen();
    return ask<Row>(this.connection, text, values, { prepared: false });
  }

  async prepared<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    this.requireOpen();
    return ask<Row>(this.connection, text, values, { prepared: true });
  }

  send(text: string, values?: readonly unknown[]): void {
    if (this.ended) return; // why it failed is told to whoever waits for the transaction
    const answer = values === undefined ? this.query(text) : this.prepared(text, values);
    answer.catch((error: unknown) => (this.failure ??= error));
    this.sent.push(answer);
  }

  /** @throws the first failure among what was sent; PostgreSQL has rolled everything back then. */
  async commit(): Promise<void> {
    this.ended = true;
    const [{ command }] = await Promise.all([this.connection.query('COMMIT'), ...this.sent]);
    if (command !== 'COMMIT') throw new Error('The transaction had failed before, and was rolled back.');
  }

  /**
   * From here on nothing more is sent: work that goes on beside the part that failed would otherwise reach the next
   * transaction of this connection.
   */
  async rollback(): Promise<void> {
    this.ended = true;
    await this.connection.query('ROLLBACK').catch(() => {}); // the connection may be gone
  }

  private requireOpen(): void {
    if (this.ended) throw new Error('This transaction has ended.');
  }
}

/** One statement, planned once per connection when it is `prepared`. */
export async function ask<Row>(
  connection: PoolClient,
  text: string,
  values: readonly unknown[] | undefined,
  { prepared }: { prepared: boolean },
): Promise<Row[]> {
  publishStatement(text);
  const statement = { text, values, ...(prepared ? { name: nameOf(text) } : {}) };
  const { rows } = await measured(connection.query(statement as QueryConfig)); // it only reads the values
  return rows as Row[];
}

const names = new Map<string, string>();

/** The texts are constants: few, and bounded. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = sha256(text).toString('hex').slice(0, PREPARED_NAME_LENGTH);
    names.set(text, name);
  }
  return name;
}
