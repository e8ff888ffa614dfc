import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intakeLimits } from '#conversations';
import { conversation, ndjson } from '../factories/conversations.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

const QUERY = JSON.stringify({ query: '{ viewer { name } }' });

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

const bearer = () => ({ authorization: `Bearer ${org.key}` });

function post(path: string, type: string, body: string | Buffer, headers: Record<string, string> = {}) {
  return fetch(`${world.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': type, ...bearer(), ...headers },
    body: body as BodyInit,
    redirect: 'manual',
  });
}

function open(): Promise<Socket> {
  const socket = connect(Number(new URL(world.address).port), 'localhost');
  socket.on('error', () => {}); // the server may cut it
  return once(socket, 'connect').then(() => socket);
}

/** Sends bytes as they are. @returns all that is answered until the server closes */
async function raw(...parts: (string | Buffer)[]): Promise<string> {
  const socket = await open();
  let answer = '';
  socket.setEncoding('latin1').on('data', (text: string) => (answer += text));
  const closed = once(socket, 'close');
  for (const part of parts) socket.write(part);
  await closed;
  return answer;
}

async function expectAlive(): Promise<void> {
  expect((await post('/graphql', 'application/json', QUERY)).status).toBe(200);
  expect((await org.client.send(ndjson(conversation()))).lines).toMatchObject([{ outcome: 'ACCEPTED' }]);
}

describe('a body that grows', () => {
  const BOMB = 64 * 1024 * 1024;

  it.each([
    ['/graphql', 'application/json', 413],
    ['/sign-in', 'application/x-www-form-urlencoded', 413],
  ])('is refused by %s as soon as it is over the limit, however small it was sent', async (path, type, status) => {
    const response = await post(path, type, gzipSync(Buffer.alloc(BOMB, ' ')), { 'content-encoding': 'gzip' });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain('TOO_LARGE');
  });

  it('is given up by the intake when it is a bomb, and what came before it is kept', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from(ndjson(conversation())), Buffer.alloc(2 * BOMB, ' ')]));
    const { lines } = await org.client.send(bomb, { 'content-encoding': 'gzip' });
    expect(lines[0]).toMatchObject({ outcome: 'ACCEPTED' });
    expect(lines.at(-1)).toEqual({
      line: 2,
      outcome: 'REJECTED',
      problems: [{ path: '', message: expect.stringContaining('grows to more than') }],
    });
    await expectAlive();
  });

  it('may be honest: many conversations that are much alike are taken', async () => {
    const same = conversation();
    const many = ndjson(same).repeat(2_000);
    const { lines } = await org.client.send(gzipSync(many), { 'content-encoding': 'gzip' });
    expect(lines).toHaveLength(2_000);
    expect(lines.slice(1).every(({ outcome }) => outcome === 'DUPLICATE')).toBe(true);
  });

  it('is refused by its announced size before a byte of it is read', async () => {
    for (const path of ['/graphql', '/sign-in']) {
      const socket = await open();
      const type = path === '/graphql' ? 'application/json' : 'application/x-www-form-urlencoded';
      socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 99999999999\r\n\r\n`);
      const [answer] = (await once(socket, 'data')) as [Buffer];
      expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
      socket.destroy();
    }
  });

  it('in a line without end costs the line and no memory', async () => {
    const line = gzipSync(Buffer.alloc(intakeLimits.MAX_LINE_BYTES + 1, 'x'));
    const { lines } = await org.client.send(line, { 'content-encoding': 'gzip' });
    expect(lines).toMatchObject([{ line: 1, outcome: 'REJECTED' }]);
  });
});

describe('headers', () => {
  it('are refused when they are huge', async () => {
    const answer = await raw(`GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    await expectAlive();
  });

  it.each([
    ['a request id', `X-Request-Id: a\r\n`, '/healthz'],
    ['a path', '', '/healthz%0d%0aSet-Cookie:%20answerable_session=mine'],
    ['a query', '', '/?next=%0d%0aSet-Cookie:%20answerable_session=mine'],
    ['an origin', 'Origin: https://evil.example%0d%0aSet-Cookie: a=b\r\n', '/graphql'],
  ])('cannot be put into an answer by %s', async (_, header, path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: evil.example\r\n${header}Connection: close\r\n\r\n`);
    const head = answer.split('\r\n\r\n')[0]!; // split gives at least one part
    expect(head).not.toMatch(/^set-cookie/im);
    expect(head).not.toContain('evil.example');
  });

  it.each([
    ['two lengths', 'Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc'],
    ['a length and chunks', 'Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a coding that is no coding', 'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n'],
    ['a bare line feed in a name', 'X\n-Y: 1\r\n\r\n'],
    ['a NUL', 'X-Y: a\0b\r\n\r\n'],
  ])('that smuggle by %s end the connection with 400', async (_, rest) => {
    expect(await raw(`POST /graphql HTTP/1.1\r\nHost: x\r\n${rest}`)).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('a path', () => {
  it.each([
    '/graphql/../v1/conversations',
    '/graphql/x',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2fpackage.json',
    '//evil.example/%2e%2e',
    '/v1/conversations%00',
    '/%',
    '/%ff',
    '/sign-in;x=1',
    '/constructor',
    '/__proto__',
  ])('like %s is nowhere', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).toMatch(/"code":"(NOT_FOUND|BAD_INPUT)"/);
    expect(answer).not.toMatch(/stack|node_modules|^location/im);
  });

  it.each([
    ['DELETE', '/graphql', 'GET, POST'],
    ['PUT', '/v1/conversations', 'POST'],
    ['GET', '/v1/conversations', 'POST'],
    ['POST', '/healthz', 'GET'],
    ['PATCH', '/sign-in', 'GET, POST'],
    ['TRACE', '/graphql', 'GET, POST'],
  ])('is told by %s %s which methods it has', async (method, path, allow) => {
    const answer = await raw(`${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 405 /);
    expect(answer).toContain(`\r\nAllow: ${allow}\r\n`);
  });
});

describe('a request that never ends', () => {
  it('keeps nobody else waiting, be it in its headers, its body or its stream', async () => {
    const halves = [
      'GET /graphql HTTP/1.1\r\nHost: x\r\nX-Slow: ',
      `POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${org.key}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
      `POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nemail=`,
      `POST /v1/conversations HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${org.key}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`,
    ];
    const sockets = await Promise.all(
      Array.from({ length: 200 }, async (_, at) => {
        const socket = await open();
        socket.write(halves[at % halves.length]!); // the remainder is an index
        return socket;
      }),
    );
    await expectAlive();
    for (const socket of sockets) socket.destroy();
    await expectAlive();
  });

  it('has a limit for its headers, its silence and the wait for its next request', () => {
    const server = world.app.getHttpServer();
    expect(server).toMatchObject({ headersTimeout: 15_000, keepAliveTimeout: 65_000, timeout: 600_000 });
    expect(server.requestTimeout).toBe(0); // a stream of conversations may last
  });
});

it('a form or a text of another site is no GraphQL request', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const response = await post('/graphql', type, QUERY);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain('"data"');
  }
});
