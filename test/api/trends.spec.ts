import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClonesService } from '#clones';
import { conversation, INGEST, type SentTurn } from '../factories/conversations.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { recount } from '../factories/trend-recount.js';
import { startWorld, type World } from '../support/world.js';

interface Cell {
  key: string;
  turns: number;
  meanSentiment: number | null;
}

interface Day {
  day: string;
  callerTurns: number;
  meanSentiment: number | null;
  sentiments: Cell[];
  topics: Cell[];
}

const TRENDS = `query ($from: String!, $to: String!, $timeZone: String, $cloneId: ID, $channel: Channel) {
  trends(from: $from, to: $to, timeZone: $timeZone, cloneId: $cloneId, channel: $channel) { timeZone days {
    day callerTurns meanSentiment sentiments { key turns meanSentiment } topics { key turns meanSentiment } } } }`;

/** Twelve days around the last Sunday of March (Europe) and the first of April (Lord Howe), and two days without turns. */
const RANGE = { from: '2025-03-27', to: '2025-04-10' };
const FIRST = Date.parse('2025-03-28T00:00:00Z');
const LAST = Date.parse('2025-04-09T00:00:00Z');
const STEP_MILLISECONDS = 37 * 60_000 + 7_123; // drifts through every quarter of an hour and second
const SAID = [
  'I am furious, the late fee is outrageous!',
  'I love it, thank you so much!',
  'My name is Kim.',
  'Jag är missnöjd, appen ligger nere igen.',
  'مرحبا كيف حالك',
  'I have been on hold for an hour. This is terrible, I want to complain about the late fee.',
];

let world: World;
let org: SmallOrganisation;
let clones: { id: string; handle: string }[];

beforeAll(async () => {
  world = await startWorld();
  org = await makeOrganisation(world);
  const names = { name: 'CTO', principalName: 'Kim Berg', principalTitle: 'CTO' };
  await world.get(ClonesService).add(org.organisation.id, { ...names, handle: 'cto' });
  ({ clones } = await org.client.ask('{ clones { id handle } }'));
  await org.client.ask(INGEST, { input: { conversations: manyTurns() } });
  await world.analysed(org.organisation.id);
});
afterAll(() => world.close());

/** Four conversations, two clones by two channels, whose turns take each other's turns through the range. */
function manyTurns() {
  const turns: SentTurn[][] = [[], [], [], []];
  for (let at = FIRST, n = 0; at < LAST; at += STEP_MILLISECONDS, n += 1) {
    const said = SAID[n % SAID.length]!; // within its length
    turns[n % 4]!.push({ speaker: n % 5 === 4 ? 'CLONE' : 'CALLER', said, startedAt: new Date(at).toISOString() }); // four
  }
  return turns.map((list, at) =>
    conversation({
      externalId: `part-${at}`,
      clone: at % 2 === 0 ? 'ceo' : 'cto',
      channel: at < 2 ? 'PHONE' : 'EMAIL',
      language: at === 2 ? 'ar' : 'en',
      startedAt: new Date(FIRST).toISOString(),
      turns: list,
    }),
  );
}

async function daysOf(variables: Record<string, unknown>, client = org.client): Promise<Day[]> {
  return (await client.ask(TRENDS, variables)).trends.days;
}

/** Compares every day with a recount from the base tables. */
async function expectExact(asked: { timeZone: string; clone?: string; channel?: string }): Promise<void> {
  const { clone, ...rest } = asked;
  const cloneId = clones.find(({ handle }) => handle === clone)?.id ?? null;
  const days = await daysOf({ ...RANGE, ...rest, cloneId });
  const expected = await recount(world, org.organisation.id, { ...RANGE, ...asked });
  const counts = (cells: Cell[]) => Object.fromEntries(cells.map(({ key, turns }) => [key, turns]));
  const counted = days.map((day) => ({
    ...day,
    sentiments: counts(day.sentiments),
    topics: counts(day.topics),
  }));
  expect(counted).toEqual(expected.map((day) => ({ ...day, meanSentiment: nearly(day.meanSentiment) })));
  expect(expected.filter(({ callerTurns }) => callerTurns > 0).length).toBeGreaterThan(10);
}

/** The base table keeps scores in single precision, so two ways of adding them up may round a half differently. */
function nearly(mean: number | null): unknown {
  return mean === null ? null : (expect.closeTo(mean, 5) as unknown);
}

const ZONES = [
  'UTC',
  'Europe/Stockholm',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Africa/Casablanca',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

describe('trends', () => {
  it.each(ZONES)('count every day of %s as the turns themselves do', (timeZone) => expectExact({ timeZone }));

  it.each([{ clone: 'cto' }, { channel: 'EMAIL' }, { clone: 'ceo', channel: 'PHONE' }])(
    'count only what was said with %o',
    (part) => expectExact({ timeZone: 'Asia/Kolkata', ...part }),
  );

  it('hold unknown sentiment and untagged turns as themselves, and topics most first', async () => {
    const days = await daysOf(RANGE);
    const sentiments = days.flatMap((day) => day.sentiments);
    const unknown = sentiments.filter(({ key }) => key === 'UNKNOWN');
    expect(unknown).not.toEqual([]);
    for (const { meanSentiment } of unknown) expect(meanSentiment).toBeNull();
    const topics = new Set(days.flatMap((day) => day.topics.map(({ key }) => key)));
    expect(topics).toEqual(new Set([...topics, 'untagged', 'late-fees']));
    for (const day of days) {
      const turns = day.topics.map((cell) => cell.turns);
      expect(turns).toEqual([...turns].sort((a, b) => b - a));
    }
  });

  it('have a day without turns, with no mean, which is not zero', async () => {
    const days = await daysOf({ ...RANGE, timeZone: 'UTC' });
    expect(days.map(({ day }) => day)).toHaveLength(15);
    const empty = { callerTurns: 0, meanSentiment: null, sentiments: [], topics: [] };
    expect([days[0], days.at(-1)]).toEqual([
      { day: '2025-03-27', ...empty },
      { day: '2025-04-10', ...empty },
    ]);
  });

  it('count in the zone of the organisation when none is asked', async () => {
    const { trends } = await org.client.ask(TRENDS, RANGE);
    expect(trends).toEqual((await org.client.ask(TRENDS, { ...RANGE, timeZone: 'Europe/Stockholm' })).trends);
    expect(trends.timeZone).toBe('Europe/Stockholm');
  });

  it('stay exact when turns are added later to any day, and sent twice', async () => {
    const turns = ['2025-04-05T13:29:59.999Z', '2025-04-05T13:30:00Z', '2025-03-27T23:59:59Z'].map((startedAt, at) => ({
      index: 1_000 + at,
      speaker: 'CALLER',
      said: SAID[at]!, // three of six
      startedAt,
    }));
    const input = { conversations: [{ source: 'test', externalId: 'part-0', turns }] };
    for (let times = 0; times < 2; times += 1) {
      await org.client.ask(
        'mutation ($input: AppendTurnsInput!) { appendTurns(input: $input) { outcomes { __typename } } }',
        { input },
      );
      await world.analysed(org.organisation.id);
      for (const timeZone of ZONES.slice(0, 4)) await expectExact({ timeZone });
    }
    const days = await daysOf({ ...RANGE, timeZone: 'UTC' });
    expect(days[0]).toMatchObject({ day: '2025-03-27', callerTurns: 1 });
  });
});

describe('a day on which the clocks change', () => {
  it.each([
    ['Europe/Stockholm', '2025-03-30', '2025-03-29T23:00:00Z', '2025-03-30T22:00:00Z'], // 23 hours
    ['Europe/Stockholm', '2025-10-26', '2025-10-25T22:00:00Z', '2025-10-26T23:00:00Z'], // 25 hours
    ['Australia/Lord_Howe', '2025-04-06', '2025-04-05T13:00:00Z', '2025-04-06T13:30:00Z'], // 24 and a half
  ])('in %s on %s lasts from %s until %s', async (timeZone, day, begin, end) => {
    const own = await makeOrganisation(world);
    const moments = [Date.parse(begin) - 1, Date.parse(begin), Date.parse(end) - 1, Date.parse(end)];
    const turns = moments.map((at) => ({ speaker: 'CALLER', said: 'Hello', startedAt: new Date(at).toISOString() }));
    await own.client.ask(INGEST, { input: { conversations: [conversation({ startedAt: begin, turns })] } });
    await world.analysed(own.organisation.id);
    const around = { from: dayAfter(day, -1), to: dayAfter(day, 1), timeZone };
    expect((await daysOf(around, own.client)).map(({ callerTurns }) => callerTurns)).toEqual([1, 2, 1]);
    expect((await daysOf({ from: day, to: day, timeZone }, own.client)).map((one) => one.callerTurns)).toEqual([2]);
  });

  function dayAfter(day: string, days: number): string {
    return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  }
});

describe('a range', () => {
  const zone = 'timeZone must be an IANA name';
  it.each([
    ['from must be a day', { from: '2025-02-29' }],
    ['from must be a day', { from: '2025-3-01' }],
    ['from must be a day', { from: '0000-01-01', to: '0000-01-02' }],
    ['from must be a day', { from: "2025-01-01'" }],
    ['to must be a day', { to: '2025-13-01' }],
    ['to must not be before from', { to: '2025-03-26' }],
    ['is 401 days long; 400 is the limit', { from: '2024-01-01', to: '2025-02-04' }],
    [zone, { timeZone: 'Europe/Atlantis' }],
    [zone, { timeZone: '' }],
    [zone, { timeZone: '+05:30' }], // the database reads the sign the other way round
    [zone, { timeZone: 'CET' }], // a zone to one, an abbreviation without summer time to the other
    [zone, { timeZone: 'IST' }],
    ['cloneId is not the id of a Clone', { cloneId: 'ceo' }],
  ])('is refused with "%s": %o', async (message, changes) => {
    const { body } = await org.client.post(TRENDS, { ...RANGE, ...changes });
    expect(body.errors).toEqual([
      expect.objectContaining({ message: expect.stringContaining(message), extensions: { code: 'BAD_INPUT' } }),
    ]);
  });

  it('may be one day or four hundred, up to the last day of the calendar', async () => {
    expect(await daysOf({ from: '2025-04-01', to: '2025-04-01' })).toHaveLength(1);
    expect(await daysOf({ from: '2024-01-01', to: '2025-02-03' })).toHaveLength(400);
    expect(await daysOf({ from: '9999-12-31', to: '9999-12-31', timeZone: 'Pacific/Kiritimati' })).toHaveLength(1);
    expect(await daysOf({ from: '0001-01-01', to: '0001-01-01', timeZone: 'Pacific/Kiritimati' })).toHaveLength(1);
  });

  it('is counted in every zone that the JavaScript engine lists', async () => {
    for (const timeZone of Intl.supportedValuesOf('timeZone')) {
      const { body } = await org.client.post(TRENDS, { from: '2025-04-01', to: '2025-04-01', timeZone });
      expect(body.errors, timeZone).toBeUndefined();
    }
  });
});
