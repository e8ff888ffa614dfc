import type { INestApplicationContext } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Actor } from '#accounts';
import { IntakeService } from '#conversations';
import { WorkerModule } from '#worker';
import type { SentConversation } from './conversations.js';
import { openLibraries } from './organisation.js';

const PER_CALL = 100;
const LOOK_MILLISECONDS = 20;

/** Takes conversations in, without HTTP and without analysing them. */
export async function takeIn(
  databaseUrl: string,
  organisationId: string,
  conversations: Iterable<SentConversation>,
): Promise<void> {
  const app = await openLibraries(databaseUrl);
  try {
    const intake = app.get(IntakeService, { strict: false });
    const actor: Actor = { kind: 'PERSON', organisationId, id: organisationId, name: 'bench', role: 'OWNER' };
    for (const group of inGroups(conversations)) {
      const outcomes = await intake.ingest(
        actor,
        'import',
        group.map((value) => ({ value })),
      );
      const refused = outcomes.find(({ outcome }) => outcome !== 'ACCEPTED');
      if (refused !== undefined) throw new Error(`Not accepted: ${JSON.stringify(refused)}`);
    }
  } finally {
    await app.close();
  }
}

/**
 * Starts a worker in this process, and waits until it has followed everything that was taken in.
 * @returns events a second from the first that was seen done to the last, so that starting does not count
 */
export async function drainOutbox(databaseUrl: string, owner: pg.Pool): Promise<number> {
  let worker: INestApplicationContext | undefined;
  try {
    const all = await waiting(owner);
    let first: { at: number; waiting: number } | undefined;
    worker = await openLibraries(databaseUrl, [WorkerModule]);
    for (;;) {
      const left = await waiting(owner);
      if (left < all) first ??= { at: performance.now(), waiting: left };
      if (left === 0) break;
      await sleep(LOOK_MILLISECONDS);
    }
    await refuseDeadLetters(owner);
    return first!.waiting / ((performance.now() - first!.at) / 1000); // the loop ends after it was set
  } finally {
    await worker?.close();
  }
}

async function waiting(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ waiting: number }>('SELECT count(*)::int AS waiting FROM outbox');
  return rows[0]!.waiting; // a count is one row
}

async function refuseDeadLetters(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query('SELECT error FROM dead_letter LIMIT 1');
  if (rows.length > 0) throw new Error(`A turn could not be analysed: ${JSON.stringify(rows[0])}`);
}

function* inGroups(conversations: Iterable<SentConversation>): Generator<SentConversation[]> {
  let group: SentConversation[] = [];
  for (const conversation of conversations) {
    group.push(conversation);
    if (group.length < PER_CALL) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
