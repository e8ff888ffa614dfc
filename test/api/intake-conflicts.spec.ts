import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, INGEST, type SentConversation } from '../factories/conversations.js';
import { mutate, sendLines, sendOne } from '../factories/intake-answers.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { storedRefusals, storedTurns } from '../factories/stored.js';
import { ClonesService } from '#clones';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
  await world.get(ClonesService).add(org.organisation.id, {
    handle: 'cfo',
    name: 'The CFO (clone)',
    principalName: 'Kim Berg',
    principalTitle: 'CFO',
  });
});
afterAll(() => world.close());

const FULL_TURN = {
  speaker: 'CLONE',
  said: 'As it was said.',
  generated: 'As it was written.',
  interrupted: false,
  startedAt: '2026-06-01T10:00:05Z',
  endedAt: '2026-06-01T10:00:09Z',
  confidence: 0.123456789,
};
const FULL = { cloneVersion: '1.0', turns: [{ speaker: 'CALLER', said: 'Hello.' }, FULL_TURN] };

const HEADER_CHANGES: [string, Partial<SentConversation>][] = [
  ['clone', { clone: 'cfo', cloneVersion: undefined }],
  ['channel', { channel: 'CHAT' }],
  ['language', { language: 'sv' }],
  ['startedAt', { startedAt: '2026-06-01T10:00:00.001Z' }],
];
const TURN_CHANGES: [string, Partial<typeof FULL_TURN>][] = [
  ['speaker', { speaker: 'STAFF' }],
  ['said', { said: 'As it was said' }],
  ['generated', { generated: 'Otherwise.' }],
  ['interrupted', { interrupted: true }],
  ['startedAt', { startedAt: '2026-06-01T10:00:06Z' }],
  ['endedAt', { endedAt: '2026-06-01T10:00:10Z' }],
  ['confidence', { confidence: 0.2 }],
];

describe('a conflict with what is stored', () => {
  it.each(HEADER_CHANGES)('names %s of the conversation', async (field, change) => {
    const sent = conversation(FULL);
    await sendOne(org.client, sent);
    const { outcome, problems } = await sendOne(org.client, { ...sent, ...change });
    expect(outcome).toBe('CONFLICT');
    expect(problems).toContainEqual({ path: field, message: 'differs from what is stored' });
    const others = field === 'clone' ? ['clone', 'cloneVersion'] : [field]; // another clone has no such version
    expect(problems!.map(({ path }) => path)).toEqual(others); // a conflict has problems
  });

  it('names cloneVersion when only that is left out', async () => {
    const sent = conversation(FULL);
    await sendOne(org.client, sent);
    const { problems } = await sendOne(org.client, { ...sent, cloneVersion: undefined });
    expect(problems).toEqual([{ path: 'cloneVersion', message: 'differs from what is stored' }]);
  });

  it.each(TURN_CHANGES)('names %s of the turn, and keeps the stored one', async (field, change) => {
    const sent = conversation(FULL);
    const { conversationId } = await sendOne(org.client, sent);
    const before = await storedTurns(world, sent);
    const changed = { ...sent, turns: [sent.turns[0], { ...FULL_TURN, ...change }] };
    const problems = [{ path: `turns[1].${field}`, message: 'differs from what is stored' }];
    expect(await sendOne(org.client, changed)).toEqual({ line: 1, outcome: 'CONFLICT', conversationId, problems });
    expect(await mutate(org.client, INGEST, [changed])).toMatchObject([{ outcome: 'CONFLICT', problems }]);
    expect(await storedTurns(world, sent)).toEqual(before);
  });

  it('names the place in what was sent, not the stored index', async () => {
    const sent = conversation({ turns: [{ index: 7, speaker: 'CALLER', said: 'Seven.' }] });
    await sendOne(org.client, sent);
    const changed = { ...sent, turns: [{ index: 7, speaker: 'CALLER', said: 'Eight.' }] };
    expect((await sendOne(org.client, changed)).problems?.[0]?.path).toBe('turns[0].said');
  });

  it('names startedAt when the same moment was first left out and is now given', async () => {
    const sent = conversation({ turns: [{ speaker: 'CALLER', said: 'Hello.' }] });
    await sendOne(org.client, sent);
    const changed = { ...sent, turns: [{ ...sent.turns[0], startedAt: sent.startedAt }] };
    expect((await sendOne(org.client, changed)).problems).toEqual([
      { path: 'turns[0].startedAt', message: 'differs from what is stored' },
    ]);
  });

  it('names at most twenty places', async () => {
    const turns = Array.from({ length: 50 }, (_, at) => ({ speaker: 'CALLER', said: `Turn ${at}.` }));
    const sent = conversation({ turns });
    await sendOne(org.client, sent);
    const changed = { ...sent, turns: turns.map((turn) => ({ ...turn, speaker: 'STAFF' })) };
    expect((await sendOne(org.client, changed)).problems).toHaveLength(20);
  });

  it('is none when only the form differs: letter case of a choice, the offset of a moment, a generated text that was said', async () => {
    const sent = conversation({ turns: [{ speaker: 'CLONE', said: 'The same.' }] });
    await sendOne(org.client, sent);
    const same = {
      ...sent,
      channel: 'phone',
      startedAt: '2026-06-01T12:00:00+02:00',
      turns: [{ speaker: 'Clone', said: 'The same.', generated: 'The same.', interrupted: false, confidence: null }],
    };
    expect((await sendOne(org.client, same)).outcome).toBe('DUPLICATE');
  });

  it('is kept in quarantine once, however often it is sent, as it was sent', async () => {
    const alone = await makeOrganisation(world);
    const sent = conversation();
    const changed = { ...sent, turns: [{ speaker: 'CALLER', said: 'Something else.' }] };
    await sendOne(alone.client, sent);
    for (let time = 0; time < 5; time += 1) await sendOne(alone.client, changed);
    await sendLines(alone.client, changed, changed, sent);
    const { source, externalId } = sent;
    const payload = Buffer.from(JSON.stringify(changed));
    expect(await storedRefusals(world, alone.organisation.id)).toEqual([
      {
        kind: 'CONFLICT',
        route: 'http',
        source,
        externalId,
        problems: [{ path: 'turns[0].said', message: 'differs from what is stored' }],
        payload,
        payloadBytes: payload.length,
        timesSeen: 6,
      },
    ]);
  });
});
