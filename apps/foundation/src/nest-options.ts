import { ConsoleLogger } from '@nestjs/common';
import { ExpectedStop } from '#platform';

/** What the framework has to say, but for what stops the program from outside: `tellAndExit` tells that in one line. */
class FrameworkLog extends ConsoleLogger {
  override error(message: unknown, ...rest: unknown[]): void {
    if (!(message instanceof ExpectedStop)) super.error(message, ...rest);
  }
}

/** How every process starts the framework: errors come back to us instead of ending the process. */
export const NEST_OPTIONS = { logger: new FrameworkLog({ logLevels: ['warn', 'error'] }), abortOnError: false };
