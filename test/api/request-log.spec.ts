import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { conversation, INGEST, ndjson } from '../factories/conversations.js';
import { makeOrganisation, signIn, type SmallOrganisation } from '../factories/organisations.js';
import { type CapturedLog, captureLog } from '../support/captured-log.js';
import { eventually } from '../support/eventually.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;
let cookie: string;
let log: CapturedLog;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
  cookie = await signIn(world, org.organisation, 'OWNER');
});
afterAll(() => world.close());
beforeEach(() => (log = captureLog('info')));
afterEach(() => log.stop());

const requests = () => log.lines().filter(({ event }) => event === 'request');

async function logged(count: number): Promise<Record<string, unknown>[]> {
  await eventually('the requests are logged', () => requests().length >= count);
  return requests();
}

function ask(path: string, headers: Record<string, string> = {}, init: RequestInit = {}): Promise<Response> {
  return fetch(`${world.address}${path}`, { redirect: 'manual', ...init, headers });
}

it('a request is logged once, by the pattern of its route and the kind of its actor', async () => {
  await org.client.post('{ viewer { name } }');
  await org.client.send(ndjson(conversation()));
  await ask('/graphql?query=%7Bviewer%7Bname%7D%7D&tracking=4111', { cookie, 'content-type': 'application/json' });
  await ask('/somebody/else@acme.example?password=4111');
  await ask('/sign-in?next=4111');
  const lines = await logged(5);
  expect(lines.map(({ method, route, status, actor }) => [method, route, status, actor])).toEqual([
    ['POST', '/graphql', 200, 'KEY'],
    ['POST', '/v1/conversations', 200, 'KEY'],
    ['GET', '/graphql', 200, 'PERSON'],
    ['GET', 'none', 404, 'NOBODY'],
    ['GET', '/sign-in', 200, 'NOBODY'],
  ]);
  for (const line of lines) expect(line).toMatchObject({ level: 'info', milliseconds: expect.any(Number) });
  expect(log.text()).not.toMatch(/4111|somebody|acme\.example|viewer/);
});

it('an id that the client gives is kept when it is short and plain, and is replaced otherwise', async () => {
  const given = ['call-17', 'a'.repeat(64), '0.1_2-3'];
  const refused = ['a'.repeat(65), '', 'two words', '-x', '{"level":"error"}', '<script>', 'né'];
  for (const id of given) expect((await ask('/sign-in', { 'x-request-id': id })).headers.get('x-request-id')).toBe(id);
  for (const id of refused) {
    const answered = (await ask('/sign-in', { 'x-request-id': id })).headers.get('x-request-id');
    expect(answered).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  }
  const ids = (await logged(given.length + refused.length)).map(({ requestId }) => requestId);
  expect(ids.slice(0, given.length)).toEqual(given);
  expect(new Set(ids).size).toBe(ids.length);
});

it('every line that is logged for a request has its id, also when requests share their work', async () => {
  await world.owner.query('ALTER TABLE turn RENAME TO turn_gone');
  try {
    const body = JSON.stringify({ query: INGEST, variables: { input: { conversations: [conversation()] } } });
    await Promise.all(
      ['first', 'second', 'third'].map(async (id) => {
        const headers = { 'content-type': 'application/json', authorization: `Bearer ${org.key}`, 'x-request-id': id };
        const answer = await ask('/graphql', headers, { method: 'POST', body });
        const errorId = /Error id: ([0-9a-f-]+)/.exec(await answer.text())![1]; // it failed
        const lines = log.lines().filter(({ event, id: of }) => event === 'internal-error' && of === errorId);
        expect(lines.map(({ requestId }) => requestId)).toEqual([id]);
      }),
    );
  } finally {
    await world.owner.query('ALTER TABLE turn_gone RENAME TO turn');
  }
});

it('a client that goes away is logged as such', async () => {
  const { port } = new URL(world.address);
  const socket = connect(Number(port), 'localhost');
  socket.write(
    `POST /v1/conversations HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${org.key}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{}\n\r\n`,
  );
  await once(socket, 'data'); // its first line is answered, so it is under way
  socket.destroy();
  const [line] = await logged(1);
  expect(line).toMatchObject({ aborted: true });
});
