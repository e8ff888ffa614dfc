/** Structured log lines on standard error. Callers pass ids and counts, never transcript text, keys or passwords. */
const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
type Level = (typeof LEVELS)[number];

let threshold: Level = 'info';

/** Sets the least level that is written. */
export function logLevel(level: Level): void {
  threshold = level;
}

function write(level: Level, event: string, facts: Record<string, unknown>): void {
  if (LEVELS.indexOf(level) < LEVELS.indexOf(threshold)) return;
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`);
}

export const log = {
  debug: (event: string, facts: Record<string, unknown> = {}) => write('debug', event, facts),
  info: (event: string, facts: Record<string, unknown> = {}) => write('info', event, facts),
  warn: (event: string, facts: Record<string, unknown> = {}) => write('warn', event, facts),
  error: (event: string, facts: Record<string, unknown> = {}) => write('error', event, facts),
};
