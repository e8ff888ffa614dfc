import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SmallOrganisation } from '../factories/organisations.js';
import { makeTalks } from '../factories/talks.js';
import { startWorld, type World } from '../support/world.js';

interface Listed {
  externalId: string;
  channel: string;
  startedAt: string;
  clone: { id: string; handle: string };
  flags: { severity: string }[];
  digest: { language: string | null; sentiment: number | null; topics: string[] } | null;
}

const LIST = `query ($first: Int! = 50, $after: String, $filter: ConversationFilter, $search: String) {
  conversations(first: $first, after: $after, filter: $filter, search: $search) {
    edges { cursor node { externalId channel startedAt clone { id handle } flags { severity }
      digest { language sentiment topics } } }
    pageInfo { hasNextPage endCursor } } }`;

let world: World;
let org: SmallOrganisation;
let all: Listed[];

beforeAll(async () => {
  world = await startWorld();
  org = await makeTalks(world);
  all = await list();
});
afterAll(() => world.close());

async function list(variables: Record<string, unknown> = {}): Promise<Listed[]> {
  const { conversations } = await org.client.ask(LIST, variables);
  return conversations.edges.map(({ node }: { node: Listed }) => node);
}

async function found(search: string): Promise<string[]> {
  return (await list({ search })).map(({ externalId }) => externalId).sort();
}

const names = (listed: readonly Listed[]) => listed.map(({ externalId }) => externalId);

describe('the list of conversations', () => {
  it('comes newest first, and by id where the moment is the same', () => {
    expect(names(all)).toEqual(['silent', 'zh-fee', 'de-transfer', 'sv-fee', 'en-praise', 'en-fee']);
    expect(all[4]!.startedAt).toBe(all[5]!.startedAt); // six, see above
  });

  const severities = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];
  const filters: [string, (cto: string) => object, (one: Listed) => boolean][] = [
    ['clone', (cloneId) => ({ cloneId }), ({ clone }) => clone.handle === 'cto'],
    ['channel', () => ({ channel: 'PHONE' }), ({ channel }) => channel === 'PHONE'],
    ['first moment, included', () => ({ from: '2026-06-03T10:00:00Z' }), ({ startedAt }) => startedAt >= '2026-06-03T10:00:00.000Z'],
    ['last moment, excluded', () => ({ to: '2026-06-03T12:00:00+02:00' }), ({ startedAt }) => startedAt < '2026-06-03T10:00:00.000Z'],
    ['language', () => ({ language: 'sv' }), ({ digest }) => digest?.language === 'sv'],
    ['topic', () => ({ topic: 'late-fees' }), ({ digest }) => digest?.topics.includes('late-fees') ?? false],
    ['being flagged', () => ({ flagged: true }), ({ flags }) => flags.length > 0],
    ['not being flagged', () => ({ flagged: false }), ({ flags }) => flags.length === 0],
    ['severity', () => ({ severityAtLeast: 'HIGH' }), ({ flags }) => flags.some(({ severity }) => severities.indexOf(severity) >= 2)],
    ['sentiment under', () => ({ sentimentBelow: -0.2 }), ({ digest }) => (digest?.sentiment ?? 0) < -0.2],
    ['sentiment over', () => ({ sentimentAbove: 0.2 }), ({ digest }) => (digest?.sentiment ?? 0) > 0.2],
    ['several things at once', (cloneId) => ({ cloneId, channel: 'CHAT', flagged: false }), ({ clone, channel }) => clone.handle === 'cto' && channel === 'CHAT'],
    ['nothing, given as nulls', () => ({ channel: null, topic: null, flagged: null, from: null, cloneId: null }), () => true],
  ]; // prettier-ignore

  it.each(filters)('filtered by %s holds exactly those that match', async (what, filter, matches) => {
    const cto = all.find(({ clone }) => clone.handle === 'cto')!.clone.id; // there are two of it
    const expected = names(all.filter(matches));
    expect(expected).not.toEqual([]);
    if (!what.startsWith('nothing')) expect(expected.length).toBeLessThan(all.length);
    expect(names(await list({ filter: filter(cto) }))).toEqual(expected);
  });

  it('leaves the conversation itself out when asked for more or less than its own sentiment', async () => {
    const felt = all.flatMap(({ externalId, digest }) =>
      digest === null ? [] : [{ externalId, bound: digest.sentiment }],
    );
    expect(felt).toHaveLength(5);
    for (const { externalId, bound } of felt) {
      for (const filter of [{ sentimentBelow: bound }, { sentimentAbove: bound }])
        expect(names(await list({ filter }))).not.toContain(externalId);
    }
  });

  it('takes any number as a bound of sentiment', async () => {
    expect(await list({ filter: { sentimentBelow: 1e300 } })).toHaveLength(5);
    expect(await list({ filter: { sentimentAbove: 1e-300 } })).toHaveLength(1);
  });
});

describe('searching by words', () => {
  it.each([
    ['one word, in any case', 'LATE', ['en-fee']],
    ['words that stand apart, in any order', 'card late', ['en-fee']],
    ['words of caller and clone together', 'furious refund', ['en-fee']],
    ['the beginning of the last word', 'late f', ['en-fee']],
    ['only the beginning of a word that is not the last', 'lat fee', []],
    ['Swedish letters', 'förseningsavgiften åsa', ['sv-fee']],
    ['Swedish letters that are composed', 'förseningsavg'.normalize('NFD'), ['sv-fee']],
    ['German letters, begun', 'überweisung goethestr', ['de-transfer']],
    ['German letters in capitals', 'ÜBERWEISUNG', ['de-transfer']],
    ['Chinese words', '滞纳金', ['zh-fee']],
    ['Chinese words that stand apart', '投诉 滞纳金', ['zh-fee']],
    ['a Chinese word begun', '滞', ['zh-fee']],
    ['Chinese characters that never stand together', '金滞', []],
    ['wide letters', 'ｌａｔｅ', ['en-fee']],
    ['a name that several replies hold', 'robin', ['de-transfer', 'en-praise', 'sv-fee']],
    ['a word that was written and not said', 'unspoken', []],
    ['a word that nobody said', 'zebra', []],
  ])('finds by %s', async (_, search, expected) => {
    expect(await found(search)).toEqual(expected);
  });

  it.each([
    ['late & !fee', ['en-fee']],
    ['late:* <-> fee', ['en-fee']],
    ["'late' \\ fee", ['en-fee']],
    ['((late) fee', ['en-fee']],
    ['late\\', ['en-fee']],
    ["late''fee", ['en-fee']],
    ['late\u0000fee', ['en-fee']],
    ['fee:D late', []], // D is a word here that nobody said
    ['late | wonderful', []], // all words must occur
  ])('reads the operators of a tsquery as no words at all: %j', async (search, expected) => {
    expect(await found(search)).toEqual(expected);
  });

  it('keeps to the filter as well', async () => {
    const search = 'robin';
    expect(names(await list({ search, filter: { channel: 'CHAT' } }))).toEqual(['en-praise']);
  });

  it('finds what is said later in a conversation, and still what was said before', async () => {
    const turns = [{ index: 2, speaker: 'CALLER', said: 'Where is my parcel?' }];
    const input = { conversations: [{ source: 'test', externalId: 'en-praise', turns }] };
    await org.client.ask(
      'mutation ($input: AppendTurnsInput!) { appendTurns(input: $input) { outcomes { __typename } } }',
      { input },
    );
    await world.analysed(org.organisation.id);
    expect(await found('parcel')).toEqual(['en-praise']);
    expect(await found('wonderful parcel')).toEqual(['en-praise']);
  });

  it.each([
    ['holds no letter or digit', '!!! & |'],
    ['holds no letter or digit', ''],
    ['is longer than 200', 'x'.repeat(201)],
  ])('is refused when the search %s', async (reason, search) => {
    const { body } = await org.client.post(LIST, { search });
    expect(body.errors).toEqual([
      expect.objectContaining({ message: expect.stringContaining(reason), extensions: { code: 'BAD_INPUT' } }),
    ]);
  });
});
