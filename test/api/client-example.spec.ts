import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { projectRoot } from '#platform';
import type { AnswerableError } from '../../apps/client-example/src/answerable-error.js';
import { AnswerableClient } from '../../apps/client-example/src/client.js';
import { listConversations, reviewConversation } from '../../apps/client-example/src/reading.js';
import { type Sent, sendConversations } from '../../apps/client-example/src/sending.js';
import { conversation, RISKY_REPLY } from '../factories/conversations.js';
import { makeOrganisation, signIn, type SmallOrganisation } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

/** A little more than one request of the client sends. */
const CONVERSATIONS = 510;

let world: World;
let org: SmallOrganisation;
let neighbour: SmallOrganisation;
const servers: Server[] = [];
beforeAll(async () => {
  world = await startWorld({ settings: { RATE_LIMIT_CONVERSATIONS_PER_MINUTE: String(CONVERSATIONS) } });
  [org, neighbour] = [await makeOrganisation(world), await makeOrganisation(world)];
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  for (const server of servers) server.close().closeAllConnections();
  await world.close();
});

/** Waits for nothing; notes for how long it should have. */
function clientOf(key: string, { address = world.address, waited = [] as number[], then = () => {} } = {}) {
  const wait = async (seconds: number) => {
    waited.push(seconds);
    then();
  };
  return new AnswerableClient({ address, key, wait });
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  return Array.fromAsync(items);
}

/** Something between the client and the API. @returns its address */
async function between(answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Promise<string> {
  const server = createServer((request, response) => void answer(request, response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
}

/** Passes everything on, but loses the first answers on their way back. */
function losingAnswers(count: number): Promise<string> {
  let lost = 0;
  return between(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const headers = { authorization, 'content-type': type };
    const answer = await fetch(`${world.address}${request.url}`, { method: 'POST', headers, body });
    const text = await answer.text();
    if ((lost += 1) <= count) request.socket.destroy();
    else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  });
}

function refusalOf(work: Promise<unknown>): Promise<AnswerableError> {
  return work.then(
    () => expect.unreachable('it was answered'),
    (error: AnswerableError) => error,
  );
}

const begun = () => conversation({ turns: [] });
const idsIn = (sent: Sent[]) => sent.map((one) => (one.state === 'STORED' ? one.conversationId : null));

describe('the client in TypeScript', () => {
  it('reads page after page of its own organisation, each conversation once, while others come in', async () => {
    const client = clientOf(org.key);
    const stored = idsIn(await all(sendConversations(client, Array.from({ length: 7 }, begun))));
    await all(sendConversations(clientOf(neighbour.key), [begun()]));
    const seen: string[] = [];
    for await (const { id } of listConversations(client, {}, 2)) {
      seen.push(id);
      const late = conversation({ turns: [], startedAt: '2026-06-02T10:00:00Z' });
      if (seen.length === 3) await all(sendConversations(client, [late])); // newer than all, so on no later page
    }
    expect(seen.sort()).toEqual(stored.sort());
    expect(await all(listConversations(clientOf(neighbour.key)))).toHaveLength(1);
    expect(await reviewConversation(clientOf(neighbour.key), seen[0]!)).toBeNull(); // seven were seen
  });

  it('says why it reads, in any language, and is let in where a reason is required', async () => {
    const { key, organisation } = await makeOrganisation(world);
    const client = clientOf(key);
    const flagged = conversation({ turns: [{ speaker: 'CLONE', said: RISKY_REPLY }] });
    const conversationId = idsIn(await all(sendConversations(client, [flagged])))[0]!; // it is stored
    await world.analysed(organisation.id);
    const owner = world.client(await signIn(world, organisation, 'OWNER'));
    await owner.ask('mutation { requireAccessReason(input: { required: true }) { __typename } }');
    expect((await refusalOf(reviewConversation(client, conversationId))).code).toBe('REASON_REQUIRED');
    const reason = 'Klagomål 12 från Åsa';
    expect(await reviewConversation(client.because(reason), conversationId)).not.toBeNull();
    const { rows } = await world.owner.query(
      `SELECT DISTINCT reason FROM access_record WHERE organisation_id = $1 AND operation = 'TRANSCRIPT_READ'`,
      [organisation.id],
    );
    expect(rows).toEqual([{ reason }]);
  });

  it('sends again after answers that were lost, and nothing is stored twice', async () => {
    const waited: number[] = [];
    const client = clientOf(org.key, { address: await losingAnswers(2), waited });
    const twice = [conversation({ source: 'lost' }), conversation({ source: 'lost' })];
    expect(await all(sendConversations(client, twice))).toMatchObject([
      { sent: 0, state: 'STORED', isNew: false },
      { sent: 1, state: 'STORED', isNew: false },
    ]);
    expect(waited).toHaveLength(2);
    expect(waited[1]).toBeGreaterThan(waited[0]!); // two answers were lost
    const { rows } = await world.owner.query(
      `SELECT FROM conversation c JOIN turn t ON t.conversation_id = c.id WHERE c.source = 'lost'`,
    );
    expect(rows).toHaveLength(4);
  });

  it('says of each conversation what became of it', async () => {
    const [known, unusable] = [conversation(), conversation({ clone: 'nobody', channel: 'FAX' })];
    const changed = { ...known, channel: 'CHAT' };
    expect(await all(sendConversations(clientOf(org.key), [known, known, changed, unusable]))).toMatchObject([
      { sent: 0, state: 'STORED', isNew: true },
      { sent: 1, state: 'STORED', isNew: false },
      { sent: 2, state: 'REFUSED', reason: 'CONFLICT', problems: ['channel differs from what is stored'] },
      { sent: 3, state: 'REFUSED', reason: 'REJECTED', problems: [expect.stringMatching(/^channel must be one of/)] },
    ]);
  });

  it('waits as long as Retry-After says when its budget is spent, and loses nothing', async () => {
    const { key } = await makeOrganisation(world);
    const waited: number[] = [];
    const now = Date.now;
    vi.spyOn(Date, 'now').mockImplementation(() => now() + 1000 * waited.reduce((sum, seconds) => sum + seconds, 0));
    const many = Array.from({ length: CONVERSATIONS + 50 }, begun);
    const sent = await all(sendConversations(clientOf(key, { waited }), many));
    expect(new Set(idsIn(sent)).size).toBe(many.length);
    expect(waited).toHaveLength(1);
    expect(waited[0]).toBeGreaterThan(0);
    expect(waited[0]).toBeLessThanOrEqual(60);
  });

  it('gives up at once where another attempt would not help, with the code to go by', async () => {
    const waited: number[] = [];
    const unknown = await refusalOf(reviewConversation(clientOf('ans_unknown', { waited }), 'x'));
    expect(unknown).toMatchObject({ code: 'UNAUTHENTICATED', isTemporary: false });
    expect(unknown.requestId).toMatch(/^[\w-]{36}$/);
    const narrow = await makeOrganisation(world, { scopes: ['ingest'] });
    expect((await refusalOf(all(listConversations(clientOf(narrow.key, { waited }))))).code).toBe('NOT_FOUND');
    expect((await refusalOf(all(listConversations(clientOf(org.key, { waited }), {}, 101)))).code).toBe('BAD_INPUT');
    expect(waited).toEqual([]);
  });

  it('gives up after some attempts when nobody answers, or only the page of a proxy does', async () => {
    const waited: number[] = [];
    const page = await between(async (_, response) => void response.writeHead(502).end('<h1>Bad gateway</h1>'));
    expect(await refusalOf(reviewConversation(clientOf(org.key, { address: page, waited }), 'x'))).toMatchObject({
      code: 'HTTP_502',
    });
    const nobody = clientOf(org.key, { address: await losingAnswers(Number.POSITIVE_INFINITY), waited });
    expect((await refusalOf(reviewConversation(nobody, 'x'))).code).toBe('UNREACHABLE');
    expect(waited).toHaveLength(8);
  });

  it('shows as a program what was flagged, and who answers', async () => {
    const { key, organisation } = await makeOrganisation(world);
    const program = join(projectRoot(), 'dist/apps/client-example/src/main.js');
    const env = { PATH: process.env['PATH'], ANSWERABLE: world.address, KEY: key };
    const { stdout } = await promisify(execFile)(process.execPath, [program, 'ceo'], { env });
    expect(stdout).toMatch(/^Stored\.\n(.*\n)*CRITICAL C1 “I promise” .*, answered for by Petra Lund\n/);
    expect(stdout).toMatch(/The newest conversations:\n {2}\S+ {2}PHONE {2}call-1\n$/);
    await world.analysed(organisation.id);
  });
});
