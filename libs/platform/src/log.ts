import { currentRequest } from './request-context.js';

/** Structured log lines on standard error. Callers pass ids and counts, never transcript text, keys or passwords. */
const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
type Level = (typeof LEVELS)[number];
/** What a line says beside its own fields, which no fact may overwrite. */
type Facts = Record<string, unknown> & { at?: never; level?: never; event?: never; requestId?: never };

let threshold: Level = 'info';

/** Sets the least level that is written. */
export function logLevel(level: Level): void {
  threshold = level;
}

function write(level: Level, event: string, facts: Facts): void {
  if (LEVELS.indexOf(level) < LEVELS.indexOf(threshold)) return;
  const requestId = currentRequest()?.requestId; // left out by JSON when there is none
  const line = `${JSON.stringify({ at: new Date().toISOString(), level, event, requestId, ...facts })}\n`;
  if (waiting === '') setImmediate(flush);
  waiting += line;
  if (level === 'warn' || level === 'error') flush(); // nothing that may be the last word waits
}

/** Lines of one turn of the event loop go out together: writing to a pipe waits for whoever reads it. */
let waiting = '';
process.on('exit', flush);

function flush(): void {
  if (waiting === '') return;
  const lines = waiting;
  waiting = '';
  process.stderr.write(lines);
}

export const log = {
  debug: (event: string, facts: Facts = {}) => write('debug', event, facts),
  info: (event: string, facts: Facts = {}) => write('info', event, facts),
  warn: (event: string, facts: Facts = {}) => write('warn', event, facts),
  error: (event: string, facts: Facts = {}) => write('error', event, facts),
};
