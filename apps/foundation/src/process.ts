import { coded, ExpectedStop, log } from '#platform';

/** Exit code for our own fault (sysexits.h, EX_SOFTWARE); 1 is for what outside stops us. */
const OUR_FAULT = 70;

/** Remembers how to bring down what was brought up. */
export interface Lifetime {
  /** Runs `close` when the process stops; the last registered runs first. */
  onStop(close: () => Promise<void>): void;
  /** Ends the process at once because of `error`, closing nothing; without effect when it is stopping already. */
  fail(error: ExpectedStop): void;
}

/** Exit code after Ctrl-C or another signal that asks to stop. */
export const STOPPED = 130;
/** One Ctrl-C may arrive twice: from the terminal, and passed on by npm or by the process that started this one. */
const SAME_SIGNAL_MILLISECONDS = 1_000;

/** Calls `stop` at Ctrl-C, SIGTERM or SIGHUP. A second Ctrl-C does not wait. */
export function onStopSignal(stop: () => void): void {
  let asked: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (asked === undefined) {
        asked = performance.now();
        stop();
      } else if (performance.now() - asked > SAME_SIGNAL_MILLISECONDS) {
        process.exit(STOPPED);
      }
    });
  }
}

/**
 * Runs a process until Ctrl-C or SIGTERM, also when that comes while it is still starting; then closes what `start`
 * registered, in reverse order. What stops it from outside is one line on standard error.
 */
export async function runUntilStopped(start: (lifetime: Lifetime) => Promise<void>): Promise<never> {
  const closing: (() => Promise<void>)[] = [];
  let stopping = false;
  const stopped = new Promise<void>((resolve) => {
    onStopSignal(() => {
      stopping = true;
      resolve();
    });
  });
  const onStop = (close: () => Promise<void>) => {
    closing.push(close);
    if (stopping) throw new Error('stopped'); // what was just opened is closed, and nothing more is begun
  };
  // Node would print the message, which may quote a row, and so a transcript.
  process.on('uncaughtException', tellAndExit);
  const fail = (error: ExpectedStop) => {
    if (!stopping) tellAndExit(error);
  };
  const starting = Promise.resolve().then(() => start({ onStop, fail }));
  try {
    await Promise.race([stopped, starting.then(() => stopped)]);
  } catch (error) {
    await closeAll(closing);
    tellAndExit(error);
  }
  await closeAll(closing);
  // Stopped while it was still starting: that fails now, and what it had under way is closed too.
  await starting.catch(() => {});
  await closeAll(closing);
  process.exit(0);
}

async function closeAll(closing: (() => Promise<void>)[]): Promise<void> {
  for (const close of closing.splice(0).reverse()) {
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
  const name = error instanceof Error ? error.name : 'unknown';
  const stack = error instanceof Error ? error.stack : undefined;
  // The frames only: a message may quote a row, and so a transcript.
  log.error('crashed', { name, code: coded(error), stack: stack?.split('\n').filter((line) => /^\s+at /.test(line)) });
  process.exit(OUR_FAULT);
}
