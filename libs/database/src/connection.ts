import { MIGRATIONS } from '#migrations';
import type pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { coded, ExpectedStop } from '#platform';
import { statementPublisher } from './statements.js';

/** Connections one process holds at most for its own queries. */
export const POOL_CONNECTIONS = 10;
const CONNECT_MILLISECONDS = 10_000;
/** A statement that runs longer is broken; nothing the product does needs it. */
const STATEMENT_MILLISECONDS = 60_000;
const IDLE_IN_TRANSACTION_MILLISECONDS = 600_000;
/** SQLSTATE of a missing right. */
const INSUFFICIENT_PRIVILEGE = '42501';
/** Any number, the same in every process: two that migrate one database at a time wait for each other. */
const MIGRATION_LOCK = 4_120_262_411;

/** Entity classes, each listed by the face of the library that owns its table. */
export type Tables = Extract<DataSourceOptions['entities'], unknown[]>;

/** Connects as the application, whose every row is fenced by row-level security. @throws ExpectedStop in one line. */
export async function connect(databaseUrl: string, tables: Tables): Promise<DataSource> {
  return open({
    ...settings(databaseUrl),
    entities: tables,
    extra: {
      onConnect: surviveLoss,
      // Statements that a transaction sends without waiting share a round trip.
      pipeline: true,
      max: POOL_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MILLISECONDS,
      statement_timeout: STATEMENT_MILLISECONDS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MILLISECONDS,
      options: '-c role=answerable_app',
    },
  });
}

/** Brings the schema up to date, as the role of the address. @returns the names of the migrations that ran. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const source = await open({
    ...settings(databaseUrl),
    migrations: MIGRATIONS,
    extra: { onConnect: surviveLoss, max: 2 },
  });
  const guard = source.createQueryRunner();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran = await source.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } catch (error) {
    if (coded(error) !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new ExpectedStop(
      'The role of DATABASE_URL may not do what the schema needs; docs/operations.md says what that is.',
    );
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await guard.release();
    await source.destroy();
  }
}

/**
 * For `onConnect` of a pool. A server that ends may say so in the same breath as it lets a connection in, before whoever
 * asked for the connection can listen; unheard, that ends the process. The connection fails at its next statement.
 */
export function surviveLoss(connection: pg.ClientBase): void {
  connection.on('error', () => {});
}

function settings(url: string) {
  return {
    type: 'postgres' as const,
    url,
    applicationName: 'answerable',
    logger: statementPublisher,
    synchronize: false,
    invalidWhereValuesBehavior: { null: 'throw' as const, undefined: 'throw' as const },
  };
}

async function open(options: DataSourceOptions): Promise<DataSource> {
  try {
    return await new DataSource(options).initialize();
  } catch (error) {
    throw new ExpectedStop(`The database could not be reached: ${withoutPassword(error, options)}`);
  }
}

function withoutPassword(error: unknown, options: DataSourceOptions): string {
  const url = 'url' in options && options.url ? new URL(options.url) : undefined;
  const place = url ? `${url.hostname}:${url.port || 5432}${url.pathname}` : '';
  const first = error instanceof AggregateError ? (error.errors as unknown[])[0] : error;
  return `${place}: ${first instanceof Error ? first.message : String(first)}`;
}
