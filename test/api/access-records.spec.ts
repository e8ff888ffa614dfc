import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountLimits } from '#accounts';
import { fill, moveIn, type Neighbour } from '../factories/neighbours.js';
import { type Ids, idsOf } from '../factories/operations.js';
import { signIn } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

interface RecordRow {
  operation: string;
  actor_kind: string;
  actor_name: string;
  subject_ids: string[];
  reason: string | null;
  address: string | null;
  user_agent: string | null;
  request_id: string | null;
}

let world: World;
let org: Neighbour;
let ids: Ids;

beforeAll(async () => {
  world = await startWorld();
  org = await moveIn(world, 'mark');
  await fill(world, org);
  ids = await idsOf(org.person);
});
afterAll(() => world.close());

/** The id as tables have it. */
const local = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1]!; // every id has a type before it

/** What `work` leaves behind. */
async function recordsOf(work: () => Promise<unknown>): Promise<RecordRow[]> {
  const { rows: before } = await world.owner.query<{ id: string }>('SELECT id FROM access_record');
  await work();
  const { rows } = await world.owner.query<RecordRow>(
    `SELECT * FROM access_record WHERE id <> ALL($1) AND organisation_id = $2 AND operation <> 'KEY_USED' ORDER BY operation`,
    [before.map(({ id }) => id), org.organisation.id],
  );
  return rows;
}

async function ask(query: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  const response = await fetch(`${world.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: org.cookie, ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, text: await response.text() };
}

const operations = (rows: RecordRow[]) => rows.map(({ operation }) => operation);

describe('every read of a transcript is recorded', () => {
  it.each([
    ['a conversation', () => `{ conversation(id: "${ids.conversation}") { externalId } }`, ['CONVERSATION_READ']],
    [
      'its turns',
      () => `{ conversation(id: "${ids.conversation}") { turns { edges { node { said } } } } }`,
      ['CONVERSATION_READ', 'TRANSCRIPT_READ'],
    ],
    ['a turn by its id', () => `{ node(id: "${ids.turn}") { ... on Turn { said } } }`, ['TRANSCRIPT_READ']],
    ['a conversation by its id', () => `{ node(id: "${ids.conversation}") { id } }`, ['CONVERSATION_READ']],
    [
      'a flag by its id',
      () => `{ node(id: "${ids.flag}") { ... on Flag { evidence { quote } } } }`,
      ['TRANSCRIPT_READ'],
    ],
    ['flags', () => '{ flags(first: 1) { edges { node { evidence { quote } } } } }', ['TRANSCRIPT_READ']],
    [
      'a search',
      () => '{ conversations(search: "late fee") { edges { node { id } } } }',
      ['CONVERSATION_READ', 'TRANSCRIPT_SEARCHED'],
    ],
  ])('%s', async (_, query, expected) => {
    const rows = await recordsOf(() => ask(query()));
    expect(operations(rows)).toEqual(expected);
    for (const { subject_ids: subjects } of rows)
      expect(subjects).toEqual(expect.arrayContaining([expect.any(String)]));
    if (query().includes(ids.conversation)) expect(rows[0]!.subject_ids).toEqual([local(ids.conversation)]);
  });

  it('with one statement, however much is read, and none when nothing is', async () => {
    const rows = await recordsOf(() =>
      ask(
        '{ a: conversations { edges { node { turns { edges { node { said } } } } } } b: conversations { edges { node { id } } } }',
      ),
    );
    expect(operations(rows)).toEqual(['CONVERSATION_READ', 'TRANSCRIPT_READ']);
    expect(rows[1]!.subject_ids).toHaveLength(3);
    expect(new Set(rows.map(({ request_id: id }) => id)).size).toBe(1);
    expect(
      await recordsOf(() =>
        ask('{ viewer { name } clones { id } trends(from: "2026-06-01", to: "2026-06-01") { timeZone } }'),
      ),
    ).toEqual([]);
    expect(
      await recordsOf(() =>
        ask('{ conversation(id: "Q29udmVyc2F0aW9uOjAxYTIwYzJjLWYwMjQtNzRmZS04MDYxLWQ1NDUzZjI4NDljYg") { id } }'),
      ),
    ).toEqual([]);
  });

  it('also when the rest of the answer is refused', async () => {
    const { text } = await ask(`{ conversations { edges { node { id } } } clone(id: "nonsense") { id } }`);
    expect(text).toContain('BAD_INPUT');
    const rows = await recordsOf(() => ask(`{ conversations { edges { node { id } } } clone(id: "nonsense") { id } }`));
    expect(operations(rows)).toEqual(['CONVERSATION_READ']);
  });

  it('and is not answered when it cannot be recorded', async () => {
    await world.owner.query('REVOKE INSERT ON access_record FROM answerable_app');
    try {
      const { status, text } = await ask(`{ conversation(id: "${ids.conversation}") { externalId } }`);
      expect(status).toBe(500);
      expect(JSON.parse(text)).toEqual({
        data: null,
        errors: [{ message: expect.stringContaining('Error id:'), extensions: { code: 'INTERNAL' } }],
      });
      expect((await ask('{ viewer { name } }')).status).toBe(200);
    } finally {
      await world.owner.query('GRANT INSERT ON access_record TO answerable_app');
    }
  });
});

describe('a record says', () => {
  const READ = '{ conversations(first: 1) { edges { node { id } } } }';

  it('who, from where, with what, and why', async () => {
    const headers = {
      'user-agent': `agent ${'x'.repeat(500)}`,
      'x-request-id': 'ticket-7',
      'access-reason': encodeURIComponent('Klagomål 12 från Åsa'),
    };
    const [row] = await recordsOf(() => ask(READ, headers));
    expect(row).toMatchObject({
      actor_kind: 'PERSON',
      actor_name: 'OWNER',
      address: expect.stringMatching(/127\.0\.0\.1|::1/),
      request_id: 'ticket-7',
      reason: 'Klagomål 12 från Åsa',
    });
    expect(row!.user_agent).toHaveLength(accountLimits.MAX_USER_AGENT_CHARACTERS);
  });

  it('a name of our own for a request that has none, or one that is no name', async () => {
    let answered: string | null = null;
    const [row] = await recordsOf(async () => {
      const response = await fetch(`${world.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: org.cookie, 'x-request-id': 'a b "c"' },
        body: JSON.stringify({ query: READ }),
      });
      answered = response.headers.get('x-request-id');
    });
    expect(row!.request_id).toMatch(/^[0-9a-f-]{36}$/);
    expect(row!.request_id).toBe(answered);
  });

  it.each([
    ['too long', 'x'.repeat(accountLimits.MAX_REASON_CHARACTERS + 1)],
    ['no percent-encoding', '100 %'],
    ['a control character', 'a%00b'],
  ])('no reason that is %s: that is refused', async (_, reason) => {
    const { status, text } = await ask(READ, { 'access-reason': reason });
    expect(status).toBe(400);
    expect(text).toContain('BAD_INPUT');
  });
});

describe('an organisation that asks why', () => {
  const WORDS = '{ flags(first: 1) { edges { node { evidence { quote } } } } }';
  const rule = (required: boolean) =>
    ask(`mutation { requireAccessReason(input: { required: ${required} }) { __typename } }`);

  it('shows words only with a reason, to people and keys alike, and everything else without', async () => {
    const neighbour = await moveIn(world, 'neighbour');
    await fill(world, neighbour);
    expect(operations(await recordsOf(() => rule(true)))).toEqual(['ACCESS_REASON_RULE_SET']);
    expect(operations(await recordsOf(() => rule(true)))).toEqual([]);
    const refused = await recordsOf(async () => {
      for (const words of [WORDS, '{ conversations(search: "late fee") { edges { node { id } } } }']) {
        const { status, text } = await ask(words);
        expect(status).toBe(400);
        const message = 'This organisation asks why words are read: say it in the header Access-Reason.';
        expect(JSON.parse(text)).toEqual({
          data: null,
          errors: [{ message, extensions: { code: 'REASON_REQUIRED' } }],
        });
        const { body } = await org.client.post(words);
        expect(body).toMatchObject({ data: null, errors: [{ extensions: { code: 'REASON_REQUIRED' } }] });
      }
    });
    expect(refused).toEqual([]);
    const given = await recordsOf(() => ask(WORDS, { 'access-reason': 'complaint 12' }));
    expect(given).toMatchObject([{ operation: 'TRANSCRIPT_READ', reason: 'complaint 12' }]);
    const plain = '{ conversations { edges { node { externalId } } } organisation { accessReasonRequired } }';
    expect((await ask(plain)).text).toContain('"accessReasonRequired":true');
    expect((await neighbour.person.post(WORDS)).body.errors).toBeUndefined();
    await rule(false);
    expect((await ask(WORDS)).status).toBe(200);
  });

  it('refuses only those of many at the same moment who say no reason', async () => {
    await rule(true);
    const headers = Array.from({ length: 8 }, (_, at) => (at % 2 ? {} : { 'access-reason': `reason ${at}` }));
    const rows = await recordsOf(async () => {
      const answers = await Promise.all(headers.map((one) => ask(WORDS, one as Record<string, string>)));
      expect(answers.map(({ status }) => status)).toEqual(headers.map((_, at) => (at % 2 ? 400 : 200)));
    });
    expect(rows.map(({ reason }) => reason).sort()).toEqual(['reason 0', 'reason 2', 'reason 4', 'reason 6']);
    await rule(false);
  });
});

describe('changes are recorded with what they change', () => {
  it('keys', async () => {
    const created = `mutation { createServiceKey(input: { name: "n", scopes: [INGEST] }) { ... on ServiceKeyIssued { serviceKey { id } } } }`;
    let id = '';
    const made = await recordsOf(async () => (id = /"id":"([^"]+)"/.exec((await ask(created)).text)![1]!)); // it is issued
    const rotated = await recordsOf(() => ask(`mutation { rotateServiceKey(input: { id: "${id}" }) { __typename } }`));
    const revoked = await recordsOf(() => ask(`mutation { revokeServiceKey(input: { id: "${id}" }) { __typename } }`));
    const again = await recordsOf(() => ask(`mutation { revokeServiceKey(input: { id: "${id}" }) { __typename } }`));
    expect([made, rotated, revoked, again].map(operations)).toEqual([
      ['KEY_CREATED'],
      ['KEY_ROTATED'],
      ['KEY_REVOKED'],
      [],
    ]);
    for (const [row] of [made, rotated, revoked])
      expect(row).toMatchObject({ subject_ids: [local(id)], actor_name: 'OWNER', address: expect.any(String) });
  });

  it('people and their sign-ins', async () => {
    let cookie = '';
    const rows = await recordsOf(async () => (cookie = await signIn(world, org.organisation, 'AUDITOR')));
    expect(operations(rows)).toEqual(['PERSON_ADDED', 'SIGNED_IN']);
    expect(rows[1]).toMatchObject({ actor_name: 'AUDITOR', subject_ids: rows[0]!.subject_ids });
    const out = await recordsOf(() =>
      fetch(`${world.address}/sign-out`, { method: 'POST', headers: { cookie }, redirect: 'manual' }),
    );
    expect(operations(out)).toEqual(['SIGNED_OUT']);
  });
});

describe('accessRecords', () => {
  it('lists them, the latest first, page by page', async () => {
    await ask('{ conversations { edges { node { turns { edges { node { said } } } } } } }');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { accessRecords } = await org.person.ask(
        `query ($after: String) { accessRecords(first: 3, after: $after, filter: { to: "2100-01-01T00:00:00Z" }) {
          edges { node { id at } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      seen.push(...accessRecords.edges.map(({ node }: { node: { id: string } }) => node.id));
      after = accessRecords.pageInfo.hasNextPage ? accessRecords.pageInfo.endCursor : null;
    } while (after !== null);
    const { rows } = await world.owner.query<{ id: string }>(
      'SELECT id FROM access_record WHERE organisation_id = $1 ORDER BY at DESC, id DESC',
      [org.organisation.id],
    );
    expect(seen).toEqual(rows.map(({ id }) => id));
  });

  it('filters by operation, actor, subject and time', async () => {
    const list = async (filter: string) => {
      const { accessRecords } = await org.person.ask(
        `{ accessRecords(filter: { ${filter} }) { edges { node { operation actorId subjectIds } } } }`,
      );
      return accessRecords.edges.map(({ node }: { node: object }) => node);
    };
    await ask(`{ conversation(id: "${ids.conversation}") { id } }`);
    const own = await list(`subjectId: "${ids.conversation}", operations: [CONVERSATION_READ]`);
    expect(own.length).toBeGreaterThan(0);
    for (const record of own)
      expect(record).toMatchObject({
        operation: 'CONVERSATION_READ',
        subjectIds: expect.arrayContaining([ids.conversation]),
      });
    for (const record of await list(`actorId: "${own[0].actorId}"`))
      expect(record).toMatchObject({ actorId: own[0].actorId });
    expect(await list('to: "2020-01-01T00:00:00Z"')).toEqual([]);
    const { body } = await org.person.post(
      `{ accessRecords(filter: { subjectId: "${ids.clone}" }) { edges { cursor } } }`,
    );
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_INPUT' } }]);
  });

  it('cannot be changed or taken away by the program', async () => {
    for (const sql of ['UPDATE access_record SET reason = NULL', 'DELETE FROM access_record']) {
      const attempt = world.database.transaction(org.organisation.id, (tx) => tx.query(sql));
      await expect(attempt).rejects.toThrow('permission denied');
    }
  });
});
