import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { conversation, ndjson, RISKY_REPLY } from '../factories/conversations.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import {
  failing,
  nothingToSee,
  ok,
  OPENAI_TEST_KEY,
  OpenAiServer,
  saying,
  turnsAsked,
} from '../support/openai-server.js';
import { startWorld, type World } from '../support/world.js';
import { recountedTrends, storedTrends } from './recount.js';

/** The server counts 1,000 + 200 tokens a request; at these prices one request costs 3,000 micro-dollars. */
const PRICES = { OPENAI_USD_PER_MILLION_INPUT_TOKENS: '1', OPENAI_USD_PER_MILLION_OUTPUT_TOKENS: '10' };
const REQUEST_MICRO_USD = 3_000;

let provider: OpenAiServer;
let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  provider = await OpenAiServer.start();
});
afterAll(() => provider.close());

beforeEach(async () => {
  world = await startWorld({
    settings: {
      ANALYSIS_ENGINE: 'openai',
      OPENAI_API_KEY: OPENAI_TEST_KEY,
      OPENAI_BASE_URL: provider.baseUrl,
      OPENAI_DAILY_BUDGET_USD: String((2 * REQUEST_MICRO_USD) / 1e6),
      ...PRICES,
    },
  });
  org = await makeOrganisation(world);
});
afterEach(() => world.close());

async function send(...conversations: object[]): Promise<void> {
  await org.client.send(ndjson(...conversations));
  await world.analysed(org.organisation.id);
}

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return (await world.owner.query<Record<string, unknown>>(sql)).rows;
}

const spent = () =>
  rows(`SELECT micro_usd::int AS spent, day = (now() AT TIME ZONE 'UTC')::date AS today FROM model_spend`);
const engines = () =>
  rows(`SELECT engine, fallback_for, fallback_reason, cost_micro_usd::int AS cost FROM analysis ORDER BY turn_index`);

describe('analysis by a model provider', () => {
  it('stores the signals of the provider with what they cost, and raises flags by them', async () => {
    const risk = { code: 'C1', score: 0.97, quotes: [RISKY_REPLY], reason: 'Makes a commitment.' };
    provider.will(
      ok((request) => {
        const { turns } = nothingToSee(request);
        const clone = turnsAsked(request).findIndex(({ speaker }) => speaker === 'CLONE');
        Object.assign(turns[clone] ?? {}, { risks: [risk] });
        return { turns };
      }),
    );
    const reply = { speaker: 'CLONE', said: RISKY_REPLY };
    await send(conversation({ turns: [{ speaker: 'CALLER', said: 'Where is my refund?' }, reply] }));

    expect(await engines()).toEqual([
      { engine: 'openai', fallback_for: null, fallback_reason: null, cost: REQUEST_MICRO_USD / 2 },
      { engine: 'openai', fallback_for: null, fallback_reason: null, cost: REQUEST_MICRO_USD / 2 },
    ]);
    expect(await rows(`SELECT DISTINCT engine FROM signal`)).toEqual([{ engine: 'openai' }]);
    expect(await rows(`SELECT code, engine, evidence->0->>'quote' AS quote FROM flag`)).toEqual([
      { code: 'C1', engine: 'openai', quote: RISKY_REPLY },
    ]);
    expect(await spent()).toEqual([{ spent: REQUEST_MICRO_USD, today: true }]);
    const trends = await storedTrends(world.owner, org.organisation.id);
    expect(trends).toEqual(await recountedTrends(world.owner, org.organisation.id));
    expect(trends).toHaveLength(2);
  });

  it('has the embedded engine step in when the provider fails, and says for whom and why', async () => {
    provider.will(failing(500));
    await send(conversation());
    const fallback = { engine: 'embedded', fallback_for: 'openai', fallback_reason: 'PROVIDER_ERROR', cost: 0 };
    expect(await engines()).toEqual([fallback, fallback]);
    expect(await spent()).toEqual([]);
    expect(await rows(`SELECT label FROM signal WHERE code = 'sentiment' AND turn_index = 0`)).toHaveLength(1);
    expect(await rows('SELECT FROM dead_letter')).toEqual([]);
  });

  it('books what a useless answer cost, though the reading is the embedded one', async () => {
    provider.will(saying('I would rather talk about something else.'));
    await send(conversation());
    const fallback = { engine: 'embedded', fallback_for: 'openai', fallback_reason: 'MALFORMED_ANSWER', cost: 0 };
    expect(await engines()).toEqual([fallback, fallback]);
    expect(await spent()).toEqual([{ spent: REQUEST_MICRO_USD, today: true }]);
  });

  it('keeps to the budget of the day: what is over it is analysed by the embedded engine', async () => {
    provider.will(ok(nothingToSee));
    await send(conversation());
    await send(conversation());
    expect(await spent()).toEqual([{ spent: 2 * REQUEST_MICRO_USD, today: true }]);
    await send(conversation());
    expect(provider.requests).toHaveLength(2);
    expect(await spent()).toEqual([{ spent: 2 * REQUEST_MICRO_USD, today: true }]);
    const counted = await rows(
      `SELECT coalesce(fallback_reason, engine) AS what, count(*)::int AS turns FROM analysis GROUP BY 1 ORDER BY 1`,
    );
    expect(counted).toEqual([
      { what: 'BUDGET_SPENT', turns: 2 },
      { what: 'openai', turns: 4 },
    ]);
  });

  it('holds the events of one conversation at a time, so that a failure or a restart repeats no other request', async () => {
    const waitingAtRequest: number[] = [];
    provider.will(async (request, response) => {
      const [{ free } = { free: 0 }] = await rows(
        'SELECT count(*)::int AS free FROM (SELECT FROM outbox FOR UPDATE SKIP LOCKED) f',
      );
      waitingAtRequest.push(Number(free));
      await ok(nothingToSee)(request, response);
    });
    await send(...Array.from({ length: 6 }, () => conversation()));
    // Others may be at work on three conversations: two bells and the sweep.
    expect(Math.max(...waitingAtRequest)).toBeGreaterThanOrEqual(3);
  });
});
