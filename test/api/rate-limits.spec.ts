import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { logLevel } from '#platform';
import { conversation, INGEST, ndjson } from '../factories/conversations.js';
import { makeOrganisation, signIn, type SmallOrganisation } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

const COST = 300;
const CONVERSATIONS = 10;
const UNKNOWN = 5;
const settings = {
  RATE_LIMIT_COST_PER_MINUTE: String(COST),
  RATE_LIMIT_CONVERSATIONS_PER_MINUTE: String(CONVERSATIONS),
  RATE_LIMIT_UNAUTHENTICATED_PER_MINUTE: String(UNKNOWN),
};
const CHEAP = '{ viewer { name } }';
const HUNDRED = '{ conversations(first: 100) { edges { node { id } } } }';
const RATE = /^"(\w+)";r=(\d+);t=(\d+)$/;

interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

async function post(world: World, path: string, body: string, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(`${world.address}${path}`, { method: 'POST', headers, body });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const ask = (world: World, query: string, headers: Record<string, string>) =>
  post(world, '/graphql', JSON.stringify({ query }), { 'content-type': 'application/json', ...headers });
const send = (world: World, count: number, { key }: SmallOrganisation) =>
  post(world, '/v1/conversations', ndjson(...Array.from({ length: count }, () => conversation())), {
    'content-type': 'application/x-ndjson',
    authorization: `Bearer ${key}`,
  });
const bearer = ({ key }: SmallOrganisation) => ({ authorization: `Bearer ${key}` });

function expectRefused({ status, headers, text }: Answer): void {
  expect(status).toBe(429);
  expect(text).toContain('"TOO_MANY_REQUESTS"');
  const seconds = Number(headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
}

describe.each([
  ['PostgreSQL', () => ({})],
  ['Redis', () => ({ REDIS_URL: inject('redisUrl') })],
])('limits counted in %s', (_, store) => {
  let one: World;
  let two: World;

  beforeAll(async () => {
    one = await startWorld({ worker: false, settings: { ...settings, ...store() } });
    two = await startWorld({ worker: false, settings: { ...settings, ...store() }, beside: one });
  });
  afterAll(async () => {
    await two.close();
    await one.close();
  });

  it('of cost are one budget for all processes, told in headers and in the answer', async () => {
    const org = await makeOrganisation(one);
    const first = await ask(one, HUNDRED, bearer(org));
    expect(first.status).toBe(200);
    expect(first.headers.get('ratelimit-policy')).toBe(`"cost";q=${COST};w=60`);
    expect(RATE.exec(first.headers.get('ratelimit') ?? '')?.slice(1, 3)).toEqual(['cost', String(COST - 100)]);
    expect(JSON.parse(first.text)).toMatchObject({
      extensions: { cost: { requested: 100, limit: COST, remaining: COST - 100 } },
    });
    const second = await ask(two, HUNDRED, bearer(org));
    expect(JSON.parse(second.text)).toMatchObject({ extensions: { cost: { remaining: COST - 200 } } });
    expect((await ask(one, HUNDRED, bearer(org))).status).toBe(200);
    for (const world of [one, two]) expectRefused(await ask(world, CHEAP, bearer(org)));
  });

  it('of cost grant just as much when everything comes at once', async () => {
    const org = await makeOrganisation(one);
    const answers = await Promise.all(
      Array.from({ length: 2 * COST }, (_, at) => ask(at % 2 === 0 ? one : two, CHEAP, bearer(org))),
    );
    const granted = answers.filter(({ status }) => status === 200);
    expect(granted.length).toBe(COST);
    for (const refused of answers.filter(({ status }) => status !== 200)) expectRefused(refused);
  });

  it('are the own ones of each key and each person', async () => {
    const [org, neighbour] = [await makeOrganisation(one), await makeOrganisation(one)];
    for (let spent = 0; spent < 3; spent += 1) await ask(one, HUNDRED, bearer(org));
    expectRefused(await ask(one, CHEAP, bearer(org)));
    expect((await ask(one, CHEAP, bearer(neighbour))).status).toBe(200);
    const cookie = await signIn(one, org.organisation, 'OWNER');
    expect((await ask(one, CHEAP, { cookie })).status).toBe(200);
  });

  it('of conversations hold for NDJSON and GraphQL together, over all processes', async () => {
    const org = await makeOrganisation(one);
    const taken = await send(one, 6, org);
    expect(taken.status).toBe(200);
    expect(taken.headers.get('ratelimit')).toMatch(/^"conversations";r=4;t=/);
    await two.client(org.key).ask(INGEST, { input: { conversations: [1, 2, 3, 4].map(() => conversation()) } });
    for (const world of [one, two]) expectRefused(await send(world, 1, org));
    const { body } = await two.client(org.key).post(INGEST, { input: { conversations: [conversation()] } });
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['TOO_MANY_REQUESTS']);
    const { rows } = await one.owner.query('SELECT FROM conversation WHERE organisation_id = $1', [
      org.organisation.id,
    ]);
    expect(rows.length).toBe(CONVERSATIONS);
  });

  it('refuse what is more than a whole budget without telling anybody to wait, and keep the budget', async () => {
    const org = await makeOrganisation(one);
    const sent = await send(one, CONVERSATIONS + 1, org);
    expect([sent.status, sent.headers.get('retry-after')]).toEqual([413, null]);
    expect(sent.text).toContain('"TOO_LARGE"');
    const input = { conversations: Array.from({ length: CONVERSATIONS + 1 }, () => conversation()) };
    const { body } = await two.client(org.key).post(INGEST, { input });
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['TOO_LARGE']);
    expect((await send(one, CONVERSATIONS, org)).status).toBe(200);
  });

  it('refuse a query that costs more than a whole budget as too costly, and keep the budget', async () => {
    const org = await makeOrganisation(one);
    const costly =
      '{ conversations(first: 100) { edges { node { clone { id } second: clone { id } third: clone { id } } } } }';
    const answer = await ask(one, costly, bearer(org));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([400, null]);
    expect(answer.text).toContain('"TOO_COSTLY"');
    expect((await ask(one, HUNDRED, bearer(org))).status).toBe(200);
  });
});

describe('an address without a known key or session', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ worker: false, settings });
  });
  afterAll(() => world.close());

  it('is told to wait after so many attempts, on every route, and does not stand in the way of a known key', async () => {
    const org = await makeOrganisation(world);
    const guess = { authorization: 'Bearer ans_guess' };
    for (let attempt = 0; attempt < UNKNOWN; attempt += 1) expect((await ask(world, CHEAP, guess)).status).toBe(401);
    expectRefused(await ask(world, CHEAP, guess));
    expectRefused(await ask(world, CHEAP, {}));
    expectRefused(await post(world, '/v1/conversations', '', { 'content-type': 'application/x-ndjson' }));
    expect((await ask(world, CHEAP, bearer(org))).status).toBe(200);
  });
});

describe('a process whose store is away', () => {
  it('limits by itself, lets nobody in without limit, and says so', async () => {
    const world = await startWorld({ worker: false, settings });
    const org = await makeOrganisation(world);
    await world.owner.query('ALTER TABLE limits.budget RENAME TO gone');
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    logLevel('warn');
    const answers = [];
    for (let spent = 0; spent < 4; spent += 1) answers.push(await ask(world, HUNDRED, bearer(org)));
    logLevel('silent');
    const said = write.mock.calls
      .map(([text]) => String(text))
      .filter((text) => text.includes('budgets-counted-alone'));
    write.mockRestore();
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(said).toHaveLength(1);
    await world.close();
  });

  it('limits nothing when the settings say so', async () => {
    const off = Object.fromEntries(Object.keys(settings).map((name) => [name, '0']));
    const world = await startWorld({ worker: false, settings: off });
    const { headers, text } = await ask(world, CHEAP, bearer(await makeOrganisation(world)));
    expect(headers.get('ratelimit')).toBeNull();
    expect(JSON.parse(text)).toMatchObject({ extensions: { cost: { requested: 1, limit: null, remaining: null } } });
    await world.close();
  });
});
