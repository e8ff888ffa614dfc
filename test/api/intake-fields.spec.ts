import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, INGEST, ndjson } from '../factories/conversations.js';
import { mutate, type Problem, sendLines, sendOne } from '../factories/intake-answers.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

/** Every field, the type it must have, and values of all other types. */
const CONVERSATION_FIELDS = ['source', 'externalId', 'clone', 'cloneVersion', 'channel', 'language', 'startedAt'];
const NO_STRINGS = [5, true, ['text'], { text: 'text' }];
const TURN_FIELDS: [string, string, unknown[]][] = [
  ['index', 'number', ['0', true, [0], { value: 0 }]],
  ['speaker', 'string', NO_STRINGS],
  ['said', 'string', NO_STRINGS],
  ['generated', 'string', NO_STRINGS],
  ['interrupted', 'boolean', ['true', 1, [true], { value: true }]],
  ['startedAt', 'string', NO_STRINGS],
  ['endedAt', 'string', NO_STRINGS],
  ['confidence', 'number', ['0.5', true, [0.5], { value: 0.5 }]],
];

function withTurn(change: object): object {
  return { ...conversation(), turns: [{ speaker: 'CALLER', said: 'Hello.', ...change }] };
}

/** Refused alone, with exactly these problems, whichever way it comes. */
async function expectRefused(sent: object, problems: Problem[]): Promise<void> {
  const good = [conversation(), conversation()];
  const lines = await sendLines(org.client, good[0], sent, good[1]);
  expect(lines.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', 'REJECTED', 'ACCEPTED']);
  expect(lines[1]?.problems).toEqual(problems);
  const outcomes = await mutate(org.client, INGEST, [...good, sent]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['DUPLICATE', 'DUPLICATE', 'REJECTED']);
  expect(outcomes[2]?.problems).toEqual(problems);
}

describe('a value of the wrong type', () => {
  it.each(CONVERSATION_FIELDS)('in %s refuses its conversation alone and names the field', async (path) => {
    for (const value of NO_STRINGS) {
      await expectRefused({ ...conversation(), [path]: value }, [{ path, message: 'must be of type string' }]);
    }
  });

  it.each(TURN_FIELDS)(
    'in %s of a turn refuses its conversation alone and names the turn',
    async (field, type, wrong) => {
      for (const value of wrong) {
        const problems = [{ path: `turns[0].${field}`, message: `must be of type ${type}` }];
        await expectRefused(withTurn({ [field]: value }), problems);
      }
    },
  );

  it('is found in an inline GraphQL literal too', async () => {
    const { ingestConversations } = await org.client.ask(`mutation { ingestConversations(input: { conversations: [
      { source: 5, externalId: ["x"], clone: true, channel: 1.5, startedAt: 12, turns: [{ speaker: {a: 1}, said: 7, index: "0" }] }
    ] }) { outcomes { ... on ConversationRejected { problems { path message } } } } }`);
    expect(ingestConversations.outcomes[0].problems.map(({ path }: Problem) => path).toSorted()).toEqual([
      'channel',
      'clone',
      'externalId',
      'source',
      'startedAt',
      'turns[0].index',
      'turns[0].said',
      'turns[0].speaker',
    ]);
  });

  it.each([
    ['turns', 'array', 'text'],
    ['turns', 'array', { 0: { speaker: 'CALLER', said: 'Hello.' } }],
    ['turns', 'array', null],
    ['turns[0]', 'object', ['text']],
    ['turns[0]', 'object', [null]],
  ])('in %s, which must be an %s, names it', async (path, type, turns) => {
    const answer = await sendOne(org.client, { ...conversation(), turns });
    expect(answer.problems).toEqual([{ path, message: `must be of type ${type}` }]);
  });
});

describe('fields that are missing or not known', () => {
  it.each(['source', 'externalId', 'clone', 'channel', 'startedAt', 'turns'])('%s is required', async (path) => {
    const sent = { ...conversation(), [path]: undefined };
    await expectRefused(sent, [{ path, message: 'is missing' }]);
  });

  it.each(['speaker', 'said'])('%s of a turn is required', async (field) => {
    await expectRefused(withTurn({ [field]: undefined }), [{ path: `turns[0].${field}`, message: 'is missing' }]);
  });

  it('all that may be left out may also be null', async () => {
    const sent = {
      ...withTurn({ index: null, generated: null, interrupted: null, startedAt: null, endedAt: null }),
      cloneVersion: null,
      language: null,
    };
    expect(await sendOne(org.client, sent)).toMatchObject({ outcome: 'ACCEPTED' });
    expect(await mutate(org.client, INGEST, [sent])).toMatchObject([{ outcome: 'DUPLICATE' }]);
  });

  it('an unknown field is named, in the conversation and in a turn', async () => {
    expect((await sendOne(org.client, { ...conversation(), note: 1, extra: 2 })).problems).toEqual([
      { path: '', message: 'has fields that are not known: note, extra' },
    ]);
    expect((await sendOne(org.client, withTurn({ text: 'x' }))).problems).toEqual([
      { path: 'turns[0]', message: 'has fields that are not known: text' },
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s is an unknown field like any other',
    async (key) => {
      const line = ndjson(conversation()).replace('{', `{${JSON.stringify(key)}:{"admin":true},`);
      const { lines } = await org.client.send(line);
      expect(lines).toEqual([
        { line: 1, outcome: 'REJECTED', problems: [{ path: '', message: `has fields that are not known: ${key}` }] },
      ]);
      expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
    },
  );

  it.each([
    ['a\u0000b', 'a\u2400b'],
    ['a\ud800b', 'a\ufffdb'],
    [`${'x'.repeat(39)}😀`, `${'x'.repeat(39)}\ufffd`],
    ['y'.repeat(1000), 'y'.repeat(40)],
  ])('a name that cannot be stored is shown so that it can: %j', async (key, shown) => {
    const [answer, next] = await sendLines(org.client, { ...conversation(), [key]: 1 }, conversation());
    expect(answer?.problems).toEqual([{ path: '', message: `has fields that are not known: ${shown}` }]);
    expect(next?.outcome).toBe('ACCEPTED');
  });
});
