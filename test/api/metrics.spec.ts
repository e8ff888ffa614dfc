import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveMetrics } from '#foundation';
import { newId, readConfiguration } from '#platform';
import { conversation, ndjson } from '../factories/conversations.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { captureLog } from '../support/captured-log.js';
import { eventually } from '../support/eventually.js';
import { Subscriber } from '../support/subscriber.js';
import { startWorld, type World } from '../support/world.js';
import { FIND_WAITING } from '../../libs/queue/src/queue-metrics.queries.js';

const TOKEN = 'a token that is long enough';

let world: World;
let org: SmallOrganisation;
let address: string;
const closing: (() => Promise<void>)[] = [];
const fail = (error: Error): never => {
  throw error;
};

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
  const log = captureLog('info');
  const configuration = readConfiguration({ METRICS_PORT: '0', METRICS_TOKEN: TOKEN });
  await serveMetrics(world.app, configuration, { onStop: (close) => void closing.push(close), fail });
  await eventually('the port is told', () => log.lines().some(({ port }) => port !== undefined));
  address = `http://127.0.0.1:${String(log.lines().findLast(({ port }) => port !== undefined)?.['port'])}`;
  log.stop();
});
afterAll(async () => {
  for (const close of closing) await close();
  await world.close();
});

async function scrape(): Promise<string> {
  const response = await fetch(`${address}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
  expect(response.status).toBe(200);
  return response.text();
}

/** The value of a sample, its labels in any order; 0 when it is not there. */
async function value(name: string, labels: Record<string, string> = {}): Promise<number> {
  const line = (await scrape())
    .split('\n')
    .find(
      (one) =>
        one.startsWith(Object.keys(labels).length > 0 ? `${name}{` : `${name} `) &&
        Object.entries(labels).every(([label, is]) => one.includes(`${label}="${is}"`)),
    );
  return Number(line?.split(' ').at(-1) ?? 0);
}

describe('the figures', () => {
  it('are the ones of the documentation, each with its labels', async () => {
    await org.client.send(ndjson(conversation()));
    const text = await scrape();
    const names = [...text.matchAll(/^# TYPE (answerable_\S+)/gm)].map(([, name]) => name).sort();
    const page = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `(answerable_\w+)` +\| ([^|]*)\|/gm)];
    expect(rows.map(([, name]) => name).sort()).toEqual(names);
    for (const [, name, labels] of rows) {
      const told = [...labels!.matchAll(/`(\w+)`/g)].map(([, label]) => label).sort(); // the group always matches
      const sample = text.split('\n').find((line) => new RegExp(`^${name}(_bucket)?[{ ]`).test(line)) ?? '';
      const shown = [...sample.matchAll(/[{,](\w+)=/g)].map(([, label]) => label).filter((label) => label !== 'le');
      expect.soft(shown.sort(), name).toEqual(told);
    }
  });

  it('count the WebSockets that are open, apart those that have not said who they are', async () => {
    const open = async () => [
      await value('answerable_sockets', { state: 'silent' }),
      await value('answerable_sockets', { state: 'welcomed' }),
    ];
    const [silent, welcomed] = await open();
    const subscriber = new Subscriber(world.address);
    await subscriber.opened();
    expect(await open()).toEqual([silent! + 1, welcomed]); // two were given
    await subscriber.init({ authorization: `Bearer ${org.key}` });
    expect(await open()).toEqual([silent, welcomed! + 1]);
    subscriber.close();
    await eventually('it has gone', async () => (await open())[1] === welcomed);
  });

  it('count lines by what became of them, turns and bytes', async () => {
    const before = await Promise.all(
      ['ACCEPTED', 'DUPLICATE', 'REJECTED'].map((outcome) =>
        value('answerable_ingest_lines_total', { route: 'http', outcome }),
      ),
    );
    const [turns, bytes] = [
      await value('answerable_ingest_turns_total', { route: 'http' }),
      await value('answerable_ingest_bytes_total', { route: 'http' }),
    ];
    const sent = conversation();
    const body = ndjson(sent, sent, { ...sent, channel: 'PIGEON' });
    await org.client.send(body);
    for (const [at, outcome] of ['ACCEPTED', 'DUPLICATE', 'REJECTED'].entries()) {
      expect(await value('answerable_ingest_lines_total', { route: 'http', outcome })).toBe(before[at]! + 1); // one each
    }
    expect(await value('answerable_ingest_turns_total', { route: 'http' })).toBe(turns + sent.turns.length);
    expect(await value('answerable_ingest_bytes_total', { route: 'http' })).toBe(bytes + Buffer.byteLength(body) - 3);
  });

  it('show how old the oldest turn without analysis is, over all organisations, and what rests for good', async () => {
    const other = await makeOrganisation(world);
    await world.owner.query(
      `UPDATE outbox SET recorded_at = now() - interval '100 seconds' WHERE organisation_id = $1`,
      [org.organisation.id],
    );
    await world.owner.query(
      `INSERT INTO dead_letter VALUES ($1, $2, 'TurnsRecorded', '{}', 5, 'Error', now(), now())`,
      [other.organisation.id, newId()],
    );
    await eventually('the figures are fresh', async () => (await value('answerable_queue_dead_letters')) === 1);
    expect(await value('answerable_analysis_lag_seconds')).toBeGreaterThanOrEqual(100);
    expect(await value('answerable_queue_oldest_event_age_seconds', { event: 'TurnsRecorded' })).toBeGreaterThanOrEqual(
      100,
    );
    expect(await value('answerable_queue_events', { event: 'TurnsRecorded' })).toBeGreaterThan(0);
  });

  it('tell nobody apart: no organisation, id, address or text is in them', async () => {
    await fetch(`${world.address}/conversations/${newId()}?who=${org.organisation.slug}`);
    await fetch(`${world.address}/v1/conversations`, { method: 'PROPFIND' });
    const samples = (await scrape()).replace(/^#.*$/gm, '');
    expect(samples).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    for (const text of [org.organisation.slug, org.organisation.name, org.key, 'PROPFIND', 'localhost']) {
      expect(samples).not.toContain(text);
    }
    expect(samples).toContain('route="none"');
    expect(samples).toContain('method="OTHER"');
  });

  it('are found through indexes, however much waits', async () => {
    await world.owner.query(
      `INSERT INTO outbox (organisation_id, event, payload, recorded_at, available_at)
       SELECT $1, (ARRAY['Alpha', 'Beta', 'Gamma'])[1 + n % 3], '{}', now(), 'infinity' FROM generate_series(1, 60000) AS n`,
      [org.organisation.id],
    );
    await world.owner.query('ANALYZE outbox');
    const { rows } = await world.owner.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${FIND_WAITING.replace('$1', '100')}`);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan.match(/outbox_oldest/g)!.length).toBeGreaterThanOrEqual(2); // it matched, or the test should fail
    expect(plan).not.toContain('Seq Scan on outbox');
    await world.owner.query(`DELETE FROM outbox WHERE available_at = 'infinity'`);
  });
});

describe('the port of the figures', () => {
  it('tells them only to who has the token, and health to everybody', async () => {
    const tries: Record<string, string>[] = [
      {},
      { authorization: 'Bearer wrong' },
      { authorization: TOKEN },
      { authorization: `Bearer ${org.key}` },
    ];
    const statuses = await Promise.all(
      tries.map((headers) => fetch(`${address}/metrics`, { headers }).then(({ status }) => status)),
    );
    expect(statuses).toEqual([401, 401, 401, 401]);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect((await fetch(`${address}/elsewhere`)).status).toBe(404);
    expect((await fetch(`${address}/metrics`, { method: 'POST' })).status).toBe(405);
  });

  it('is the only one: the API does not serve them', async () => {
    expect((await fetch(`${world.address}/metrics`)).status).toBe(404);
  });
});
