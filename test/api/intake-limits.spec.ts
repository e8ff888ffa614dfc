import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClonesService } from '#clones';
import { intakeLimits } from '#conversations';
import { conversation, INGEST, ndjson } from '../factories/conversations.js';
import { APPEND, mutate, sendLines, sendOne } from '../factories/intake-answers.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { storedTimes, storedTurns } from '../factories/stored.js';
import { startWorld, type World } from '../support/world.js';

const { MAX_CONVERSATIONS_PER_REQUEST, MAX_TURN_CHARACTERS, MAX_TURNS_PER_CONVERSATION, MAX_NAME_CHARACTERS } =
  intakeLimits;

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

function saying(turn: object) {
  return { ...conversation(), turns: [{ speaker: 'CLONE', said: 'Hello.', ...turn }] };
}

describe('the limit of a text', () => {
  it.each([
    ['a', MAX_TURN_CHARACTERS],
    ['ö', MAX_TURN_CHARACTERS],
    ['世', MAX_TURN_CHARACTERS],
    ['😀', MAX_TURN_CHARACTERS / 2],
    ['\u0001', MAX_TURN_CHARACTERS],
  ])('counts UTF-16 code units: so many of %j are stored, and one unit more is refused', async (unit, times) => {
    const longest = unit.repeat(times);
    const sent = saying({ said: longest, generated: `${longest.slice(0, -2)}..` });
    expect(await sendOne(org.client, sent)).toMatchObject({ outcome: 'ACCEPTED' });
    const [turn] = await storedTurns(world, sent);
    expect(turn?.said === longest).toBe(true);
    const message = `is over the limit of ${MAX_TURN_CHARACTERS} characters`;
    for (const field of ['said', 'generated']) {
      const problems = [{ path: `turns[0].${field}`, message }];
      const longer = saying({ [field]: `${longest}.` });
      expect(await sendOne(org.client, longer)).toMatchObject({ outcome: 'REJECTED', problems });
      expect(await mutate(org.client, INGEST, [longer])).toMatchObject([{ outcome: 'REJECTED', problems }]);
    }
  });
});

describe('the limit of a name', () => {
  it.each(['a', '世', '😀'])('lets 200 code units of %j through, and not 201', async (unit) => {
    const longest = unit.repeat(MAX_NAME_CHARACTERS / unit.length);
    const { clone, organisation } = org;
    await world
      .get(ClonesService)
      .addVersion(organisation.id, { cloneId: clone.id, label: longest, provider: 'test', model: 'test' });
    const sent = conversation({ source: longest, externalId: longest, cloneVersion: longest });
    expect(await sendOne(org.client, sent)).toMatchObject({ outcome: 'ACCEPTED' });
    expect(await storedTimes(world, sent)).toBe(1);
    const message = `is over the limit of ${MAX_NAME_CHARACTERS} characters`;
    for (const path of ['source', 'externalId', 'clone', 'cloneVersion']) {
      const longer = { ...conversation(), [path]: `${longest}.` };
      expect((await sendOne(org.client, longer)).problems).toEqual([{ path, message }]);
    }
  });

  it('holds for a language tag', async () => {
    const longest = `en${'-abcdefgh'.repeat(22)}`;
    expect(longest).toHaveLength(MAX_NAME_CHARACTERS);
    expect(await sendOne(org.client, conversation({ language: longest }))).toMatchObject({ outcome: 'ACCEPTED' });
    expect((await sendOne(org.client, conversation({ language: `${longest}-a` }))).problems).toEqual([
      { path: 'language', message: `is over the limit of ${MAX_NAME_CHARACTERS} characters` },
    ]);
  });
});

describe('the limit of turns in a conversation', () => {
  const MESSAGE = `is over the limit of ${MAX_TURNS_PER_CONVERSATION} turns`;
  const turns = (count: number) => Array.from({ length: count }, (_, at) => ({ speaker: 'CALLER', said: `${at}` }));

  it('lets the longest through whole', async () => {
    const sent = conversation({ turns: turns(MAX_TURNS_PER_CONVERSATION) });
    expect(await sendOne(org.client, sent)).toMatchObject({ turnsAccepted: MAX_TURNS_PER_CONVERSATION });
    const stored = await storedTurns(world, sent);
    expect(stored.map(({ said }) => said)).toEqual(sent.turns.map(({ said }) => said));
  });

  it.each([MAX_TURNS_PER_CONVERSATION + 1, 100_000])('refuses one of %i turns alone', async (count) => {
    const [before, after] = [conversation(), conversation()];
    const sent = conversation({ turns: turns(count) });
    const problems = [{ path: 'turns', message: MESSAGE }];
    const answers = await sendLines(org.client, before, sent, after);
    expect(answers).toMatchObject([
      { outcome: 'ACCEPTED' },
      { outcome: 'REJECTED', problems },
      { outcome: 'ACCEPTED' },
    ]);
    expect(answers[1]?.problems).toEqual(problems);
    expect(await mutate(org.client, INGEST, [before, sent])).toMatchObject([
      { outcome: 'DUPLICATE' },
      { outcome: 'REJECTED', problems },
    ]);
    expect(await storedTimes(world, sent)).toBe(0);
  });

  it('holds over several sendings, because it is a limit of the index', async () => {
    const begun = conversation();
    await sendOne(org.client, begun);
    const { source, externalId } = begun;
    const at = (index: number) => ({ source, externalId, turns: [{ index, speaker: 'CALLER', said: 'The last.' }] });
    const last = MAX_TURNS_PER_CONVERSATION - 1;
    const outcomes = await mutate(org.client, APPEND, [at(last), at(last + 1)]);
    expect(outcomes[0]).toMatchObject({ outcome: 'ACCEPTED' });
    expect(outcomes[1]?.problems).toEqual([{ path: 'turns[0].index', message: `is over the limit of ${last}` }]);
  });
});

describe('the limit of conversations in a mutation', () => {
  it.each([
    ['ingestConversations', INGEST],
    ['appendTurns', APPEND],
  ])('holds for %s as a whole: nothing of a request that is over it is stored', async (name, mutation) => {
    const begun = conversation({ turns: [] });
    const batch = Array.from({ length: MAX_CONVERSATIONS_PER_REQUEST + 1 }, (_one, at) =>
      name === 'appendTurns'
        ? { source: begun.source, externalId: `${begun.externalId} ${at}`, turns: [] }
        : { ...begun, externalId: `${begun.externalId} ${at}` },
    );
    const { body } = await org.client.post(mutation, { input: { conversations: batch } });
    expect(body.errors).toMatchObject([
      {
        message: `input.conversations holds 501; the limit is ${MAX_CONVERSATIONS_PER_REQUEST} a request.`,
        extensions: { code: 'TOO_LARGE' },
      },
    ]);
    expect(await storedTimes(world, { ...begun, externalId: `${begun.externalId} 0` })).toBe(0);
    expect(await mutate(org.client, mutation, batch.slice(1))).toHaveLength(MAX_CONVERSATIONS_PER_REQUEST);
  });

  it('does not hold for a stream', async () => {
    const many = Array.from({ length: MAX_CONVERSATIONS_PER_REQUEST + 1 }, () => conversation({ turns: [] }));
    const { lines } = await org.client.send(ndjson(...many));
    expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(new Set(['ACCEPTED']));
    expect(lines).toHaveLength(many.length);
  });
});
