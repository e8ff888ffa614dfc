import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, INGEST } from '../factories/conversations.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

const GZIP = { 'content-encoding': 'gzip' };

function post(body: Uint8Array<ArrayBuffer>, headers: Record<string, string>): Promise<Response> {
  return fetch(`${world.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${org.key}`, ...headers },
    body,
  });
}

describe('the body of a mutation', () => {
  const sent = JSON.stringify({ query: INGEST, variables: { input: { conversations: [conversation()] } } });
  const unreadable = { message: 'The body could not be read.', extensions: { code: 'BAD_INPUT' } };
  const unsupported = {
    message: 'Send the body in UTF-8; its Content-Encoding may be gzip, deflate or br.',
    extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' },
  };

  it.each([
    ['garbage for gzip', 400, GZIP, Buffer.from('garbage'), unreadable],
    ['a cut gzip', 400, GZIP, gzipSync(sent).subarray(0, 60), unreadable],
    ['an unknown encoding', 415, { 'content-encoding': 'nonsense' }, Buffer.from(sent), unsupported],
    [
      'another character set',
      415,
      { 'content-type': 'application/json; charset=latin1' },
      Buffer.from(sent),
      unsupported,
    ],
    [
      'broken JSON',
      400,
      {},
      Buffer.from(sent.slice(0, -1)),
      { message: 'The body is not valid JSON.', extensions: { code: 'BAD_INPUT' } },
    ],
  ])('is refused as the sender’s fault: %s', async (_, status, headers, body, error) => {
    const response = await post(body, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ errors: [error] });
  });

  it('may be compressed', async () => {
    const response = await post(gzipSync(sent), GZIP);
    expect(await response.json()).toMatchObject({
      data: { ingestConversations: { outcomes: [{ __typename: 'ConversationAccepted' }] } },
    });
  });

  it('with a value of the wrong shape names the place, and does not quote what was said', async () => {
    const turn = { speaker: 'CALLER', said: 'My card is 4111; "x" at "y"; thanks.' };
    const shapes: [unknown, string][] = [
      [{ ...conversation(), turns: [{ ...turn, note: 1 }] }, 'conversations[0].turns[0]'],
      [{ ...conversation(), turns: [turn], note: turn }, 'conversations[0]'],
      [{ ...conversation(), turns: turn.said }, 'conversations[0].turns'],
      [{ ...conversation(), turns: [turn.said] }, 'conversations[0].turns[0]'],
      [turn.said, 'conversations[0]'],
    ];
    for (const [shape, place] of shapes) {
      const { status, body } = await org.client.post(INGEST, { input: { conversations: [shape] } });
      expect(status).toBe(400);
      expect(body.errors?.[0]?.message).toContain(`Variable "$input" is not valid at "input.${place}"; `);
      expect(JSON.stringify(body)).not.toMatch(/4111|thanks/);
    }
    const { body } = await org.client.post(INGEST, { input: turn.said });
    expect(body.errors?.[0]?.message).toMatch(/^Variable "\$input" is not valid; it is of type/);
  });
});
