import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeysService } from '#accounts';
import * as limits from '../../apps/api/src/sockets/limits.js';
import { makeOrganisation, signIn, type SmallOrganisation } from '../factories/organisations.js';
import { eventually } from '../support/eventually.js';
import { Subscriber, type Ways } from '../support/subscriber.js';
import { startWorld, type World } from '../support/world.js';

/** Of `CORS_ORIGINS`: its pages may call with a key, but no session counts for them. */
const LISTED = 'https://console.acme.example';
const FLAGS = 'subscription { flagRaised { id } }';

let world: World;
let org: SmallOrganisation;
let cookie: string;

beforeAll(async () => {
  world = await startWorld({
    worker: false,
    settings: { CORS_ORIGINS: LISTED, TRUSTED_PROXIES: '127.0.0.1, ::1' },
  });
  org = await makeOrganisation(world);
  cookie = await signIn(world, org.organisation, 'OWNER');
});
afterAll(() => world.close());

/** What becomes of somebody who comes in like this: `in`, or the code that they are closed with. */
async function enter(ways: Ways): Promise<string> {
  const subscriber = new Subscriber(world.address, ways);
  const outcome = await subscriber.init(ways.payload).then(
    () => 'in',
    (error: Error) => error.message,
  );
  subscriber.close();
  return outcome;
}

const bearer = (key: string) => `Bearer ${key}`;

describe('a connection', () => {
  it('is let in by a key in connection_init or in the header, or by the session of a page of ours or of a program', async () => {
    expect(await enter({ payload: { authorization: bearer(org.key) } })).toBe('in');
    expect(await enter({ payload: { Authorization: bearer(org.key) } })).toBe('in');
    expect(await enter({ headers: { authorization: bearer(org.key) } })).toBe('in');
    expect(await enter({ headers: { cookie, origin: world.address } })).toBe('in');
    expect(await enter({ headers: { cookie } })).toBe('in');
  });

  it.each([
    ['of another site', 'https://elsewhere.example'],
    ['of another port', 'http://localhost:1'],
    ['of a longer name', 'ADDRESS.elsewhere.example'],
    ['of a listed name with another scheme', LISTED.replace('https', 'http')],
    ['of nowhere', 'null'],
    ['that is no address', 'ADDRESS:x'],
    ['that is empty', ''],
  ])('is refused to a page %s, with a key and with a session', async (_, from) => {
    const origin = from.replace('ADDRESS', world.address);
    const shown: [string, string][] = [
      ['cookie', cookie],
      ['authorization', bearer(org.key)],
    ];
    for (const [name, value] of shown) {
      const { socket } = new Subscriber(world.address, { headers: { origin, [name]: value } });
      const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
      expect(response.statusCode).toBe(403);
      socket.terminate();
    }
  });

  it('of a page of CORS_ORIGINS is let in by a key, and by no session, as over HTTP', async () => {
    expect(await enter({ headers: { origin: LISTED }, payload: { authorization: bearer(org.key) } })).toBe('in');
    expect(await enter({ headers: { origin: LISTED, cookie } })).toBe('closed with 4403');
  });

  it('with a session is judged by Sec-Fetch-Site where the browser sends it', async () => {
    const from = (site: string, origin?: string) =>
      enter({ headers: { cookie, 'sec-fetch-site': site, ...(origin && { origin }) } });
    expect(await from('same-origin', world.address)).toBe('in');
    for (const site of ['cross-site', 'same-site']) {
      expect(await from(site, world.address)).toContain('403');
      expect(await from(site)).toBe('closed with 4403');
    }
  });

  it('behind a proxy is judged by what the proxy says: its host, and over HTTPS the cookie of HTTPS', async () => {
    const proxied = { 'x-forwarded-host': 'answerable.example', 'x-forwarded-proto': 'https' };
    const ours = { ...proxied, origin: 'https://answerable.example' };
    expect(await enter({ headers: { ...ours, cookie: `__Host-${cookie}` } })).toBe('in');
    expect(await enter({ headers: { ...ours, cookie } })).toBe('closed with 4403');
    const theirs = { ...proxied, origin: world.address, cookie: `__Host-${cookie}` };
    expect(await enter({ headers: theirs })).toContain('403');
  });

  it.each([
    ['nothing', {}],
    ['an unknown key', { payload: { authorization: 'Bearer ans_unknown' } }],
    ['an unknown session', { headers: { cookie: 'answerable_session=unknown', origin: 'ADDRESS' } }],
    ['a key that is not a Bearer', { payload: { authorization: 'KEY' } }],
    ['a key of another shape', { payload: { authorization: { key: 'KEY' } } }],
    // As over HTTP: with both, the key decides.
    [
      'a wrong key and a good session',
      { payload: { authorization: 'no' }, headers: { cookie: 'COOKIE', origin: 'ADDRESS' } },
    ],
  ])('with %s is refused', async (_, ways) => {
    const filled = JSON.stringify(ways)
      .replace('COOKIE', cookie)
      .replace('ADDRESS', world.address)
      .replace('KEY', org.key);
    expect(await enter(JSON.parse(filled) as Ways)).toBe('closed with 4403');
  });

  it('that is refused is told why', async () => {
    const nobody = new Subscriber(world.address);
    await nobody.init().catch(() => {}); // it is closed
    expect(await nobody.closed).toEqual({ code: 4403, reason: 'Show a service key, or a session on our own pages.' });
    const unknown = new Subscriber(world.address);
    await unknown.init({ authorization: 'Bearer ans_unknown' }).catch(() => {}); // it is closed
    expect(await unknown.closed).toEqual({ code: 4403, reason: expect.stringMatching(/key/) });
  });

  it('subscribes to nothing before it is let in', async () => {
    const subscriber = new Subscriber(world.address);
    await subscriber.opened();
    subscriber.send({ id: '1', type: 'subscribe', payload: { query: FLAGS } });
    expect((await subscriber.closed).code).toBe(4401);
    expect(subscriber.messages).toEqual([]);
  });

  it('is taken at /graphql only, and by this protocol only', async () => {
    const elsewhere = new Subscriber(`${world.address}/elsewhere`);
    const [, response] = (await once(elsewhere.socket, 'unexpected-response')) as [unknown, IncomingMessage];
    expect(response.statusCode).toBe(404);
    expect((await new Subscriber(world.address, { protocol: 'graphql-ws' }).closed).code).toBe(1006);
  });
});

it('a request that offers another protocol, as clients of HTTP/2 do, is answered all the same', async () => {
  const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': '' };
  const offer = request(`${world.address}/sign-in`, { headers });
  offer.end();
  const [response] = (await once(offer, 'response')) as [IncomingMessage];
  response.resume();
  expect(response.statusCode).toBe(200);
});

describe('a message', () => {
  it.each([
    '',
    'no json',
    '[]',
    '{}',
    'null',
    '{"type":"unknown"}',
    '{"type":"subscribe"}',
    '{"type":"next","id":"1"}',
  ])('that is none of the protocol (%j) ends its connection, and no other', async (text) => {
    const [bad, good] = [await org.client.connect(), await org.client.connect()];
    bad.send(text);
    expect((await bad.closed).code).toBeGreaterThanOrEqual(4400);
    await good.settled();
    good.close();
  });

  it('that begins again, or takes an id that is in use, ends its connection', async () => {
    const twice = await org.client.connect();
    twice.send({ type: 'connection_init' });
    expect((await twice.closed).code).toBe(4429);
    const same = await org.client.connect();
    const id = await same.follow(FLAGS);
    same.send({ id, type: 'subscribe', payload: { query: FLAGS } });
    expect((await same.closed).code).toBe(4409);
  });
});

describe('a limit', () => {
  it('MAX_MESSAGE_BYTES: one byte more ends the connection', async () => {
    const subscriber = await org.client.connect();
    const empty = JSON.stringify({ type: 'ping', payload: { of: '' } }).length;
    const ping = (bytes: number) => subscriber.send({ type: 'ping', payload: { of: 'x'.repeat(bytes - empty) } });
    ping(limits.MAX_MESSAGE_BYTES);
    await eventually('it is answered', () => subscriber.messages.some(({ type }) => type === 'pong'));
    ping(limits.MAX_MESSAGE_BYTES + 1);
    expect((await subscriber.closed).code).toBe(1009);
  });

  it('INIT_MILLISECONDS: who does not say who they are has to leave', async () => {
    const subscriber = new Subscriber(world.address);
    expect((await subscriber.closed).code).toBe(4408);
  });

  /** Connects from these addresses and says nothing, on all at the same time. */
  async function silentFrom(...addresses: string[]): Promise<Subscriber[]> {
    const silent = addresses.map((ip) => new Subscriber(world.address, { headers: { 'x-forwarded-for': ip } }));
    await Promise.all(silent.map((one) => one.opened()));
    return silent;
  }
  async function statusFrom(ip: string): Promise<unknown[]> {
    const { socket } = new Subscriber(world.address, { headers: { 'x-forwarded-for': ip } });
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
    return [response.statusCode, response.headers['retry-after']];
  }
  async function leave(silent: Subscriber[]): Promise<void> {
    for (const one of silent) one.close();
    await Promise.all(silent.map(({ closed }) => closed));
  }

  it('MAX_SILENT_SOCKETS_PER_ADDRESS: one more is answered 429, and neither who said who they are nor another address is counted', async () => {
    const ip = '192.0.2.1';
    const known = new Subscriber(world.address, { headers: { 'x-forwarded-for': ip } });
    await known.init({ authorization: bearer(org.key) });
    const silent = await silentFrom(...Array.from({ length: limits.MAX_SILENT_SOCKETS_PER_ADDRESS }, () => ip));
    expect(await statusFrom(ip)).toEqual([429, '5']);
    await leave(await silentFrom('192.0.2.2'));
    await leave([...silent, known]);
    await eventually('there is room', () => silentFrom(ip).then((more) => leave(more)).then(() => true, () => false)); // prettier-ignore
  });

  it('MAX_SILENT_SOCKETS: one more from anywhere is answered 503, and gone they make room', async () => {
    const addresses = Array.from({ length: limits.MAX_SILENT_SOCKETS }, (_, at) => `198.51.100.${at}`);
    const silent = await silentFrom(...addresses);
    expect(await statusFrom('192.0.2.3')).toEqual([503, '5']);
    await leave(silent);
    (await org.client.connect()).close();
  });

  it('MAX_SUBSCRIPTIONS: one more is refused, the others go on, and one that is completed makes room', async () => {
    const subscriber = await org.client.connect();
    const ids = [];
    for (let one = 0; one < limits.MAX_SUBSCRIPTIONS; one += 1) {
      ids.push(String(one));
      subscriber.send({ id: String(one), type: 'subscribe', payload: { query: FLAGS } });
    }
    const many = await subscriber.follow(FLAGS);
    expect(subscriber.of(many)).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }] },
    ]);
    for (const id of ids) expect(subscriber.of(id)).toEqual([]);
    subscriber.send({ id: ids[0], type: 'complete' });
    await subscriber.settled();
    expect(subscriber.of(await subscriber.follow(FLAGS))).toEqual([]);
    subscriber.close();
  });

  it('MAX_SOCKETS_PER_CREDENTIAL: one more is refused, another key is not, and one that ends makes room', async () => {
    const subscribers = [];
    for (let one = 0; one < limits.MAX_SOCKETS_PER_CREDENTIAL; one += 1) subscribers.push(await org.client.connect());
    await expect(org.client.connect()).rejects.toThrow('closed with 4429');
    (await world.client(cookie).connect()).close();
    subscribers[0]!.close(); // there is at least one
    await eventually('there is room', () =>
      org.client.connect().then(
        (subscriber) => subscribers.push(subscriber) > 0,
        () => false,
      ),
    );
    for (const subscriber of subscribers) subscriber.close();
    await Promise.all(subscribers.map(({ closed }) => closed));
  });

  it('MAX_SOCKETS: one more is answered 503 with Retry-After', async () => {
    const subscribers: Subscriber[] = [];
    while (subscribers.length < limits.MAX_SOCKETS) {
      const { secret } = await world.get(KeysService).create(org.organisation.id, { name: 'one of many', scopes: [] });
      const wanted = Math.min(limits.MAX_SOCKETS_PER_CREDENTIAL, limits.MAX_SOCKETS - subscribers.length);
      const more = Array.from({ length: wanted }, () => world.client(secret).connect());
      subscribers.push(...(await Promise.all(more)));
    }
    const { socket } = new Subscriber(world.address);
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
    expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '5']);
    for (const subscriber of subscribers) subscriber.close();
    await Promise.all(subscribers.map(({ closed }) => closed));
    (await org.client.connect()).close();
  });
});
