import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClonesService } from '#clones';
import { RISK_CODES, type RiskCode } from '#detection';
import { RULE_SET, SEVERITIES } from '#moderation';
import { conversation, INGEST, RISKY_REPLY } from '../factories/conversations.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

interface Flag {
  id: string;
  ruleId: string;
  ruleSetVersion: string;
  code: string;
  meaning: string;
  severity: string;
  score: number;
  channel: string;
  spokenAt: string;
  evidence: { start: number; end: number; quote: string }[];
  clone: { id: string; handle: string };
  turn: { id: string; said: string; speaker: string; index: number };
}

const LIST = `query ($filter: FlagFilter) { flags(first: 100, filter: $filter) { edges { node {
  id ruleId ruleSetVersion code meaning severity score channel spokenAt evidence { start end quote }
  clone { id handle } turn { id said speaker index } } } } }`;

/** Promises that no clone may make. Each begins with something that takes more than one UTF-16 code unit. */
const PROMISES = [
  `😀👍🏽 ${RISKY_REPLY}`,
  '👩‍👩‍👧‍👦 Jag lovar att du får hela avgiften tillbaka i morgon.',
  '𝒢𝓊𝓉! Ich verspreche Ihnen, dass Sie morgen den vollen Betrag zurückbekommen.',
  '🙏🙏 我保证明天给您全额退款。',
];

let world: World;
let org: SmallOrganisation;
let all: Flag[];

beforeAll(async () => {
  world = await startWorld();
  org = await makeOrganisation(world);
  const names = { name: 'CTO', principalName: 'Kim Berg', principalTitle: 'CTO' };
  await world.get(ClonesService).add(org.organisation.id, { ...names, handle: 'cto' });
  const conversations = PROMISES.map((said, at) =>
    conversation({
      clone: at === 1 ? 'cto' : 'ceo',
      channel: at === 2 ? 'CHAT' : 'PHONE',
      startedAt: `2026-06-0${at + 1}T10:00:00Z`,
      turns: [
        { speaker: 'CALLER', said, startedAt: `2026-06-0${at + 1}T10:00:01Z` },
        { speaker: 'STAFF', said, startedAt: `2026-06-0${at + 1}T10:00:02Z` },
        { speaker: 'CLONE', said, startedAt: `2026-06-0${at + 1}T10:00:03Z` },
      ],
    }),
  );
  await org.client.ask(INGEST, { input: { conversations: [...conversations, conversation()] } });
  await world.analysed(org.organisation.id);
  all = await list();
});
afterAll(() => world.close());

async function list(filter?: object): Promise<Flag[]> {
  const { flags } = await org.client.ask(LIST, { filter });
  return flags.edges.map(({ node }: { node: Flag }) => node);
}

describe('a flag', () => {
  it('is raised on what the clone said, never on callers or staff who say the same', () => {
    expect(new Set(all.map(({ turn }) => turn.said))).toEqual(new Set(PROMISES));
    expect(new Set(all.map(({ turn }) => `${turn.speaker} ${turn.index}`))).toEqual(new Set(['CLONE 2']));
  });

  it.each(PROMISES)('quotes the words at its offsets, in UTF-16: %s', (said) => {
    const evidence = all.filter(({ turn }) => turn.said === said).flatMap((flag) => flag.evidence);
    expect(evidence).not.toEqual([]);
    for (const { start, end, quote } of evidence) {
      expect(quote).toBe(said.slice(start, end));
      expect(quote.isWellFormed()).toBe(true);
      expect(quote.trim()).not.toBe('');
    }
  });

  it('has the severity and meaning of its rule, and a score that reached its threshold', () => {
    for (const { ruleId, ruleSetVersion, code, severity, meaning, score } of all) {
      const rule = RULE_SET.rules.find(({ id }) => id === ruleId)!; // flags are raised by these rules only
      expect({ code, severity, meaning, ruleSetVersion }).toEqual({
        code: rule.code,
        severity: SEVERITIES[rule.severity],
        meaning: RISK_CODES[code as RiskCode].definition, // as above
        ruleSetVersion: RULE_SET.version,
      });
      expect(score).toBeGreaterThanOrEqual(rule.threshold);
    }
  });
});

describe('the list of flags', () => {
  const order = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];

  it('comes newest reply first', () => {
    const moments = all.map(({ spokenAt }) => spokenAt);
    expect(moments).toEqual([...moments].sort().reverse());
    expect(new Set(moments).size).toBe(PROMISES.length);
  });

  const filters: [string, (clone: string) => object, (flag: Flag) => boolean][] = [
    ['severity or above', () => ({ severityAtLeast: 'CRITICAL' }), ({ severity }) => severity === 'CRITICAL'],
    ['one code', () => ({ codes: ['C1'] }), ({ code }) => code === 'C1'],
    ['any of several codes', () => ({ codes: ['C1', 'I2', 'no-code'] }), ({ code }) => ['C1', 'I2'].includes(code)],
    ['clone', (cloneId) => ({ cloneId }), ({ clone }) => clone.handle === 'cto'],
    ['channel', () => ({ channel: 'CHAT' }), ({ channel }) => channel === 'CHAT'],
    ['first moment, included', () => ({ from: '2026-06-02T10:00:03Z' }), (f) => f.spokenAt >= '2026-06-02T10:00:03.000Z'],
    ['last moment, excluded', () => ({ to: '2026-06-02T10:00:03Z' }), (f) => f.spokenAt < '2026-06-02T10:00:03.000Z'],
    ['all of it together', (cloneId) => ({ cloneId, codes: ['C1'], channel: 'PHONE', from: '2026-06-02T00:00:00Z' }),
      ({ clone, code }) => clone.handle === 'cto' && code === 'C1'],
  ]; // prettier-ignore

  it.each(filters)('filtered by %s holds exactly those that match', async (_, filter, matches) => {
    const cto = all.find(({ clone }) => clone.handle === 'cto')!.clone.id; // the second promise is its
    const expected = all.filter(matches);
    expect(expected).not.toEqual([]);
    expect(expected.length).toBeLessThan(all.length);
    expect(await list(filter(cto))).toEqual(expected);
  });

  it('is empty when no code is wanted, and whole when the filter says nothing', async () => {
    expect(await list({ codes: [] })).toEqual([]);
    expect(
      await list({ codes: null, severityAtLeast: null, cloneId: null, channel: null, from: null, to: null }),
    ).toEqual(all);
  });

  it('agrees with the flags of the conversation and of the turn, the most severe of a reply first', async () => {
    const { conversations } = await org.client.ask(
      `{ conversations { edges { node { flags { id severity } turns { edges { node { id flags { id severity } } } } } } } }`,
    );
    const ids: string[] = [];
    for (const { node } of conversations.edges) {
      const ofTurns = node.turns.edges.flatMap((edge: { node: { flags: Flag[] } }) => edge.node.flags);
      expect(node.flags).toEqual(ofTurns);
      ids.push(...node.flags.map(({ id }: Flag) => id));
      const ranks = node.flags.map(({ severity }: Flag) => order.indexOf(severity));
      expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    }
    expect(ids.sort()).toEqual(all.map(({ id }) => id).sort());
  });

  it.each([
    ['filter.cloneId', { cloneId: 'nobody' }, 'BAD_INPUT'],
    ['a code with a NUL', { codes: ['C1\u0000'] }, 'BAD_INPUT'],
    ['filter.from', { from: 'yesterday' }, 'BAD_USER_INPUT'],
    ['filter.to', { to: '-271821-04-20T00:00:00.000Z' }, 'BAD_USER_INPUT'],
  ])('refuses a wrong %s', async (_, filter, code) => {
    const { body } = await org.client.post(LIST, { filter });
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  });
});
