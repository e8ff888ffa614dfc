import { afterAll, beforeAll, expect, it } from 'vitest';
import { conversation, ndjson, RISKY_REPLY } from '../factories/conversations.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { analysesPerTurn, recountedTrends, storedTrends, wrongDigests } from '../pipeline/recount.js';
import { WorkerProcess } from '../pipeline/worker-process.js';
import { eventually } from '../support/eventually.js';
import { startWorld, type World } from '../support/world.js';

const CONVERSATIONS = 750;
const TURNS = 4 * CONVERSATIONS;
/** Where a worker is killed, by the table it is about to write: after the analyses, and after all but the removal of the events. */
const KILLED_BEFORE = ['trend_count', 'outbox', 'outbox', 'trend_count'];

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

const sent = Array.from({ length: CONVERSATIONS }, (_, at) =>
  conversation({
    channel: at % 2 === 0 ? 'PHONE' : 'CHAT',
    startedAt: new Date(Date.UTC(2026, 5, 1 + (at % 7), at % 24)).toISOString(),
    turns: [
      {
        speaker: 'CALLER',
        said: at % 3 === 0 ? 'The app crashed again, this is terrible.' : 'I love the new card, thanks!',
      },
      { speaker: 'CLONE', said: 'You are speaking with the AI clone of Robin Ek, run by the company. How can I help?' },
      { speaker: 'CALLER', said: 'Please refund the late fee on my invoice.' },
      { speaker: 'CLONE', said: at % 5 === 0 ? RISKY_REPLY : 'A colleague will look at it.' },
    ],
  }),
);

async function count(sql: string): Promise<number> {
  const { rows } = await world.owner.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`);
  return rows[0]?.count ?? 0;
}

/** Lets a worker commit a little, then kills it inside a transaction, when it is about to write the table. */
async function killBefore(table: string, settings: Record<string, string>): Promise<void> {
  const [first, second] = [await world.owner.connect(), await world.owner.connect()];
  const lock = `BEGIN; LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`; // lets others read and lock rows, not write
  await first.query(lock);
  const worker = await WorkerProcess.start(settings);
  await eventually('the worker is about to write', async () => (await waitingForLock(table)) > 0);
  const locked = second.query(lock); // stands in line behind the worker's batches, and before the next ones
  await eventually(
    'the next lock stands in line',
    async () => (await waitingForLock(table, 'ShareRowExclusiveLock')) > 0,
  );
  await first.query('ROLLBACK');
  await locked;
  await eventually('the worker is about to write again', async () => (await waitingForLock(table)) > 0);
  expect(await worker.end('SIGKILL')).toBe('SIGKILL');
  await second.query('ROLLBACK');
  first.release();
  second.release();
}

function waitingForLock(table: string, mode = 'RowExclusiveLock'): Promise<number> {
  const here = '(SELECT oid FROM pg_database WHERE datname = current_database())';
  return count(
    `pg_locks WHERE NOT granted AND database = ${here} AND relation = '${table}'::regclass AND mode = '${mode}'`,
  );
}

it('workers killed in the middle of their work lose nothing and count nothing twice', async () => {
  const { lines } = await org.client.send(ndjson(...sent));
  expect(lines.filter(({ outcome }) => outcome === 'ACCEPTED')).toHaveLength(CONVERSATIONS);

  const settings = { DATABASE_URL: world.databaseUrl };
  for (const table of KILLED_BEFORE) await killBefore(table, settings);
  expect(await count('analysis'), 'done before the kills').toBeGreaterThan(0);
  expect(await count('outbox'), 'left by the killed workers').toBeGreaterThan(0);

  const last = await WorkerProcess.start(settings);
  await world.analysed(org.organisation.id);
  expect(await last.end('SIGTERM')).toBe(0);

  expect(await count('dead_letter')).toBe(0);
  expect(await analysesPerTurn(world.owner, org.organisation.id)).toEqual({ 1: TURNS });
  expect(await count(`flag WHERE code = 'C1'`)).toBe(CONVERSATIONS / 5);
  const trends = await storedTrends(world.owner, org.organisation.id);
  expect(trends).toEqual(await recountedTrends(world.owner, org.organisation.id));
  expect(trends.reduce((sum, { measure, turns }) => sum + (measure === 'sentiment' ? turns : 0), 0)).toBe(TURNS / 2);
  expect(await wrongDigests(world.owner, org.organisation.id)).toEqual([]);
});
