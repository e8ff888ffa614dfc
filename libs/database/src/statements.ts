import { channel } from 'node:diagnostics_channel';
import type { Logger } from 'typeorm';

const statements = channel('answerable:sql');
const ignore = (): void => {};

export function publishStatement(sql: string): void {
  statements.publish(sql);
}

/** Publishes the text of each statement (never its values), also of those that entities make, for tests and metrics. */
export const statementPublisher: Logger = {
  logQuery: publishStatement,
  logQueryError: ignore,
  logQuerySlow: ignore,
  logSchemaBuild: ignore,
  logMigration: ignore,
  log: ignore,
};
