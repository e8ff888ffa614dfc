import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, INGEST } from '../factories/conversations.js';
import { mutate, type Problem, sendOne } from '../factories/intake-answers.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { storedTimes, storedTurns } from '../factories/stored.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

function withTurn(change: object): object {
  return { ...conversation(), turns: [{ speaker: 'CALLER', said: 'Hello.', ...change }] };
}

/** Refused with exactly this problem, whichever way it comes. */
async function expectRefused(sent: object, problem: Problem): Promise<void> {
  expect(await sendOne(org.client, sent)).toMatchObject({ outcome: 'REJECTED', problems: [problem] });
  expect(await mutate(org.client, INGEST, [sent])).toMatchObject([{ outcome: 'REJECTED', problems: [problem] }]);
}

describe('a value that is not allowed', () => {
  it.each([
    [{ source: '' }, 'source', 'is empty'],
    [{ channel: 'FAX' }, 'channel', 'must be one of PHONE, CHAT, EMAIL, VIDEO, INTERNAL'],
    [{ language: 'plain English' }, 'language', 'must be a BCP 47 language tag'],
    [{ clone: 'nobody' }, 'clone', 'is not known here'],
    [{ clone: '__proto__' }, 'clone', 'is not known here'],
    [{ cloneVersion: '9.9' }, 'cloneVersion', 'is not known here'],
    [{ cloneVersion: 'constructor' }, 'cloneVersion', 'is not known here'],
    [{ cloneVersion: '__proto__' }, 'cloneVersion', 'is not known here'],
  ])('in %j is named', async (change, path, message) => {
    await expectRefused({ ...conversation(), ...change }, { path, message });
  });

  it.each([
    [{ speaker: 'BOT' }, 'speaker', 'must be one of CALLER, CLONE, STAFF'],
    [{ speaker: 'ſtaff' }, 'speaker', 'must be one of CALLER, CLONE, STAFF'],
    [{ index: -1 }, 'index', 'is under the least value of 0'],
    [{ index: 0.5 }, 'index', 'must be a whole number'],
    [{ confidence: -0.01 }, 'confidence', 'is under the least value of 0'],
    [{ confidence: 1.01 }, 'confidence', 'is over the limit of 1'],
  ])('in %j of a turn is named', async (change, field, message) => {
    await expectRefused(withTurn(change), { path: `turns[0].${field}`, message });
  });

  it('does not know the clone of another organisation', async () => {
    const sent = conversation({ cloneVersion: '1.0' });
    const other = await makeOrganisation(world);
    await world.owner.query("UPDATE clone SET handle = 'theirs' WHERE organisation_id = $1", [other.organisation.id]);
    expect((await sendOne(org.client, { ...sent, clone: 'theirs' })).problems?.[0]?.path).toBe('clone');
    expect((await sendOne(other.client, { ...sent, clone: 'theirs' })).outcome).toBe('ACCEPTED');
    expect(await storedTimes(world, sent)).toBe(1);
  });

  it('is named for each field at once, up to twenty, and the rest are counted', async () => {
    const turns = Array.from({ length: 30 }, () => ({ speaker: 'BOT', said: 'x' }));
    const { problems } = await sendOne(org.client, { ...conversation(), channel: 'FAX', turns });
    expect(problems).toHaveLength(21);
    expect(problems?.slice(0, 2).map(({ path }) => path)).toEqual(['channel', 'turns[0].speaker']);
    expect(problems?.at(-1)).toEqual({ path: '', message: '11 more problems' });
  });
});

describe('a turn', () => {
  it('is stored with all that was sent for it', async () => {
    const turn = {
      speaker: 'clone',
      said: 'As it was sa',
      generated: 'As it was said.',
      interrupted: true,
      startedAt: '2026-06-01T12:00:01.250+02:00',
      endedAt: '2026-06-01T10:00:02Z',
      confidence: 0.5,
    };
    const sent = conversation({ turns: [{ speaker: 'CALLER', said: '' }, turn] });
    await sendOne(org.client, sent);
    expect(await storedTurns(world, sent)).toEqual([
      {
        index: 0,
        speaker: 'CALLER',
        said: '',
        generated: null,
        interrupted: false,
        spokenAt: new Date(sent.startedAt),
        endedAt: null,
        confidence: null,
      },
      {
        index: 1,
        speaker: 'CLONE',
        said: turn.said,
        generated: turn.generated,
        interrupted: true,
        spokenAt: new Date('2026-06-01T10:00:01.250Z'),
        endedAt: new Date(turn.endedAt),
        confidence: 0.5,
      },
    ]);
  });
});

it.each([1e-320, 1e-60, 1e-40, Number.MIN_VALUE, 0.97])(
  'a confidence of %d is stored as closely as the column can hold it, and sent again is known',
  async (confidence) => {
    const sent = conversation({ turns: [{ speaker: 'CALLER', said: 'Hello.', confidence }] });
    expect(await sendOne(org.client, sent)).toMatchObject({ outcome: 'ACCEPTED' });
    const [turn] = await storedTurns(world, sent);
    expect(turn?.confidence).toBeCloseTo(confidence, 6);
    expect(await sendOne(org.client, sent)).toMatchObject({ outcome: 'DUPLICATE' });
    const other = { ...sent, turns: [{ speaker: 'CALLER', said: 'Hello.', confidence: 0.5 }] };
    expect(await sendOne(org.client, other)).toMatchObject({ outcome: 'CONFLICT' });
  },
);
