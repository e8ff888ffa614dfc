import { coded } from '#platform';

/** The kind of a failure in one line. Never its message: a database error may quote the row, and so the transcript. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure';
  const place = error.stack
    ?.split('\n')
    .find((line) => line.trimStart().startsWith('at ') && line.includes('/libs/'))
    ?.replace(/^.*\/(libs\/.*?):(\d+):\d+\)?$/, '$1:$2');
  return [error.name, coded(error), place].filter((part) => part !== undefined).join(' ');
}

/** What pg and its pool say, in whole, when a connection ended or none could be had. They give no code with it. */
const CONNECTION_LOST =
  /^(Connection terminated( .*)?|Client has encountered a connection error and is not queryable|Client was closed and is not queryable|Cannot use a pool after calling end on the pool|timeout exceeded when trying to connect|Driver not Connected)$/;
/** SQLSTATE classes 57P (operator intervention) and 08 (connection exception), and the system's own codes. */
const CONNECTION_CODES = /^(57P..|08...|25P03|ECONNREFUSED|ECONNRESET|EPIPE)$/;

/** True when the database ended the connection, or we did: the event itself is not to blame. */
export function isShutdown(error: unknown): boolean {
  if (CONNECTION_CODES.test(coded(error) ?? '')) return true;
  return error instanceof Error && CONNECTION_LOST.test(error.message);
}
