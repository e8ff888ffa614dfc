import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '#database';
import { DeadLettersService, waitingEvents } from '#queue';
import { plural, progressOf } from './progress.js';

const LOOK_MILLISECONDS = 200;
/** Without any progress for this long we stop waiting: what is left rests between retries, or nobody works on it. */
const PATIENCE_SECONDS = 60;

/** Waits until the workers have handled all events of the organisation, and tells what could not be analysed. */
export async function untilAnalysed(app: INestApplicationContext, organisationId: string): Promise<void> {
  const database = app.get(Database, { strict: false });
  const left = await untilHandled(() => database.read(organisationId, waitingEvents));
  if (left > 0)
    console.log(
      `${plural(left, 'conversation')} not analysed yet; a worker goes on with ${left === 1 ? 'it' : 'them'}.`,
    );
  const dead = await app.get(DeadLettersService, { strict: false }).count(organisationId);
  if (dead > 0) console.log(`${plural(dead, 'job')} failed for good: \`npx answerable dead-letters\`.`);
}

async function untilHandled(waiting: () => Promise<number>): Promise<number> {
  let left = await waiting();
  if (left === 0) return 0;
  const total = left;
  const progress = progressOf('Analysing', total);
  for (let idle = 0; left > 0 && idle < PATIENCE_SECONDS * 1000; idle += LOOK_MILLISECONDS) {
    progress.to(total - left, leftOver(left));
    await sleep(LOOK_MILLISECONDS);
    const now = await waiting();
    if (now !== left) idle = 0;
    left = now;
  }
  progress.to(total - left, leftOver(left));
  progress.end();
  return left;
}

/** The worker began while the conversations came in, so what is left says more than how many it has done since. */
function leftOver(left: number): string {
  return left === 0 ? 'all conversations' : `${plural(left, 'conversation')} left`;
}
