import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { ATTEMPT_SECONDS, CONNECT_SECONDS, MAX_ANSWER_BYTES } from './limits.js';
import { Poster } from './post.js';
import { TargetGuard } from './targets.js';

const LOCAL = new TargetGuard(['127.0.0.1/32']);

let server: Server;
let answer: string | ((socketWrite: (text: string) => void) => void);
let requests: string[];

/** A server of bare TCP, since some answers are none that an HTTP server would give. */
beforeEach(async () => {
  requests = [];
  server = createServer((socket) => {
    socket.on('error', () => {}); // the client hangs up in some tests
    socket.once('data', (data) => {
      requests.push(data.toString());
      if (typeof answer === 'string') socket.end(answer);
      else answer((text) => void socket.write(text));
    });
  });
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
});
afterEach(() => server.close());

function port(): number {
  return (server.address() as AddressInfo).port; // it listens on TCP
}

function post(url: string, ...lookups: string[][]) {
  let at = 0;
  const poster = new Poster(LOCAL, async () => lookups[at++] ?? []);
  return poster.post(url.replace('PORT', String(port())), { 'webhook-id': 'msg_1' }, '{}');
}

describe('an attempt', () => {
  it('is a POST whose status decides', async () => {
    answer = 'HTTP/1.1 204 No Content\r\n\r\n';
    expect(await post('http://hooks.test:PORT/a?b=c', ['127.0.0.1'])).toMatchObject({ status: 204, failure: null });
    expect(requests[0]).toMatch(
      /^POST \/a\?b=c HTTP\/1\.1\r\nwebhook-id: msg_1\r\ncontent-length: 2\r\nHost: hooks\.test:\d+/,
    );
    answer = 'HTTP/1.1 503 Busy\r\nretry-after: 7\r\ncontent-length: 0\r\n\r\n';
    expect(await post('http://hooks.test:PORT/', ['127.0.0.1'])).toEqual({
      status: 503,
      failure: 'STATUS',
      retryAfter: '7',
    });
  });

  it('reads no more than a bounded part of a body that never ends', async () => {
    let written = 0;
    answer = (write) => {
      write('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n');
      const more = setInterval(() => {
        for (let part = 0; part < 64; part += 1) write('x'.repeat(1024));
        written += 65_536;
        if (written > 100 * MAX_ANSWER_BYTES) clearInterval(more);
      }, 1);
    };
    expect(await post('http://hooks.test:PORT/', ['127.0.0.1'])).toMatchObject({ status: 200, failure: null });
    expect(written).toBeLessThan(100 * MAX_ANSWER_BYTES);
  });

  it.each([
    ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'MALFORMED_ANSWER'],
    ['a head without end', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(70_000)}\r\n\r\n`, 'MALFORMED_ANSWER'],
    ['nothing', '', 'UNREACHABLE'],
    [
      'a change of protocol',
      'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
      'MALFORMED_ANSWER',
    ],
  ])('that is answered by %s has failed', async (_, given, failure) => {
    answer = given;
    expect(await post('http://hooks.test:PORT/', ['127.0.0.1'])).toMatchObject({ status: null, failure });
  });

  it('follows no redirect', async () => {
    answer = `HTTP/1.1 307 Temporary Redirect\r\nlocation: http://127.0.0.1:${port()}/inside\r\n\r\n`;
    expect(await post('http://hooks.test:PORT/', ['127.0.0.1'])).toMatchObject({ status: 307, failure: 'STATUS' });
    expect(requests).toHaveLength(1);
  });

  it('trusts no certificate that nobody signed, and speaks no TLS to what does not', async () => {
    answer = 'HTTP/1.1 200 OK\r\n\r\n';
    expect(await post('https://hooks.test:PORT/', ['127.0.0.1'])).toMatchObject({ failure: 'TLS_FAILED' });
  });
});

describe('a receiver that takes its time', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })); // sockets stay real
  afterEach(() => void vi.useRealTimers());

  async function untilAsked(): Promise<void> {
    await vi.waitFor(() => expect(requests).toHaveLength(1));
  }

  it('has so long until it is connected, its name looked up', async () => {
    const poster = new Poster(LOCAL, () => new Promise(() => {}));
    const answered = poster.post('http://hooks.test/', {}, '{}');
    await vi.advanceTimersByTimeAsync(CONNECT_SECONDS * 1000);
    expect(await answered).toMatchObject({ status: null, failure: 'TIMED_OUT' });
  });

  it('has so long until it answers', async () => {
    answer = () => {};
    const answered = post('http://hooks.test:PORT/', ['127.0.0.1']);
    await untilAsked();
    await vi.advanceTimersByTimeAsync(ATTEMPT_SECONDS * 500); // over what a connection may take
    expect(await Promise.race([answered, Promise.resolve('under way')])).toBe('under way');
    await vi.advanceTimersByTimeAsync(ATTEMPT_SECONDS * 500);
    expect(await answered).toMatchObject({ status: null, failure: 'TIMED_OUT' });
  });
});

describe('the guard of a connection', () => {
  it.each([
    ['nothing', [], 'NAME_NOT_FOUND'],
    ['an address inside', ['127.0.0.2'], 'ADDRESS_REFUSED'],
    ['one address of many inside', ['127.0.0.1', '127.0.0.2'], 'ADDRESS_REFUSED'],
    ['a mapped address', ['::ffff:127.0.0.1'], 'ADDRESS_REFUSED'],
    ['the metadata of a cloud', ['169.254.169.254'], 'ADDRESS_REFUSED'],
    ['what is no address', ['localhost'], 'ADDRESS_REFUSED'],
  ])('sends nothing to a name that stands for %s', async (_, addresses, failure) => {
    expect(await post('http://hooks.test:PORT/', addresses)).toMatchObject({ status: null, failure });
    expect(requests).toEqual([]);
  });

  it.each([
    'http://127.0.0.2:PORT/',
    'http://2130706434:PORT/',
    'http://0x7f000002:PORT/',
    'http://[::1]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
  ])('sends nothing to %s, which needs no look-up', async (url) => {
    expect(await post(url)).toMatchObject({ status: null, failure: 'ADDRESS_REFUSED' });
    expect(requests).toEqual([]);
  });

  it('looks a name up once per connection, and refuses it when it has moved inside since', async () => {
    answer = 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n';
    const lookups: string[][] = [['127.0.0.1'], ['127.0.0.2'], ['127.0.0.1']];
    let asked = 0;
    const poster = new Poster(LOCAL, async () => lookups[asked++] ?? []);
    const url = `http://rebinding.test:${port()}/`;
    expect(await poster.post(url, {}, '{}')).toMatchObject({ status: 200 });
    expect(await poster.post(url, {}, '{}')).toMatchObject({ status: null, failure: 'ADDRESS_REFUSED' });
    expect([asked, requests.length]).toEqual([2, 1]);
  });
});
