import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, INGEST, ndjson, type SentConversation } from '../factories/conversations.js';
import { mutate, sendOne } from '../factories/intake-answers.js';
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

const TEXTS: [string, string][] = [
  ['Latin with marks', 'Smörgåsbord, façade, Łódź, İstanbul, ẞ'],
  ['combining marks, composed and not', '\u00e5 a\u030a e\u0301\u0327\u0323 Z\u0351\u036b\u0343'],
  ['Chinese, also from astral planes', '你好，世界 \u{20000}\u{2a6d6}\u{30000}'],
  ['Japanese and Korean', 'こんにちは ｶﾞ 안녕하세요 \u1112\u1161\u11ab'],
  ['Arabic and Hebrew, right to left, with marks of direction', '\u202bمرحبا\u202c שָׁלוֹם \u200f\u2067abc\u2069'],
  ['Indic scripts with joiners', 'नमस्ते க்ஷ ක්\u200dෂ ন\u200cা'],
  ['Thai, Khmer, Tibetan, Burmese', 'สวัสดี ជំរាបសួរ བཀྲ་ཤིས မင်္ဂလာပါ'],
  ['emoji with skin, families and flags', '👩🏽‍🚀 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇸🇪 ❤️ 1️⃣'],
  ['ancient and constructed scripts', '𐎠𐎡 𒀀𒁀 𓀀 𐐷 𝕬𝖇 🄰'],
  ['the ends of the planes and what is no character', '\u{ffff}\u{fffe}\u{1ffff}\u{10ffff}\ufdd0\ue000\u{f0000}\ufffd'],
  ['control characters other than NUL', '\u0001\u0007\b\t\n\v\f\r\u001b\u007f\u0085\u009f'],
  ['line ends of every kind', 'a\nb\r\nc\u2028d\u2029e'],
  ['spaces at both ends and none that show', ' \u00a0\u3000\ufeff\u200b a '],
  ['what has a meaning elsewhere', `'; DROP TABLE turn; -- "\\" \${x} {{y}} <script> %s $1 \\u0000 {1,NULL}`],
];

const READ = `query ($id: ID!) { conversation(id: $id) { source externalId turns(first: 50) { edges { node { said generated } } } } }`;

async function readBack(id: string): Promise<{ source: string; externalId: string; said: string; generated: string }> {
  const { conversation: read } = await org.client.ask(READ, { id });
  return { source: read.source, externalId: read.externalId, ...read.turns.edges[0].node };
}

/** Nothing that shows: two texts are the same when their code units are. */
function units(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

function carrying(text: string): SentConversation {
  const externalId = `${text} ${conversation().externalId}`;
  return conversation({ externalId, turns: [{ speaker: 'CLONE', said: text, generated: `${text}.` }] });
}

/** The same JSON with every character as an escape. */
function escaped(json: string): string {
  return json.replaceAll(/[^\x20-\x7e\n]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const WAYS: [string, (sent: SentConversation) => Promise<string>][] = [
  ['NDJSON', async (sent) => (await sendOne(org.client, sent)).conversationId!], // accepted
  [
    'NDJSON with escapes',
    async (sent) => (await org.client.send(escaped(ndjson(sent)))).lines[0]?.['conversationId'] as string,
  ],
  [
    'compressed NDJSON',
    async (sent) =>
      (await org.client.send(gzipSync(ndjson(sent)), { 'content-encoding': 'gzip' })).lines[0]?.[
        'conversationId'
      ] as string,
  ],
  ['GraphQL', async (sent) => (await mutate(org.client, INGEST, [sent]))[0]!.conversationId!], // the same
];

describe.each(WAYS)('a text sent as %s', (_, send) => {
  it.each(TEXTS)('comes back unit for unit: %s', async (_script, text) => {
    const sent = carrying(text);
    const read = await readBack(await send(sent));
    expect(units(read.said)).toEqual(units(text));
    expect(units(read.generated)).toEqual(units(`${text}.`));
    expect(units(read.externalId)).toEqual(units(sent.externalId));
    const { rows } = await world.owner.query("SELECT convert_to(said, 'UTF8') AS bytes FROM turn WHERE said = $1", [
      text,
    ]);
    expect(rows[0].bytes).toEqual(Buffer.from(text));
  });
});

describe('a text that cannot be stored', () => {
  const UNSTORABLE = 'contains a NUL or half of a surrogate pair, which is not a character';

  it.each([
    ['a NUL', 'a\u0000b'],
    ['a high surrogate alone', 'a\ud83d'],
    ['a low surrogate alone', '\ude00b'],
    ['surrogates in the wrong order', '\ude00\ud83d'],
  ])('is refused with its path and never repaired: %s', async (_, text) => {
    const good = conversation();
    for (const path of ['source', 'externalId', 'clone', 'cloneVersion']) {
      const sent = { ...good, [path]: text };
      expect((await sendOne(org.client, sent)).problems).toEqual([{ path, message: UNSTORABLE }]);
      expect((await mutate(org.client, INGEST, [sent]))[0]?.problems).toEqual([{ path, message: UNSTORABLE }]);
    }
    const turn = { speaker: 'CLONE', said: 'Fine.' };
    const sent = { ...good, turns: [turn, { ...turn, said: text }, { ...turn, generated: text }] };
    expect((await sendOne(org.client, sent)).problems).toEqual([
      { path: 'turns[1].said', message: UNSTORABLE },
      { path: 'turns[2].generated', message: UNSTORABLE },
    ]);
    expect(await storedTimes(world, good)).toBe(0);
  });

  it('is refused through GraphQL too when its bytes are not UTF-8, and nothing of the request is stored', async () => {
    const sent = conversation({ turns: [{ speaker: 'CALLER', said: '#' }] });
    const body = Buffer.from(JSON.stringify({ query: INGEST, variables: { input: { conversations: [sent] } } }));
    body[body.indexOf('#')] = 0xff;
    const response = await fetch(`${world.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${org.key}` },
      body,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      errors: [{ message: 'The body is not valid UTF-8.', extensions: { code: 'BAD_INPUT' } }],
    });
    expect(await storedTurns(world, sent)).toEqual([]);
  });
});
