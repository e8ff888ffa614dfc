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

/** True when the database ended the connection, or we did: the event itself is not to blame. */
export function isShutdown(error: unknown): boolean {
  const code = coded(error) ?? '';
  const message = error instanceof Error ? error.message : '';
  return (
    code.startsWith('57P') ||
    code.startsWith('08') ||
    code === 'ECONNREFUSED' ||
    code === 'ECONNRESET' ||
    /terminated|closed|not connected|Cannot use a pool after/i.test(message)
  );
}
