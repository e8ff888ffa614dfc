import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logLevel } from '#platform';
import { conversation, INGEST, ndjson } from '../factories/conversations.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

const SECRET = 'what was said in confidence';
const ERROR_ID = /^Something went wrong on our side\. Error id: ([0-9a-f-]{36})$/;

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
  await org.client.ask(INGEST, { input: { conversations: [conversation()] } });
});
afterAll(() => world.close());

/** Sends a body as it is. */
async function raw(
  body: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; codes: string[]; text: string }> {
  const response = await fetch(`${world.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${org.key}`, ...headers },
    body,
  });
  const text = await response.text();
  const { errors = [] } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
  return { status: response.status, codes: errors.map(({ extensions }) => extensions.code), text };
}

describe('a malformed GraphQL request', () => {
  const query = (text: string, variables: object = {}) => JSON.stringify({ query: text, variables });

  it.each([
    ['no JSON', '{"query', 400, 'BAD_INPUT'],
    ['an empty body', '', 400, 'BAD_REQUEST'],
    ['an object without a query', '{}', 400, 'BAD_REQUEST'],
    ['a list of requests', '[{"query":"{ viewer { name } }"}]', 400, 'BAD_REQUEST'],
    ['a query that is a number', '{"query":1}', 400, 'BAD_REQUEST'],
    ['text that is no GraphQL', query('{ viewer { name'), 400, 'GRAPHQL_PARSE_FAILED'],
    ['a field that is not there', query('{ secrets }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['an argument of the wrong kind', query('{ flags(first: "many") { edges { cursor } } }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['a moment that is none', query('{ flags(filter: { from: "soon" }) { edges { cursor } } }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['a variable of the wrong kind', query('query ($n: Int!) { flags(first: $n) { edges { cursor } } }', { n: 'x' }), 400, 'BAD_USER_INPUT'],
    ['a variable that is missing', query('query ($n: Int!) { flags(first: $n) { edges { cursor } } }'), 400, 'BAD_USER_INPUT'],
    ['an operation that is not in it', JSON.stringify({ query: 'query a { viewer { name } }', operationName: 'b' }), 400, 'OPERATION_RESOLUTION_FAILURE'],
  ])('with %s is the caller’s fault, with a code that says how', async (_, body, status, code) => {
    const answer = await raw(body);
    expect(answer).toMatchObject({ status, codes: [code] });
    expect(answer.text).not.toMatch(/stack|node_modules|\.ts:/);
  }); // prettier-ignore

  it.each([
    ['POST', '', query('{ viewer { name } }'), { 'content-type': 'text/plain' }],
    ['POST', '', new TextEncoder().encode(query('{ viewer { name } }')), {}], // without a type
    ['GET', '?query={viewer{name}}', undefined, {}],
  ])(
    'by %s that a page could send unasked (%#) is told which header to send',
    async (method, search, body, headers) => {
      const authorization = `Bearer ${org.key}`;
      const response = await fetch(`${world.address}/graphql${search}`, {
        method,
        body,
        headers: { authorization, accept: 'application/json', ...headers },
      });
      expect([response.status, await response.json()]).toEqual([
        400,
        {
          errors: [
            {
              message: expect.stringMatching(
                /^Send the header Content-Type: application\/json; with GET, Apollo-Require/,
              ),
              extensions: { code: 'BAD_REQUEST' },
            },
          ],
        },
      ]);
    },
  );

  it('over the size limit is refused as such', async () => {
    expect(await raw(query('{ viewer { name } }', { text: 'x'.repeat(9_000_000) }))).toMatchObject({
      status: 413,
      codes: ['TOO_LARGE'],
    });
  });

  it('does not get what it held sent back', async () => {
    const input = { conversations: { source: SECRET } };
    const answer = await raw(query(INGEST, { input: { ...input, more: SECRET } }));
    expect(answer.codes).toContain('BAD_USER_INPUT');
    expect(answer.text).not.toContain(SECRET);
  });

  it('is told UNAUTHENTICATED with status 401 before anything else', async () => {
    expect(await raw(query('{ secrets }'), { authorization: '' })).toMatchObject({
      status: 401,
      codes: ['UNAUTHENTICATED'],
    });
  });
});

describe('an address where nothing is', () => {
  it.each(['GET', 'POST', 'DELETE'])('is answered NOT_FOUND to %s', async (method) => {
    const response = await fetch(`${world.address}/v1/nothing`, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      error: { code: 'NOT_FOUND', message: 'There is nothing at this address.' },
    });
  });
});

describe('a fault of ours', () => {
  /** Runs `work` while a table is missing. @returns what it gives, and the log lines of meanwhile */
  async function without<T>(table: string, work: () => Promise<T>): Promise<{ result: T; logged: string[] }> {
    const logged: string[] = [];
    const write = process.stderr.write.bind(process.stderr);
    await world.owner.query(`ALTER TABLE ${table} RENAME TO ${table}_gone`);
    process.stderr.write = (chunk: string | Uint8Array) => {
      logged.push(chunk.toString());
      return true;
    };
    logLevel('error');
    try {
      return { result: await work(), logged };
    } finally {
      logLevel('silent');
      process.stderr.write = write;
      await world.owner.query(`ALTER TABLE ${table}_gone RENAME TO ${table}`);
    }
  }

  it('in GraphQL is INTERNAL with an id, the same as in the log, and nothing else', async () => {
    const document = `{ conversations(search: "${SECRET}") { edges { node { id } } } }`;
    const { result, logged } = await without('conversation', () => org.client.post(document));
    expect(result.body.data).toBeNull();
    const [error, ...others] = result.body.errors!; // it failed
    expect(others).toEqual([]);
    expect(error).toEqual({
      message: expect.stringMatching(ERROR_ID),
      path: ['conversations'],
      locations: expect.any(Array),
      extensions: { code: 'INTERNAL', id: expect.any(String) },
    });
    expectLogged(logged, ERROR_ID.exec(error!.message)![1]!); // matched above
  });

  it('in one field leaves the others standing', async () => {
    const document = '{ conversations { edges { node { externalId flags { id } } } } viewer { name } }';
    const { result } = await without('flag', () => org.client.post(document));
    expect(result.body.errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(ERROR_ID),
        extensions: { code: 'INTERNAL', id: expect.any(String) },
      }),
    ]);
    expect(JSON.stringify(result.body)).not.toMatch(/relation|SELECT|flag_gone/);
  });

  it('in a stream is answered with the line from where to send again', async () => {
    const sent = ndjson(conversation({ turns: [{ speaker: 'CALLER', said: SECRET }] }));
    const { result, logged } = await without('turn', () => org.client.send(sent));
    expect(result.status).toBe(503);
    expect(result.lines).toEqual([{ line: 1, outcome: 'FAILED', message: expect.stringContaining('Error id: ') }]);
    expect(JSON.stringify(result.lines)).not.toMatch(/relation|INSERT|confidence/);
    expectLogged(logged, /Error id: ([0-9a-f-]{36})/.exec(String(result.lines[0]!['message']))![1]!); // matched above
    expect((await org.client.send(sent)).lines).toEqual([expect.objectContaining({ outcome: 'ACCEPTED' })]);
  });

  it('at the door is INTERNAL with status 500 for programs and people', async () => {
    const { result: key } = await without('service_key', () => raw('{"query":"{ viewer { name } }"}'));
    expect(key).toMatchObject({ status: 500, codes: ['INTERNAL'] });
    const { result: person } = await without('person', async () => {
      const body = new URLSearchParams({ email: 'a@b.example', password: 'x' });
      const response = await fetch(`${world.address}/sign-in`, { method: 'POST', body });
      return { status: response.status, text: await response.text() };
    });
    expect(person.status).toBe(500);
    for (const text of [key.text, person.text]) {
      expect(text).toMatch(/Error id: [0-9a-f-]{36}/);
      expect(text).not.toMatch(/relation|SELECT|stack|\.ts|_gone/);
    }
  });

  function expectLogged(logged: readonly string[], id: string): void {
    const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.filter((line) => line['id'] === id)).toEqual([
      expect.objectContaining({ event: 'internal-error', code: '42P01', stack: expect.any(Array) }),
    ]);
    expect(logged.join('')).not.toContain(SECRET);
  }
});
