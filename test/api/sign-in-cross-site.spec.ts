import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OrganisationsService } from '#accounts';
import { conversation, ndjson } from '../factories/conversations.js';
import { makeOrganisation, PASSWORD, type SmallOrganisation, submitSignIn } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

const EMAIL = 'robin@cross-site.example';

let world: World;
let org: SmallOrganisation;
let cookie: string;
beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
  const person = { email: EMAIL, name: 'Robin Ek', role: 'OWNER' as const, password: PASSWORD };
  await world.get(OrganisationsService).addPerson(org.organisation.id, person);
});
afterAll(() => world.close());
beforeEach(async () => {
  const response = await submitSignIn(world, { email: EMAIL, password: PASSWORD });
  cookie = response.headers.getSetCookie()[0]!.split(';')[0]!; // it is right
});

const host = () => new URL(world.address).host;

/** What a browser says of a request that begins elsewhere. */
const ELSEWHERE: [string, () => Record<string, string>][] = [
  ['another site', () => ({ 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' })],
  ['another host of the same site', () => ({ 'sec-fetch-site': 'same-site', origin: 'https://other.our.example' })],
  ['another site, whatever its origin says', () => ({ 'sec-fetch-site': 'cross-site', origin: world.address })],
  ['another site, in an older browser', () => ({ origin: 'https://elsewhere.example' })],
  ['another port, in an older browser', () => ({ origin: 'http://localhost:1' })],
  ['a site whose name begins like ours', () => ({ origin: `http://${host()}.elsewhere.example` })],
  ['a sandboxed frame', () => ({ origin: 'null' })],
];

/** What it says, or a program does not, of one that is fine. */
const HERE: [string, () => Record<string, string>][] = [
  ['a page of ours', () => ({ 'sec-fetch-site': 'same-origin', origin: world.address })],
  ['a page of ours, in an older browser', () => ({ origin: world.address })],
  ['a page of ours, behind a proxy that ends TLS', () => ({ origin: `https://${host()}` })],
  ['the person, by the address bar', () => ({ 'sec-fetch-site': 'none' })],
  ['a program', () => ({})],
];

function post(path: string, body: string | URLSearchParams, headers: Record<string, string>): Promise<Response> {
  return fetch(`${world.address}${path}`, { method: 'POST', redirect: 'manual', body, headers });
}

const json = { 'content-type': 'application/json' };
const lines = { 'content-type': 'application/x-ndjson' };
const signIn = (headers: Record<string, string>) => submitSignIn(world, { email: EMAIL, password: PASSWORD }, headers);
const signOut = (headers: Record<string, string>) => post('/sign-out', '', { cookie, ...headers });
const accept = (headers: Record<string, string>) =>
  post('/invitation', new URLSearchParams({ code: 'inv_x' }), headers);
const reset = (headers: Record<string, string>) => post('/reset', new URLSearchParams({ code: 'res_x' }), headers);
const ask = (headers: Record<string, string>) =>
  post('/graphql', '{"query":"{ viewer { name } }"}', { ...json, ...headers });
const ingest = (headers: Record<string, string>) =>
  post('/v1/conversations', ndjson(conversation()), { ...lines, ...headers });

describe.each(ELSEWHERE)('a request that %s makes a browser send', (_, headers) => {
  it('signs nobody in and nobody out, accepts no invitation and sets no password', async () => {
    for (const send of [signIn, signOut, accept, reset]) {
      const response = await send(headers());
      expect([response.status, response.headers.getSetCookie()]).toEqual([400, []]);
      expect(await response.text()).toContain('This form was sent from another site.');
    }
    expect((await ask({ cookie })).status).toBe(200);
  });

  it('is nobody, though it carries a session', async () => {
    for (const response of [await ask({ cookie, ...headers() }), await ingest({ cookie, ...headers() })]) {
      expect(response.status).toBe(401);
      expect(await response.text()).toContain('UNAUTHENTICATED');
    }
  });

  it('is judged by its key when it carries one, which no browser adds by itself', async () => {
    expect((await ask({ authorization: `Bearer ${org.key}`, ...headers() })).status).toBe(200);
  });
});

describe.each(HERE)('a request of %s', (_, headers) => {
  it('signs in, is the person, and signs out', async () => {
    expect((await signIn(headers())).status).toBe(303);
    expect((await ask({ cookie, ...headers() })).status).toBe(200);
    expect((await ingest({ cookie, ...headers() })).status).toBe(200);
    expect((await signOut(headers())).status).toBe(303);
    expect((await ask({ cookie, ...headers() })).status).toBe(401);
  });
});

describe('GraphQL with a session', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
  ])('takes no %s, not even from a page of ours', async (type) => {
    const body = '{"query":"{ viewer { name } }"}';
    const response = await post('/graphql', body, { cookie, 'content-type': type, 'sec-fetch-site': 'same-origin' });
    expect([400, 415]).toContain(response.status);
    expect(await response.text()).not.toContain('"data"');
  });
});

describe('the pages with forms', () => {
  it.each(['/sign-in', '/invitation', '/reset'])(
    '%s lets the browser say that its form comes from here',
    async (path) => {
      // With no-referrer the form would say "Origin: null" (Fetch Standard, `Origin` header).
      expect((await fetch(`${world.address}${path}`)).headers.get('referrer-policy')).toBe('same-origin');
    },
  );
});
