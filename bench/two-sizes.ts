import type pg from 'pg';
import { startApiProcess } from './api-process.js';
import { Clients } from './clients.js';
import { repeatedSample, type SentConversation } from './conversations.js';
import { addOrganisation } from './organisation.js';
import { drainOutbox, takeIn } from './worker.js';
import type { Workshop } from './workshop.js';

/** Clients of each API when requests a second are counted. */
export const CLIENTS = 4;
/** Conversations in the small database. */
export const SMALL = 2_000;
/** How many times as many are in the big one. */
const TIMES = 10;
/** In so many conversations, in both databases, somebody says this. */
export const RARE = { word: 'quokkabird', conversations: 20 };

/** Conversations in the big database: those with the rare word are not copied. */
export const BIG = SMALL * TIMES - RARE.conversations * (TIMES - 1);

export interface Side {
  databaseUrl: string;
  /** One API process each, and clients of it. */
  clients: Clients;
}

/**
 * A database of analysed conversations, and one with ten times as many: the same ones, and copies of them dated further
 * back. So the newest pages and the rare word's conversations are the same in both, and only the size differs.
 */
export async function buildTwoSizes(
  workshop: Workshop,
): Promise<{ small: Side; big: Side; close: () => Promise<void> }> {
  const smallUrl = await workshop.database();
  const { organisationId, key } = await addOrganisation(smallUrl);
  workshop.tell(`taking in and analysing ${SMALL} conversations`);
  await takeIn(smallUrl, organisationId, withRareWord());
  await onDatabase(workshop, smallUrl, (owner) => drainOutbox(smallUrl, owner));
  const bigUrl = await workshop.copyOf(smallUrl);
  workshop.tell(`copying them ${TIMES - 1} times into the big database`);
  await onDatabase(workshop, bigUrl, multiply);
  for (const url of [smallUrl, bigUrl]) await onDatabase(workshop, url, (owner) => owner.query('VACUUM (ANALYZE)'));
  const apis = [await startApiProcess(workshop, smallUrl), await startApiProcess(workshop, bigUrl)] as const;
  const small = { databaseUrl: smallUrl, clients: new Clients(apis[0], key, CLIENTS) };
  const big = { databaseUrl: bigUrl, clients: new Clients(apis[1], key, CLIENTS) };
  const close = async (): Promise<void> => {
    for (const { clients } of [small, big]) clients.close();
    for (const api of apis) await api.stop();
    for (const url of [smallUrl, bigUrl]) await workshop.drop(url);
  };
  return { small, big, close };
}

function* withRareWord(): Generator<SentConversation> {
  const every = SMALL / RARE.conversations;
  let number = 0;
  for (const conversation of repeatedSample(SMALL)) {
    if (number % every === 0) {
      yield {
        ...conversation,
        externalId: `rare-${number}`,
        turns: [...conversation.turns, { speaker: 'CALLER', said: `Do you know the ${RARE.word}?` }],
      };
    } else {
      yield conversation;
    }
    number += 1;
  }
}

async function onDatabase<T>(workshop: Workshop, url: string, work: (owner: pg.Pool) => Promise<T>): Promise<T> {
  const owner = workshop.owner(url);
  return work(owner).finally(() => owner.end());
}

/** Columns that differ in a copy; `map` names the new id of each conversation, `copy` counts the copies from 1. */
const COPIED: Record<string, Record<string, string>> = {
  conversation: { id: 'map.new_id', external_id: `external_id || '-' || copy`, started_at: earlier('started_at') },
  turn: { conversation_id: 'map.new_id', spoken_at: earlier('spoken_at') },
  accountability_record: { conversation_id: 'map.new_id', spoken_at: earlier('spoken_at') },
  analysis: { conversation_id: 'map.new_id' },
  signal: { conversation_id: 'map.new_id' },
  flag: { id: 'uuidv7()', conversation_id: 'map.new_id', spoken_at: earlier('spoken_at') },
  conversation_digest: { conversation_id: 'map.new_id', started_at: earlier('started_at') },
};

function earlier(column: string): string {
  return `${column} - copy * interval '20 days'`;
}

async function multiply(owner: pg.Pool): Promise<void> {
  await owner.query(
    `CREATE UNLOGGED TABLE map AS SELECT id AS old_id, copy, uuidv7() AS new_id
     FROM conversation CROSS JOIN generate_series(1, ${TIMES - 1}) AS copy WHERE external_id NOT LIKE 'rare-%' ORDER BY copy, id`,
  );
  for (const [table, changed] of Object.entries(COPIED)) {
    const key = 'conversation_id' in changed ? 'conversation_id' : 'id';
    const { rows } = await owner.query<{ column: string }>(
      `SELECT attname AS column FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
      [table],
    );
    const columns = rows.map(({ column }) => column);
    const values = columns.map((column) => changed[column] ?? `${table}.${column}`);
    await owner.query(
      `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')}
       FROM ${table} JOIN map ON map.old_id = ${table}.${key} ORDER BY map.copy, map.new_id`,
    );
  }
  await owner.query('DROP TABLE map');
}
