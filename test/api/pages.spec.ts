import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, INGEST } from '../factories/conversations.js';
import type { SmallOrganisation } from '../factories/organisations.js';
import { makeTalks } from '../factories/talks.js';
import { startWorld, type World } from '../support/world.js';

interface Page {
  edges: { cursor: string; node: { externalId: string; startedAt: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const LIST = `query ($first: Int! = 50, $after: String, $filter: ConversationFilter, $search: String) {
  conversations(first: $first, after: $after, filter: $filter, search: $search) {
    edges { cursor node { externalId startedAt } } pageInfo { hasNextPage endCursor } } }`;

/** Every list that has pages, and how many entries it has here. */
const LISTS = {
  conversations: `query ($first: Int! = 50, $after: String) { list: conversations(first: $first, after: $after) {
    edges { cursor } pageInfo { hasNextPage endCursor } } }`,
  flags: `query ($first: Int! = 50, $after: String) { list: flags(first: $first, after: $after) {
    edges { cursor } pageInfo { hasNextPage endCursor } } }`,
  quarantine: `query ($first: Int! = 50, $after: String) { list: quarantine(first: $first, after: $after) {
    edges { cursor } pageInfo { hasNextPage endCursor } } }`,
  turns: `query ($first: Int! = 50, $after: String) { of: conversations(search: "furious") { edges { node {
    list: turns(first: $first, after: $after) { edges { cursor } pageInfo { hasNextPage endCursor } } } } } }`,
};

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld();
  org = await makeTalks(world);
  const refused = ['a', 'b', 'c'].map((externalId) => conversation({ externalId, clone: 'nobody' }));
  await org.client.ask(INGEST, { input: { conversations: refused } });
});
afterAll(() => world.close());

async function pageOf(variables: Record<string, unknown>): Promise<Page> {
  return (await org.client.ask(LIST, variables)).conversations;
}

async function listed(document: string, variables: Record<string, unknown> = {}): Promise<Page> {
  const data = await org.client.ask(document, variables);
  return data.list ?? data.of.edges[0].node.list;
}

const write = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');
const ID = '00000000-0000-7000-8000-000000000000';

describe.each(Object.entries(LISTS))('the pages of %s', (_, document) => {
  it('hold every entry once, in one order, whatever their size', async () => {
    const { edges: whole } = await listed(document);
    expect(whole.length).toBeGreaterThan(1);
    for (const first of [1, 2]) {
      const cursors: string[] = [];
      let page = await listed(document, { first });
      for (;;) {
        cursors.push(...page.edges.map(({ cursor }) => cursor));
        expect(page.pageInfo.endCursor).toBe(cursors.at(-1));
        if (!page.pageInfo.hasNextPage) break;
        page = await listed(document, { first, after: page.pageInfo.endCursor });
      }
      expect(cursors).toEqual(whole.map(({ cursor }) => cursor));
    }
  });

  it('say that more follow only when something does', async () => {
    const { edges: whole } = await listed(document);
    expect((await listed(document, { first: whole.length })).pageInfo.hasNextPage).toBe(false);
    expect((await listed(document, { first: whole.length - 1 })).pageInfo.hasNextPage).toBe(true);
    const past = await listed(document, { after: whole.at(-1)!.cursor }); // more than one
    expect(past).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  it.each([0, -1, 101, 2 ** 31 - 1])('are refused at %i entries', async (first) => {
    const { body } = await org.client.post(document, { first });
    expect(body.errors).toEqual([
      expect.objectContaining({ message: 'first must be from 1 to 100.', extensions: { code: 'BAD_INPUT' } }),
    ]);
  });

  it.each([
    ['empty', ''],
    ['no base64', 'é$%'],
    ['no JSON', Buffer.from('[1').toString('base64url')],
    ['no list', write({ length: 1 })],
    ['a list of nothing', write([])],
    ['too long', write(['2026-06-01T10:00:00.000Z', ID, 1])],
    ['another kind', write([{}])],
    ['no moment', write(['yesterday', ID])],
    ['a moment in words', write(['1 June 2026', ID])],
    ['a moment before all calendars', write(['-271821-04-20T00:00:00.000Z', ID])],
    ['a moment in the year 0', write(['0000-01-01T00:00:00.000Z', ID])],
    ['a number for a moment', write([1, ID])],
    ['no id', write(['2026-06-01T10:00:00.000Z', "' OR true --"])],
    ['a text for a number', write(['1'])],
    ['a fraction', write([0.5])],
    ['a number that is too large', write([2 ** 31])],
    ['a number that is far too large', write([1e300])],
  ])('refuse a cursor that is %s', async (_what, after) => {
    const { body } = await org.client.post(document, { after });
    expect(body.errors).toEqual([
      expect.objectContaining({ message: 'after is not a cursor of this list.', extensions: { code: 'BAD_INPUT' } }),
    ]);
  });
});

describe('somebody who pages', () => {
  it('meets every conversation that was there once, while others arrive', async () => {
    const before = (await pageOf({})).edges.map(({ node }) => node.externalId);
    const met: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const { edges, pageInfo }: Page = await pageOf({ first: 1, after });
      const { externalId, startedAt } = edges[0]!.node; // a page that follows is never empty
      met.push(externalId);
      if (met.length <= before.length) await arrive('2026-08-01T00:00:00Z', startedAt);
      if (met.length === 1) await arrive('2026-01-01T00:00:00Z');
      ({ hasNextPage: more, endCursor: after } = pageInfo);
    }
    expect(new Set(met).size).toBe(met.length);
    expect(met.filter((name) => before.includes(name))).toEqual(before);
    expect(met.length).toBeGreaterThan(before.length);
  });

  async function arrive(...moments: string[]): Promise<void> {
    const conversations = moments.map((startedAt) => conversation({ startedAt, turns: [] }));
    await org.client.ask(INGEST, { input: { conversations } });
  }

  it('keeps the filter and the search from page to page', async () => {
    const asked = { first: 1, search: 'robin', filter: { flagged: false } };
    const { edges: all } = await pageOf({ ...asked, first: 50 });
    const first = await pageOf(asked);
    const second = await pageOf({ ...asked, after: first.pageInfo.endCursor });
    expect([...first.edges, ...second.edges]).toEqual(all.slice(0, 2));
    expect(first.pageInfo.hasNextPage).toBe(true);
  });
});
