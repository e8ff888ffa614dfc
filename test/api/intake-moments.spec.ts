import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intakeLimits } from '#conversations';
import { conversation, INGEST } from '../factories/conversations.js';
import { mutate, sendOne } from '../factories/intake-answers.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { storedTurns } from '../factories/stored.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

const NO_ZONE = 'must be an ISO 8601 instant with Z or an offset';
const NO_MOMENT = 'is not a moment that exists';

const WRONG: [string, string][] = [
  ['2026-06-01T10:00:00', NO_ZONE],
  ['2026-06-01T10:00:00z', NO_ZONE],
  ['2026-06-01 10:00:00Z', NO_ZONE],
  ['2026-06-01T10:00:00 +02:00', NO_ZONE],
  ['2026-06-01T10:00:00+0200', NO_ZONE],
  ['2026-06-01T10Z', NO_ZONE],
  ['2026-06-01', NO_ZONE],
  ['2026-06-01T10:00 PM Z', NO_ZONE],
  ['2026-06-01T10:00:00,5Z', NO_ZONE],
  ['1780308000000', NO_ZONE],
  ['yesterday', NO_ZONE],
  ['', NO_ZONE],
  ['+012026-06-01T10:00:00Z', NO_ZONE],
  ['2026-13-01T10:00:00Z', NO_MOMENT],
  ['2026-00-01T10:00:00Z', NO_MOMENT],
  ['2026-06-00T10:00:00Z', NO_MOMENT],
  ['2026-06-31T10:00:00Z', NO_MOMENT],
  ['2026-02-29T10:00:00Z', NO_MOMENT],
  ['2026-02-30T10:00:00+02:00', NO_MOMENT],
  ['2026-06-01T25:00:00Z', NO_MOMENT],
  ['2026-06-01T10:60:00Z', NO_MOMENT],
  ['2016-12-31T23:59:60Z', NO_MOMENT],
  ['2026-06-01T10:00:00+24:00', NO_MOMENT],
  ['2026-06-01T10:00:00+14:60', NO_MOMENT],
];

describe('a moment', () => {
  it.each(WRONG)('is refused when it is %j: %s', async (moment, message) => {
    const sent = conversation({ startedAt: moment });
    expect(await sendOne(org.client, sent)).toMatchObject({ problems: [{ path: 'startedAt', message }] });
    expect(await mutate(org.client, INGEST, [sent])).toMatchObject([{ problems: [{ path: 'startedAt', message }] }]);
    const turn = { speaker: 'CALLER', said: 'Hello.' };
    const turns = [turn, { ...turn, startedAt: moment }, { ...turn, endedAt: moment }];
    expect((await sendOne(org.client, conversation({ turns }))).problems).toEqual([
      { path: 'turns[1].startedAt', message },
      { path: 'turns[2].endedAt', message },
    ]);
  });

  it.each([
    ['2026-06-01T10:00Z', '2026-06-01T10:00:00.000Z'],
    ['2026-06-01T10:00:00.123Z', '2026-06-01T10:00:00.123Z'],
    ['2026-06-01T00:30:00+05:45', '2026-05-31T18:45:00.000Z'],
    ['2026-05-31T23:30:00-01:00', '2026-06-01T00:30:00.000Z'],
    ['2024-02-29T23:59:59-11:00', '2024-03-01T10:59:59.000Z'],
    ['2026-06-01T10:00:00.123456789Z', '2026-06-01T10:00:00.123Z'],
  ])('%s is stored as %s', async (moment, stored) => {
    const sent = conversation({ turns: [{ speaker: 'CALLER', said: 'Hello.', startedAt: moment, endedAt: moment }] });
    expect(await sendOne(org.client, sent)).toMatchObject({ outcome: 'ACCEPTED' });
    expect(await storedTurns(world, sent)).toMatchObject([{ spokenAt: new Date(stored), endedAt: new Date(stored) }]);
  });

  it('may be the earliest that is allowed, and not a millisecond before', async () => {
    const { EARLIEST_MOMENT } = intakeLimits;
    const before = new Date(EARLIEST_MOMENT.getTime() - 1).toISOString();
    expect(await sendOne(org.client, conversation({ startedAt: EARLIEST_MOMENT.toISOString() }))).toMatchObject({
      outcome: 'ACCEPTED',
    });
    expect(await sendOne(org.client, conversation({ startedAt: before }))).toMatchObject({
      problems: [{ path: 'startedAt', message: 'must not be before 2000-01-01T00:00:00.000Z' }],
    });
  });

  it('may run ahead of our clock as far as clocks differ, and no further', async () => {
    const skew = intakeLimits.MAX_CLOCK_SKEW_SECONDS * 1000;
    // A minute to either side, so that it does not matter when within the test the clock is read.
    const within = new Date(Date.now() + skew - 60_000).toISOString();
    const beyond = new Date(Date.now() + skew + 60_000).toISOString();
    const turn = { speaker: 'CALLER', said: 'Hello.' };
    expect(await sendOne(org.client, conversation({ startedAt: within }))).toMatchObject({ outcome: 'ACCEPTED' });
    expect(await sendOne(org.client, conversation({ startedAt: beyond }))).toMatchObject({
      problems: [{ path: 'startedAt', message: 'lies in the future' }],
    });
    const turns = [
      { ...turn, startedAt: beyond },
      { ...turn, endedAt: beyond },
    ];
    expect((await sendOne(org.client, conversation({ turns }))).problems).toEqual([
      { path: 'turns[0].startedAt', message: 'lies in the future' },
      { path: 'turns[1].endedAt', message: 'lies in the future' },
    ]);
  });

  it('at which a turn ended may be the one at which it began, and none before', async () => {
    const turn = { speaker: 'CALLER', said: 'Hello.', startedAt: '2026-06-01T10:00:00.001Z' };
    const turns = [
      { ...turn, endedAt: '2026-06-01T12:00:00.001+02:00' },
      { ...turn, endedAt: '2026-06-01T10:00:00Z' },
    ];
    const sent = conversation({ turns });
    expect((await sendOne(org.client, sent)).problems).toEqual([
      { path: 'turns[1].endedAt', message: 'lies before startedAt' },
    ]);
    expect(await storedTurns(world, sent)).toEqual([]);
  });
});
