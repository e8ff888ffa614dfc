import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation, signIn, type SmallOrganisation } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

const LISTED = 'https://console.acme.example';
const QUERY = JSON.stringify({ query: '{ viewer { name } }' });

let world: World;
let org: SmallOrganisation;
let cookie: string;

beforeAll(async () => {
  world = await startWorld({ worker: false, settings: { CORS_ORIGINS: LISTED, TRUSTED_PROXIES: '127.0.0.1, ::1' } });
  org = await makeOrganisation(world);
  cookie = await signIn(world, org.organisation, 'OWNER');
});
afterAll(() => world.close());

const HTML = { accept: 'text/html' };
const json = () => ({ 'content-type': 'application/json', authorization: `Bearer ${org.key}` });

/** One answer of each kind. */
const answers: [string, () => Promise<Response>][] = [
  ['GraphQL', () => fetch(`${world.address}/graphql`, { method: 'POST', headers: json(), body: QUERY })],
  ['a GraphQL error', () => fetch(`${world.address}/graphql`, { method: 'POST', headers: json(), body: '{' })],
  ['GraphiQL', () => fetch(`${world.address}/graphql`, { headers: { ...HTML, cookie } })],
  ['the page to sign in on', () => fetch(`${world.address}/sign-in`)],
  ['a refused sign-in', () => fetch(`${world.address}/sign-in`, { method: 'POST', body: new URLSearchParams() })],
  ['a redirect', () => fetch(`${world.address}/graphql`, { headers: HTML, redirect: 'manual' })],
  [
    'the intake',
    () =>
      fetch(`${world.address}/v1/conversations`, {
        method: 'POST',
        headers: { ...json(), 'content-type': 'application/x-ndjson' },
        body: '{}\n',
      }),
  ],
  ['nothing', () => fetch(`${world.address}/nothing`)],
];

/** The directives of the answer's policy, by name. */
function policyOf(response: Response): Record<string, string> {
  const text = response.headers.get('content-security-policy') ?? '';
  return Object.fromEntries(text.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]));
}

describe('every answer', () => {
  it.each(answers)('as %s forbids everything that it does not need', async (_, ask) => {
    const response = await ask();
    await response.text();
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      // Of a form that comes from a page without a referrer, browsers say that its origin is null.
      'referrer-policy': expect.stringMatching(/^(no-referrer|same-origin)$/),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': expect.stringMatching(/no-store|private/),
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('strict-transport-security');
    const policy = policyOf(response);
    expect(policy).toMatchObject({ 'default-src': "'none'", 'base-uri': "'none'", 'frame-ancestors': "'none'" });
    expect(JSON.stringify(policy)).not.toMatch(/https?:|\*|unsafe-eval/);
    if (!headers['content-type']?.includes('html')) expect(Object.keys(policy)).toHaveLength(4);
  });

  it('lets no page run a script or add a style but its own, by the hash of it', async () => {
    const signInPage = policyOf(await fetch(`${world.address}/sign-in`));
    expect(signInPage['style-src']).toMatch(/^'sha256-[\w+/]{43}='$/);
    expect(signInPage).not.toHaveProperty('script-src');
    const graphiql = policyOf(await fetch(`${world.address}/graphql`, { headers: { ...HTML, cookie } }));
    expect(graphiql['script-src']).toMatch(/^'sha256-[\w+/]{43}=' 'sha256-[\w+/]{43}='$/);
    expect(graphiql['connect-src']).toBe("'self'");
  });

  it('asks for TLS for good when it came over TLS, which only a trusted proxy may say', async () => {
    const forwarded = { 'x-forwarded-proto': 'https' };
    const response = await fetch(`${world.address}/sign-in`, { headers: forwarded });
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    const alone = await startWorld({ worker: false });
    const direct = await fetch(`${alone.address}/sign-in`, { headers: forwarded });
    await alone.close();
    expect(direct.headers.get('strict-transport-security')).toBeNull();
  });
});

describe('a page of another origin', () => {
  const ask = (origin: string) =>
    fetch(`${world.address}/graphql`, { method: 'POST', headers: { ...json(), origin }, body: QUERY });
  const preflight = (origin: string, path = '/graphql') =>
    fetch(`${world.address}${path}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
  const cors = ({ headers }: Response) =>
    Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')));

  it('may call the API with a key when its origin is listed, and with no session', async () => {
    expect(cors(await ask(LISTED))).toMatchObject({
      'access-control-allow-origin': LISTED,
    });
    expect(cors(await ask(LISTED))).not.toHaveProperty('access-control-allow-credentials');
    for (const path of ['/graphql', '/v1/conversations']) {
      const response = await preflight(LISTED, path);
      expect(response.status).toBe(204);
      expect(response.headers.get('vary')).toContain('Origin');
      expect(cors(response)).toMatchObject({
        'access-control-allow-origin': LISTED,
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': expect.stringMatching(/Content-Type.*Access-Reason/),
        'access-control-max-age': '600',
      });
    }
  });

  it.each([
    'https://evil.example',
    'http://console.acme.example',
    'https://console.acme.example.evil.example',
    'https://console.acme.example:8443',
    'null',
  ])('learns nothing when it is %s', async (origin) => {
    for (const response of [await ask(origin), await preflight(origin), await preflight(origin, '/v1/conversations')]) {
      expect(cors(response)).toEqual({});
      expect(response.headers.get('vary')).toContain('Origin');
    }
  });

  it('cannot sign anybody in or out, listed or not', async () => {
    for (const path of ['/sign-in', '/sign-out']) expect(cors(await preflight(LISTED, path))).toEqual({});
  });
});
