import cliProgress from 'cli-progress';

/** How often a progress line is written where there is no terminal, in milliseconds. */
const LOG_MILLISECONDS = 2_000;

export interface Progress {
  to(done: number, facts?: string): void;
  end(): void;
}

/** A bar on a terminal, a line now and then elsewhere. @param total null when the end is not known */
export function progressOf(title: string, total: number | null): Progress {
  const bar = new cliProgress.SingleBar({
    format: total === null ? `${title}  {facts}` : `${title}  {bar} {percentage} %  {facts}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 28,
    hideCursor: true,
    stopOnComplete: false,
    noTTYOutput: true,
    notTTYSchedule: LOG_MILLISECONDS,
    stream: process.stderr,
  });
  bar.start(total ?? 1, 0, { facts: '' });
  return {
    to: (done, facts = '') => bar.update(total === null ? 0 : Math.min(done, total), { facts }),
    end: () => bar.stop(),
  };
}

/** 1234567 as 1,234,567. */
export function number(value: number): string {
  return value.toLocaleString('en');
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}
