import { type Lifetime, onStopSignal, STOPPED, tellAndExit } from '#foundation';
import { Refused } from '#platform';

/**
 * Runs a command that ends by itself; what it opened is closed, also at Ctrl-C.
 * @param work returns the exit code
 * @param afterStop what a person should know who stopped it
 */
export async function run(work: (lifetime: Lifetime) => Promise<number>, afterStop = ''): Promise<never> {
  const closing: (() => Promise<void>)[] = [];
  let stopping = false;
  const close = async () => {
    for (const one of closing.splice(0).reverse()) await one().catch(() => {}); // we are leaving anyway
  };
  const onStop = (one: () => Promise<void>) => {
    closing.push(one);
    if (stopping) throw new Error('stopped'); // what was just opened is closed, and nothing more is begun
  };
  const fail = (error: Error) => {
    if (!stopping) tellAndExit(error);
  };
  const working = Promise.resolve().then(() => work({ onStop, fail })); // begins when the signals below are listened to
  onStopSignal(() => {
    stopping = true;
    // Closing makes the work fail; what it had opened meanwhile is closed as well.
    void close()
      .then(() => working)
      .catch(() => {})
      .then(close)
      .then(() => {
        process.stderr.write(`\nStopped.${afterStop}\n`);
        process.exit(STOPPED);
      });
  });
  try {
    const code = await working;
    if (stopping) return await new Promise(() => {}); // the signal handler ends the process
    await close();
    process.exit(code);
  } catch (error) {
    if (stopping) return new Promise(() => {}); // as above; the failure is our own doing
    await close();
    if (error instanceof Refused) {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    }
    tellAndExit(error);
  }
}
