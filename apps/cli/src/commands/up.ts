import { Command } from 'commander';
import { runUntilStopped } from '#foundation';
import type { StartOptions } from '../everything.js';

/** Everything in one process: what `npm start` runs. */
export function up(): Command {
  return new Command('up')
    .description('start everything in this process: database, API and worker (npm start)')
    .option('--no-demo', 'leave out the demo organisation and its sample')
    .option('--brief', 'say in one line that it is ready, once the demo is there (npm run dev)')
    .action((options: StartOptions) =>
      runUntilStopped(async (lifetime) => {
        // The API takes as long to load as all the rest, and no other command needs it.
        const { startEverything } = await import('../everything.js');
        await startEverything(lifetime, options);
      }),
    );
}
