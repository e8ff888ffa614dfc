import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation, signIn, type SmallOrganisation } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;
let cookie: string;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
  cookie = await signIn(world, org.organisation, 'MANAGER');
});
afterAll(() => world.close());

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

/** As much of a browser as the page's own script touches. */
class SmallBrowser {
  address = '/graphql';
  focused = 0;
  editor: { focus(): void } | null = null;
  change: () => void = () => {};
  readonly globals;

  constructor(kept: Map<string, string> | null) {
    const localStorage = { getItem: (name: string) => kept?.get(name) ?? null, setItem: kept?.set.bind(kept) };
    const body = {};
    const document = { body, activeElement: body, documentElement: {}, querySelector: () => this.editor };
    const listen = (heard: () => void) => (this.change = heard);
    class MutationObserver {
      constructor(private readonly heard: () => void) {}
      observe = () => listen(this.heard);
      disconnect = () => listen(() => {});
    }
    const history = { replaceState: () => void (this.address = 'changed') };
    this.globals = { localStorage, document, history, MutationObserver };
  }
}

function open(headers: Record<string, string>): Promise<Response> {
  return fetch(`${world.address}/graphql`, { redirect: 'manual', headers: { ...BROWSER, ...headers } });
}

describe('GraphiQL', () => {
  it('opens in the browser of somebody who is signed in, and is kept by nobody else', async () => {
    const response = await open({ cookie });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('private');
    expect(await response.text()).toContain('GraphiQL · Answerable');
  });

  it('works without internet: every script, style, image and frame is in the page itself', async () => {
    const page = await (await open({ cookie })).text();
    const markup = page.replace(/(<(script|style)\b[^>]*>)[^]*?<\/\2>/gi, '$1');
    const addresses = [...markup.matchAll(/\b(?:src|href|action|data|poster)\s*=\s*["']?([^"'\s>]+)/gi)].map(
      ([, to]) => to!,
    ); // the group always matches
    for (const address of addresses) expect(address).toMatch(/^(data:|#|\/(?!\/))/);
    const scripts = [...page.matchAll(/<script\b([^>]*)>/gi)].map(([, attributes]) => attributes);
    expect(scripts.length).toBeGreaterThan(0);
    const styles = [...page.matchAll(/<style\b[^>]*>([^]*?)<\/style>/gi)].map(([, css]) => css!).join('\n'); // as above
    expect(styles).not.toMatch(/@import|url\(\s*["']?(https?:)?\/\//i);
    // No module is fetched, and nothing is added to the page from elsewhere when it runs.
    expect(page).not.toMatch(/\b(import|importScripts)\(\s*["'`]https?:/);
    expect(page).not.toMatch(
      /(unpkg\.com|cdn\.jsdelivr\.net|cdnjs\.cloudflare\.com|esm\.sh|fonts\.googleapis\.com)\/[^"'`\s]*\.(js|css|woff2?)["'`]/,
    );
  });

  it('asks this server, as the person who is signed in', async () => {
    const page = await (await open({ cookie })).text();
    expect(page).toMatch(/"?endpoint"?:\s*"\/graphql"/);
    expect(page).toContain('same-origin');
    expect(page).toMatch(/"?subscriptionsProtocol"?:\s*"WS"/);
  });

  it('has a button to sign out', async () => {
    expect(await (await open({ cookie })).text()).toContain('<form method="post" action="/sign-out"');
  });

  it('opens the tab of the last visit, keeps queries out of the address, and waits in the editor for Ctrl-Enter', async () => {
    const page = await (await open({ cookie })).text();
    const opening = /<script>(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    const kept = new Map([
      ['graphiql:query', 'the first'],
      ['graphiql:tabState', JSON.stringify({ activeTabIndex: 1, tabs: [{}, { query: 'the second', headers: null }] })],
    ]);
    const browser = new SmallBrowser(kept);
    runInNewContext(opening, browser.globals);
    const texts = ['query', 'variables', 'headers'].map((name) => kept.get(`graphiql:${name}`));
    expect(texts).toEqual(['the second', '', '']);
    browser.globals.history.replaceState();
    expect(browser.address).toBe('/graphql');
    browser.change();
    expect(browser.focused).toBe(0);
    browser.editor = { focus: () => (browser.focused += 1) };
    browser.change();
    browser.change();
    expect(browser.focused).toBe(1);
  });

  it('opens all the same in a browser that was never here, or keeps nothing', async () => {
    const page = await (await open({ cookie })).text();
    const opening = /<script>(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    for (const kept of [new Map(), new Map([['graphiql:tabState', 'damaged']]), null])
      expect(() => runInNewContext(opening, new SmallBrowser(kept).globals)).not.toThrow();
  });

  it.each([
    ['nobody', {}],
    ['a forged session', { cookie: 'answerable_session=forged' }],
  ])('sends %s to the page to sign in', async (_, headers: Record<string, string>) => {
    const response = await open(headers);
    expect([response.status, response.headers.get('location')]).toEqual([302, '/sign-in']);
    expect((await response.text()).length).toBeLessThan(1_000);
  });

  it('is not what a program gets that asks for JSON', async () => {
    const response = await open({ cookie, accept: 'application/json' });
    expect(response.headers.get('content-type')).toContain('json');
  });
});

describe('a request that another site can make a browser send', () => {
  const QUERY = '{ viewer { name } }';

  it.each([
    ['text/plain', JSON.stringify({ query: QUERY })],
    ['application/x-www-form-urlencoded', new URLSearchParams({ query: QUERY }).toString()],
    ['multipart/form-data; boundary=x', `--x\r\nContent-Disposition: form-data; name="query"\r\n\r\n${QUERY}\r\n--x--`],
    ['', JSON.stringify({ query: QUERY })],
    ['text/plain; application/json', JSON.stringify({ query: QUERY })],
  ])('is refused as %j, session or not', async (type, body) => {
    const credentials: Record<string, string>[] = [{ cookie }, { authorization: `Bearer ${org.key}` }];
    for (const credential of credentials) {
      const response = await fetch(`${world.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': type, ...credential },
        body: Buffer.from(body),
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(await response.text()).not.toContain('"data"');
    }
  });

  it('is refused as a link, and a link can change nothing even when asked for as JSON', async () => {
    const link = `${world.address}/graphql?query=${encodeURIComponent(QUERY)}`;
    expect((await fetch(link, { headers: { cookie } })).status).toBe(400);
    const change = encodeURIComponent(
      'mutation { appendTurns(input: { conversations: [] }) { outcomes { __typename } } }',
    );
    const response = await fetch(`${world.address}/graphql?query=${change}`, {
      headers: { cookie, 'content-type': 'application/json' },
    });
    expect(response.status).toBe(405);
  });

  it('gets no permission to read answers from another origin', async () => {
    const preflight = await fetch(`${world.address}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    const answer = await fetch(`${world.address}/graphql`, {
      method: 'POST',
      headers: { cookie, origin: 'https://elsewhere.example', 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY }),
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});
