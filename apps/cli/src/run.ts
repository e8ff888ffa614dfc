import { type Lifetime, tellAndExit } from '#foundation';
import { Refused } from '#platform';

/** Runs a command that ends by itself; what it opened is closed, also at Ctrl-C. @param work returns the exit code */
export async function run(work: (lifetime: Lifetime) => Promise<number>): Promise<never> {
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const one of closing.splice(0).reverse()) await one().catch(() => {}); // we are leaving anyway
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void close().then(() => process.exit(130)));
  }
  try {
    const code = await work({ onStop: (one) => closing.push(one) });
    await close();
    process.exit(code);
  } catch (error) {
    await close();
    if (error instanceof Refused) {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    }
    tellAndExit(error);
  }
}
