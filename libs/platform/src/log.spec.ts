import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { log, logLevel } from './log.js';

beforeEach(() => logLevel('info')); // other files of this worker may have set another
afterEach(() => {
  vi.restoreAllMocks();
  logLevel('info');
});

/** What `work` writes to standard error, parsed. */
function linesOf(work: () => void): Record<string, unknown>[] {
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  work();
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('a log line is one JSON object with its moment, level, event and facts', () => {
  const [line] = linesOf(() => log.warn('bell-lost', { bell: 'TurnsRecorded', count: 3 }));
  expect(line).toMatchObject({ level: 'warn', event: 'bell-lost', bell: 'TurnsRecorded', count: 3 });
  expect(new Date(String(line?.['at'])).getTime()).not.toBeNaN();
});

test('what lies under the level is not written, and silent writes nothing', () => {
  const everything = () => {
    log.debug('d');
    log.info('i');
    log.warn('w');
    log.error('e');
  };
  logLevel('warn');
  expect(linesOf(everything).map(({ event }) => event)).toEqual(['w', 'e']);
  vi.restoreAllMocks();
  logLevel('silent');
  expect(linesOf(everything)).toEqual([]);
});
