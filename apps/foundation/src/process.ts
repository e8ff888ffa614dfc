import { ExpectedStop, log } from '#platform';

/** Exit code for our own fault (sysexits.h, EX_SOFTWARE); 1 is for what outside stops us. */
const OUR_FAULT = 70;

/** Remembers how to bring down what was brought up. */
export interface Lifetime {
  /** Runs `close` when the process stops; the last registered runs first. */
  onStop(close: () => Promise<void>): void;
}

/**
 * Runs a process until Ctrl-C or SIGTERM, also when that comes while it is still starting; then closes what `start`
 * registered, in reverse order. What stops it from outside is one line on standard error.
 */
export async function runUntilStopped(start: (lifetime: Lifetime) => Promise<void>): Promise<never> {
  const closing: (() => Promise<void>)[] = [];
  let stopping = false;
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (stopping) process.exit(130); // a second Ctrl-C does not wait
        stopping = true;
        resolve();
      });
    }
  });
  try {
    await Promise.race([stopped, start({ onStop: (close) => closing.push(close) }).then(() => stopped)]);
  } catch (error) {
    await closeAll(closing);
    tellAndExit(error);
  }
  await closeAll(closing);
  process.exit(0);
}

async function closeAll(closing: (() => Promise<void>)[]): Promise<void> {
  for (const close of closing.reverse()) {
    await close().catch((error: unknown) =>
      log.warn('close-failed', { name: error instanceof Error ? error.name : 'unknown' }),
    );
  }
}

/** Ends the process because of `error`: in one line when it is expected, with its stack when it is our fault. */
export function tellAndExit(error: unknown): never {
  if (error instanceof ExpectedStop) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  const { name, stack } = error instanceof Error ? error : { name: 'unknown', stack: undefined };
  log.error('crashed', { name, stack });
  process.exit(OUR_FAULT);
}
