import { randomBytes } from 'node:crypto';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, ndjson } from '../factories/conversations.js';
import { LiveStream } from '../factories/live-stream.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { storedTimes, turnCounts } from '../factories/stored.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

const GZIP = { 'content-encoding': 'gzip' };

/** Conversations that compression cannot make much smaller. */
function bulky(count: number) {
  return Array.from({ length: count }, () =>
    conversation({ turns: [{ speaker: 'CALLER', said: randomBytes(3000).toString('base64') }] }),
  );
}

/** What was answered as accepted is stored, and nothing else is. */
async function expectStored(sent: ReturnType<typeof bulky>, accepted: number): Promise<void> {
  expect(await turnCounts(world, sent)).toEqual(sent.map((_, at) => (at < accepted ? 1 : 0)));
}

describe('a compressed body', () => {
  it('is read like any other, also in several members and with the name of the encoding in capitals', async () => {
    const sent = bulky(60);
    const body = Buffer.concat([gzipSync(ndjson(...sent.slice(0, 20))), gzipSync(ndjson(...sent.slice(20)))]);
    const { status, lines } = await org.client.send(body, { 'content-encoding': 'GZIP' });
    expect(status).toBe(200);
    expect(lines.map(({ line, outcome }) => [line, outcome])).toEqual(sent.map((_, at) => [at + 1, 'ACCEPTED']));
  });

  it.each([1, 20, 500, 0.3, 0.9, -4, -8, -9])(
    'that is cut at %d keeps what came whole, and says at which line it ends',
    async (place) => {
      const sent = bulky(40);
      const whole = gzipSync(ndjson(...sent));
      const end = place > 0 && place < 1 ? Math.floor(whole.length * place) : place;
      const { status, lines } = await org.client.send(whole.subarray(0, end), GZIP);
      expect(status).toBe(200);
      const accepted = lines.filter(({ outcome }) => outcome === 'ACCEPTED').length;
      expect(lines.slice(accepted)).toEqual([
        {
          line: accepted + 1,
          outcome: 'REJECTED',
          problems: [
            { path: '', message: 'the gzip stream ends before its end; the lines before this one were taken' },
          ],
        },
      ]);
      if (place === 0.9) expect(accepted).toBeGreaterThan(20);
      await expectStored(sent, accepted);
    },
  );

  it('that turns into garbage in the middle keeps what came whole before', async () => {
    const sent = bulky(200);
    // Whole blocks, and then the head of a block of a kind that does not exist (RFC 1951 §3.2.3).
    const whole = gzipSync(ndjson(...sent), { finishFlush: constants.Z_SYNC_FLUSH });
    const spoiled = Buffer.concat([whole, Buffer.alloc(1000, 0xff)]);
    await expectAllAndThenBroken(sent, spoiled);
  });

  it('whose CRC is wrong, or that has something else after its end, keeps every line', async () => {
    const sent = bulky(30);
    const packed = gzipSync(ndjson(...sent));
    await expectAllAndThenBroken(sent, Buffer.concat([packed, Buffer.from('garbage')]));
    const others = bulky(30);
    const wrong = gzipSync(ndjson(...others));
    wrong[wrong.length - 8]! ^= 0xff; // the CRC begins there (RFC 1952 §2.3.1)
    await expectAllAndThenBroken(others, wrong);
  });

  async function expectAllAndThenBroken(sent: ReturnType<typeof bulky>, body: Buffer): Promise<void> {
    const { lines } = await org.client.send(body, GZIP);
    const accepted = lines.filter(({ outcome }) => outcome === 'ACCEPTED').length;
    expect(accepted).toBe(sent.length);
    expect(lines.slice(accepted)).toEqual([
      {
        line: accepted + 1,
        outcome: 'REJECTED',
        problems: [{ path: '', message: 'the body is not valid gzip from here on' }],
      },
    ]);
    await expectStored(sent, accepted);
  }

  it.each([
    ['words', Buffer.from('this is not compressed\n')],
    ['plain NDJSON', Buffer.from(ndjson(conversation()))],
    ['deflate', deflateSync(ndjson(conversation()))],
    ['megabytes of random bytes', randomBytes(3_000_000)],
  ])('that is no gzip at all is refused in its first line: %s', async (_, body) => {
    const { lines } = await org.client.send(body, GZIP);
    expect(lines).toEqual([
      { line: 1, outcome: 'REJECTED', problems: [{ path: '', message: 'the body is not valid gzip from here on' }] },
    ]);
  });

  it('may not hold blank lines without end, which cost a client nothing when they are packed', async () => {
    const packed = Buffer.concat([gzipSync(ndjson(conversation())), gzipSync(Buffer.alloc(20_000_000, '\n'))]);
    const { lines } = await org.client.send(packed, GZIP);
    expect(lines).toMatchObject([
      { line: 1, outcome: 'ACCEPTED' },
      { line: 2, outcome: 'REJECTED', problems: [{ path: '', message: expect.stringContaining('blank') }] },
    ]);
  });

  it('is answered line by line while it still comes, and read to its end after it broke', async () => {
    const stream = new LiveStream(world.address, org.key, GZIP);
    await stream.send(randomBytes(1000));
    expect(await stream.next()).toMatchObject({ line: 1, outcome: 'REJECTED' });
    for (let part = 0; part < 100; part += 1) await stream.send(randomBytes(50_000));
    expect(await stream.finish()).toEqual([]);
  });
});

describe('the headers of a stream', () => {
  it.each([
    'application/x-ndjson',
    'application/ndjson',
    'application/jsonl',
    'application/json-lines',
    'Application/X-NDJSON; charset=utf-8',
  ])('may say %s', async (type) => {
    const { lines } = await org.client.send(ndjson(conversation()), { 'content-type': type });
    expect(lines).toMatchObject([{ outcome: 'ACCEPTED' }]);
  });

  it.each(['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'application/x-ndjsonx', ''])(
    'may not say %j, and then nothing is stored',
    async (type) => {
      const sent = conversation();
      const { status, lines } = await org.client.send(ndjson(sent), { 'content-type': type });
      expect(status).toBe(415);
      expect(lines).toEqual([
        {
          error: {
            code: 'UNSUPPORTED_MEDIA_TYPE',
            message: 'Send NDJSON, one conversation a line, as Content-Type: application/x-ndjson.',
          },
        },
      ]);
      expect(await storedTimes(world, sent)).toBe(0);
    },
  );

  it.each(['br', 'deflate', 'gzip, gzip', 'nonsense'])('may not name the encoding %s', async (encoding) => {
    const sent = conversation();
    const body = brotliCompressSync(ndjson(sent));
    const { status, lines } = await org.client.send(body, { 'content-encoding': encoding });
    expect(status).toBe(415);
    expect(lines).toEqual([
      { error: { code: 'UNSUPPORTED_MEDIA_TYPE', message: 'Content-Encoding must be gzip or identity.' } },
    ]);
  });
});
