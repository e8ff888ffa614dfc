import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeysService } from '#accounts';
import { makeCrowd } from '../factories/crowd.js';
import { WHOLE_CONVERSATION } from '../factories/operations.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { eventually } from '../support/eventually.js';
import { startWorld, type World } from '../support/world.js';

const CROWD = 4_000;

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
  await makeCrowd(world, org.organisation.id, CROWD);
  await org.client.ask('{ viewer { name } }');
  await eventually('the first use of the key is noted', async () =>
    (await world.get(KeysService).list(org.organisation.id)).some(({ lastUsedAt }) => lastUsedAt !== null),
  );
  // Others fill most of the tables, as they do in life.
  for (let neighbour = 0; neighbour < 2; neighbour += 1)
    await makeCrowd(world, (await makeOrganisation(world)).organisation.id, CROWD);
});
afterAll(() => world.close());

/** The text of every statement that the program sends while `work` runs. */
async function statementsOf(work: () => Promise<void>): Promise<string[]> {
  const statements: string[] = [];
  const listen = (sql: unknown) => void statements.push(sql as string); // the channel carries texts only
  subscribe('answerable:sql', listen);
  await work().finally(() => unsubscribe('answerable:sql', listen));
  return statements;
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: PlanNode[];
}

/** The nodes of the plan of a statement, as the application inside its organisation. */
async function planOf(sql: string, values: unknown[]): Promise<PlanNode[]> {
  const rows = await world.database.read(org.organisation.id, (tx) =>
    tx.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`EXPLAIN (FORMAT JSON) ${sql}`, values),
  );
  const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)];
  return flatten(rows[0]!['QUERY PLAN'][0]!.Plan); // EXPLAIN answers with one row holding one plan
}

/** The one statement that `ask` makes whose text holds `words`. */
async function statementWith(words: string, document: string): Promise<string> {
  const statements = await statementsOf(() => org.client.ask(document));
  const found = statements.filter((sql) => sql.includes(words));
  expect(found).toHaveLength(1);
  return found[0]!; // just counted
}

const page = (first: number) =>
  `{ conversations(first: ${first}) { edges { node { ${WHOLE_CONVERSATION} } } pageInfo { hasNextPage } } }`;

describe('a page of conversations with turns, signals, flags and who answers', () => {
  it('costs the same statements for 50 conversations as for 5', async () => {
    const five = await statementsOf(async () => {
      const { conversations } = await org.client.ask(page(5));
      expect(conversations.edges).toHaveLength(5);
    });
    const fifty = await statementsOf(async () => {
      const { conversations } = await org.client.ask(page(50));
      expect(conversations.edges).toHaveLength(50);
      expect(conversations.edges[49].node.turns.edges[1].node).toMatchObject({
        flags: [{ code: 'C1' }],
        signals: [{ code: 'sentiment' }],
        accountability: { accountable: { name: 'Petra Lund' } },
      });
    });
    expect(fifty.map(withoutValues).sort()).toEqual(five.map(withoutValues).sort());
    expect(fifty.filter((sql) => /^\s*SELECT/i.test(sql)).length).toBeLessThan(15);
  });

  it('costs the same statements for flags with their replies, however many', async () => {
    const flags = (
      first: number,
    ) => `{ flags(first: ${first}) { edges { node { code clone { name } turn { said conversation { id }
      accountability { accountable { name } } } } } } }`;
    const few = await statementsOf(() => org.client.ask(flags(2)));
    const many = await statementsOf(() => org.client.ask(flags(100)));
    expect(many.map(withoutValues).sort()).toEqual(few.map(withoutValues).sort());
  });
});

/** Entities write one placeholder per id; how many there are is not another statement. */
function withoutValues(sql: string): string {
  return sql.replace(/IN \(\$\d+(, ?\$\d+)*\)/g, 'IN (…)');
}

describe(`in tables of ${3 * CROWD} conversations`, () => {
  const nothing = (count: number) => Array.from({ length: count }, () => null);

  it('the list of conversations walks its index, from the start and from a cursor', async () => {
    const sql = await statementWith('FROM conversation c', '{ conversations(first: 50) { edges { cursor } } }');
    const cursor = [new Date('2024-01-02'), '00000000-0000-7000-8000-000000000000'];
    for (const place of [[null, null], cursor]) {
      const plan = await planOf(sql, [51, ...place, ...nothing(11)]);
      expect(plan.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
      expect(plan.map((node) => node['Node Type'])).not.toContain('Sort');
      const scan = plan.find((node) => node['Index Name'] === 'conversation_newest');
      expect(scan?.['Index Cond']).toContain('organisation_id');
      if (place === cursor) expect(scan?.['Index Cond']).toContain('ROW(started_at, id) <');
    }
  });

  it('a word search starts from the index of words', async () => {
    const sql = await statementWith(
      'conversations_with_words',
      '{ conversations(search: "word7") { edges { cursor } } }',
    );
    expect(sql).toContain('JOIN conversations_with_words($15::tsquery)');
    const { rows } = await world.owner.query<{ body: string }>(
      `SELECT prosrc AS body FROM pg_proc WHERE proname = 'conversations_with_words'`,
    );
    const body = rows[0]!.body.replace('@@ query', `@@ '''word7'''::tsquery`); // the function is there, it was just called
    const client = await world.owner.connect(); // the function runs as the owner, within the organisation
    await client.query(`SET answerable.organisation = '${org.organisation.id}'`);
    const plan = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${body}`);
    client.release(true);
    const text = plan.rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('conversation_digest_words');
    expect(text).not.toContain('Seq Scan');
  });

  it('the list of flags walks its index', async () => {
    const sql = await statementWith('FROM flag', '{ flags(first: 50) { edges { cursor } } }');
    const plan = await planOf(sql, [51, ...nothing(9)]);
    expect(plan.map((node) => node['Index Name'])).toContain('flag_newest');
    expect(plan.map((node) => node['Node Type'])).not.toContain('Sort');
  });

  it.each([
    ['turns', 'FROM turn', 'turns { edges { node { said } } }'],
    ['signals', 'FROM signal', 'turns { edges { node { signals { code } } } }'],
    ['analyses', 'FROM analysis', 'turns { edges { node { analyses { engine } } } }'],
    ['flags', 'FROM flag', 'flags { code }'],
    ['records of who answers', 'FROM accountability_record', 'turns { edges { node { accountability { outcome } } } }'],
    ['digests', 'FROM conversation_digest', 'digest { topics }'],
  ])('the %s of a page are found by key', async (_, words, selection) => {
    const document = `{ conversations(first: 3) { edges { node { ${selection} } } } }`;
    const sql = await statementWith(words, document);
    const { rows } = await world.owner.query<{ id: string }>(
      'SELECT id FROM conversation WHERE organisation_id = $1 LIMIT 50',
      [org.organisation.id],
    );
    const plan = await planOf(sql, [rows.map(({ id }) => id), ...(words === 'FROM turn' ? [51, -1] : []), null]);
    expect(plan.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
  });
});
