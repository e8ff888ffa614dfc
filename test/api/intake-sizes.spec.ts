import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intakeLimits } from '#conversations';
import { sha256 } from '#platform';
import { conversation, INGEST, ndjson } from '../factories/conversations.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { storedRefusals, storedTimes } from '../factories/stored.js';
import { startWorld, type World } from '../support/world.js';

const { MAX_LINE_BYTES, MAX_QUARANTINED_BYTES } = intakeLimits;
/** As the API guide tells it. */
const GRAPHQL_BYTES = 8 * 1024 * 1024;

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

/** The JSON of a value, made longer by spaces that mean nothing. */
function padded(value: unknown, bytes: number): string {
  const json = JSON.stringify(value);
  return `${json.slice(0, -1)}${' '.repeat(bytes - Buffer.byteLength(json))}}`;
}

describe('the limit of a line', () => {
  it('counts bytes: a line of exactly so many is stored', async () => {
    const sent = conversation({ turns: [{ speaker: 'CALLER', said: 'Grüße 世界 😀' }] });
    const line = padded(sent, MAX_LINE_BYTES);
    expect(Buffer.byteLength(line)).toBe(MAX_LINE_BYTES);
    const { lines } = await org.client.send(`${line}\n`);
    expect(lines).toMatchObject([{ line: 1, outcome: 'ACCEPTED' }]);
    expect(await storedTimes(world, sent)).toBe(1);
  });

  it.each([MAX_LINE_BYTES + 1, 10 * 1024 * 1024])('refuses a line of %i bytes alone', async (bytes) => {
    const [before, sent, after] = [conversation(), conversation(), conversation()];
    const { lines } = await org.client.send(`${ndjson(before)}${padded(sent, bytes)}\n${ndjson(after)}`);
    expect(lines).toMatchObject([
      { line: 1, outcome: 'ACCEPTED' },
      { line: 2, outcome: 'REJECTED' },
      { line: 3, outcome: 'ACCEPTED' },
    ]);
    expect(lines[1]?.['problems']).toEqual([
      { path: '', message: `is over the limit of ${MAX_LINE_BYTES} bytes a line` },
    ]);
    expect(await storedTimes(world, sent)).toBe(0);
  });

  it('keeps the beginning of a longer line in quarantine, with its full size', async () => {
    const alone = await makeOrganisation(world);
    const line = padded(conversation(), MAX_LINE_BYTES + 5);
    await alone.client.send(`${line}\n`);
    await alone.client.send(line);
    const [refusal, ...more] = await storedRefusals(world, alone.organisation.id);
    expect(more).toEqual([]);
    expect(refusal).toMatchObject({ kind: 'REJECTED', payloadBytes: MAX_LINE_BYTES + 5, timesSeen: 2 });
    expect(refusal!.payload.equals(Buffer.from(line).subarray(0, MAX_QUARANTINED_BYTES))).toBe(true); // just matched
  });

  it('keeps the beginning of a refused line that is long but within the limit, with the hash of all of it', async () => {
    const alone = await makeOrganisation(world);
    const [one, other] = ['1', '2'].map((end) => `${'x'.repeat(MAX_QUARANTINED_BYTES)}${end}`);
    await alone.client.send(`${one}\n${other}\n${one}\n`);
    const { rows } = await world.owner.query(
      'SELECT payload_hash AS hash, length(payload) AS kept, payload_bytes::int AS bytes FROM quarantine WHERE organisation_id = $1',
      [alone.organisation.id],
    );
    const expected = [one, other].map((line) => ({
      hash: sha256(line!), // two were mapped
      kept: MAX_QUARANTINED_BYTES,
      bytes: MAX_QUARANTINED_BYTES + 1,
    }));
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(expect.arrayContaining(expected));
  });
});

describe('the limit of a GraphQL body', () => {
  async function post(body: string): Promise<{ status: number; answer: unknown }> {
    const response = await fetch(`${world.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${org.key}` },
      body,
    });
    return { status: response.status, answer: await response.json() };
  }

  it('counts bytes: a body of exactly so many is read, and one more is refused unread', async () => {
    const [fits, over] = [conversation(), conversation()];
    const request = (sent: object) => ({ query: INGEST, variables: { input: { conversations: [sent] } } });
    const read = await post(padded(request(fits), GRAPHQL_BYTES));
    expect(read.status).toBe(200);
    expect(await storedTimes(world, fits)).toBe(1);
    expect(await post(padded(request(over), GRAPHQL_BYTES + 1))).toEqual({
      status: 413,
      answer: {
        errors: [
          { message: `The body is over the limit of ${GRAPHQL_BYTES} bytes.`, extensions: { code: 'TOO_LARGE' } },
        ],
      },
    });
    expect(await storedTimes(world, over)).toBe(0);
  });

  it('refuses a value that is nested without end, and stores what is around it', async () => {
    const good = conversation();
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const bad = JSON.stringify({ ...conversation(), clone: 'DEEP' }).replace('"DEEP"', deep);
    const { status, answer } = await post(
      `{"query":${JSON.stringify(INGEST)},"variables":{"input":{"conversations":[${JSON.stringify(good)},${bad}]}}}`,
    );
    expect(status).toBe(200);
    expect(answer).toMatchObject({
      data: {
        ingestConversations: {
          outcomes: [
            { __typename: 'ConversationAccepted' },
            { problems: [{ path: 'clone', message: 'must be of type string' }] },
          ],
        },
      },
    });
    expect(await storedTimes(world, good)).toBe(1);
    const { lines } = await org.client.send(`${bad}\n`);
    expect(lines).toMatchObject([{ problems: [{ path: 'clone', message: 'must be of type string' }] }]);
  });
});
