import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, INGEST, ndjson } from '../factories/conversations.js';
import { type AnswerLine, mutate, type Problem, sendLines } from '../factories/intake-answers.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { storedRefusals, storedTimes } from '../factories/stored.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

/** Not one of these may come back in an answer. */
const SECRET = 'position 4111111111111111';

async function answersTo(...pieces: (string | Buffer)[]): Promise<AnswerLine[]> {
  const { status, lines } = await org.client.send(Buffer.concat(pieces.map((piece) => Buffer.from(piece))));
  expect(status).toBe(200);
  return lines as unknown as AnswerLine[];
}

function whole(message: string): Problem[] {
  return [{ path: '', message }];
}

describe('a stream of lines', () => {
  it('has one answer a line, in order, also over many groups', async () => {
    const long = 'x'.repeat(15_000);
    const sent = Array.from({ length: 120 }, (_, at) =>
      at % 3 === 2 ? { at } : conversation({ turns: [{ speaker: 'CALLER', said: `${at} ${long}` }] }),
    );
    const answers = await sendLines(org.client, ...sent);
    expect(answers.map(({ line }) => line)).toEqual(sent.map((_, at) => at + 1));
    expect(answers.map(({ outcome }) => outcome)).toEqual(sent.map((one) => ('at' in one ? 'REJECTED' : 'ACCEPTED')));
  });

  it('takes an empty body, which has no answers', async () => {
    expect(await answersTo('')).toEqual([]);
    expect(await answersTo('\n\r\n  \n')).toEqual([]);
  });

  it('counts blank lines, and takes Windows line ends and a last line without an end', async () => {
    const [one, two] = [conversation(), conversation()];
    const answers = await answersTo('\n', ndjson(one).replace('\n', '\r\n'), '  \r\n', JSON.stringify(two));
    expect(answers.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'ACCEPTED'],
      [4, 'ACCEPTED'],
    ]);
  });
});

describe('a line that cannot be read', () => {
  it.each([
    ['{"source":', 'is not valid JSON'],
    ['{"source":"test",}', 'is not valid JSON (at character 17)'],
    [`{"said":"${SECRET}" oh}`, 'is not valid JSON (at character 36)'],
    [SECRET, 'is not valid JSON'],
    [`{"said":"tab\there"}`, 'is not valid JSON (at character 12)'],
    ['null', 'must be of type object'],
    ['[]', 'must be of type object'],
    ['"text"', 'must be of type object'],
    ['42', 'must be of type object'],
    [Buffer.from([0xff, 0xfe, 0x00]), 'is not valid UTF-8'],
    [Buffer.concat([Buffer.from('{"said":"'), Buffer.from([0xc3]), Buffer.from('"}')]), 'is not valid UTF-8'],
    [
      Buffer.concat([Buffer.from('{"said":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
      'is not valid UTF-8',
    ],
    [Buffer.concat([Buffer.from('{"said":"'), Buffer.from([0xc0, 0x80]), Buffer.from('"}')]), 'is not valid UTF-8'],
  ])('is refused, and the valid lines around it are stored: %s', async (line, message) => {
    const [before, after] = [conversation(), conversation()];
    const answers = await answersTo(ndjson(before), line, '\n', ndjson(after));
    expect(answers.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', 'REJECTED', 'ACCEPTED']);
    expect(answers[1]).toEqual({ line: 2, outcome: 'REJECTED', problems: whole(message) });
    expect(await storedTimes(world, before)).toBe(1);
    expect(await storedTimes(world, after)).toBe(1);
  });

  it('is kept in quarantine byte for byte, once', async () => {
    const alone = await makeOrganisation(world);
    const line = Buffer.from([0x7b, 0x22, 0xff, 0x00, 0x80, 0x7d]);
    for (let time = 0; time < 3; time += 1) await alone.client.send(Buffer.concat([line, Buffer.from('\n')]));
    expect(await storedRefusals(world, alone.organisation.id)).toMatchObject([
      { kind: 'REJECTED', payload: line, payloadBytes: 6, timesSeen: 3, source: null, externalId: null },
    ]);
  });

  it('keeps whose it is when that can be read', async () => {
    const alone = await makeOrganisation(world);
    await sendLines(alone.client, { source: 'crm', externalId: 'a\u0000b\ud800', clone: 5 });
    await mutate(alone.client, INGEST, [{ source: 'crm', externalId: 7 }]);
    expect(await storedRefusals(world, alone.organisation.id)).toMatchObject([
      { route: 'http', source: 'crm', externalId: 'a\u2400b\ufffd' },
      { route: 'graphql', source: 'crm', externalId: null },
    ]);
  });

  it('can be any garbage: every line of it is answered, and what comes after is stored', async () => {
    const garbage = Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) % 256));
    const sent = conversation();
    const answers = await answersTo(garbage, '\n', ndjson(sent));
    expect(answers.length).toBeGreaterThan(100);
    expect(answers.at(-1)).toMatchObject({ outcome: 'ACCEPTED' });
    expect(new Set(answers.slice(0, -1).map(({ outcome }) => outcome))).toEqual(new Set(['REJECTED']));
    const numbers = answers.map(({ line }) => line);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });
});

describe('what is refused', () => {
  it.each([
    ['a said that is too long', { turns: [{ speaker: 'CALLER', said: SECRET.repeat(2000) }] }],
    ['a speaker', { turns: [{ speaker: SECRET, said: 'x' }] }],
    ['a channel', { channel: SECRET }],
    ['a language', { language: SECRET }],
    ['a moment', { startedAt: SECRET }],
    ['an unknown clone', { clone: SECRET }],
    ['an unknown version', { cloneVersion: SECRET }],
    ['a wrong type', { turns: [{ speaker: 'CALLER', said: [SECRET] }] }],
    ['a value of an unknown field', { more: SECRET }],
    ['a NUL', { turns: [{ speaker: 'CALLER', said: `${SECRET}\u0000` }] }],
  ])('is never quoted in an answer or a note: %s', async (_, change) => {
    const alone = await makeOrganisation(world);
    const sent = { ...conversation(), ...change };
    const { lines } = await alone.client.send(ndjson(sent));
    expect(lines).toMatchObject([{ outcome: 'REJECTED' }]);
    const { body } = await alone.client.post(INGEST, { input: { conversations: [sent] } });
    const notes = (await storedRefusals(world, alone.organisation.id)).map(({ problems }) => problems);
    expect(JSON.stringify([lines, body, notes])).not.toContain('4111');
  });
});
