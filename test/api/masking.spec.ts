import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorOf } from '#accounts';
import { IntakeService, Masking } from '#conversations';
import type { Span } from '#detection';
import { Clock, readConfiguration } from '#platform';
import { Bells } from '#queue';
import { conversation, INGEST, ndjson } from '../factories/conversations.js';
import { APPEND, mutate, sendLines, sendOne } from '../factories/intake-answers.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { storedTurns } from '../factories/stored.js';
import { type CapturedLog, captureLog } from '../support/captured-log.js';
import { startWorld, type World } from '../support/world.js';

/** What nobody may find anywhere, and what no reader could rebuild from a part. */
const PLANTED = [
  '4111 1111 1111 1111',
  '4111111111111111',
  'anna.berg@secret.example',
  'GB82WEST12345698765432',
  '811228-9874',
  '078-05-1120',
  '070-123 45 67',
  '12 Baker Street',
  '3 May 1980',
  '10.218.6.131',
];
const SAID = [
  'My card is 4111 1111 1111 1111 and my IBAN GB82WEST12345698765432.',
  'Write to anna.berg@secret.example or call 070-123 45 67.',
  'Mitt personnummer är 811228-9874, my SSN 078-05-1120, and I live at 12 Baker Street.',
  'I was born on 3 May 1980, my address was 10.218.6.131, the card again 4111111111111111.',
];
const TURNS = SAID.map((said, at) => ({ speaker: at % 2 ? 'CLONE' : 'CALLER', said, generated: `${said} Yes.` }));
const APPENDED = TURNS.map((turn, at) => ({ ...turn, index: TURNS.length + at }));
/** Every way in: the mutations that take turns, the stream, and the import. */
const ROUTES = ['appendTurns', 'ingestConversations', 'http', 'import'];

let world: World;
let org: SmallOrganisation;
let log: CapturedLog;

beforeAll(async () => {
  log = captureLog('debug');
  world = await startWorld({ settings: { LOG_LEVEL: 'debug' } });
  org = await makeOrganisation(world);
});
afterAll(async () => {
  log.stop();
  await world.close();
});

/** All rows of all tables as text, with bytes as the text that they may be. */
async function everythingStored(): Promise<string> {
  const { rows: columns } = await world.owner.query<{ table: string; columns: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS table, string_agg(CASE WHEN data_type = 'bytea'
       THEN format($f$encode(%I, 'escape')$f$, column_name) ELSE format('%I::text', column_name) END, ', ') AS columns
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') GROUP BY 1`,
  );
  const texts: string[] = [];
  for (const { table, columns: list } of columns) {
    const { rows } = await world.owner.query({ text: `SELECT ${list} FROM ${table}`, rowMode: 'array' });
    texts.push(JSON.stringify(rows));
  }
  return texts.join('\n');
}

const importOf = async (...items: unknown[]) =>
  world.get(IntakeService).ingest(
    operatorOf(org.organisation.id),
    'import',
    items.map((item) => ({ bytes: Buffer.from(JSON.stringify(item)) })),
  );

describe('on every way in', () => {
  it('the ways in are those that this file sends by', () => {
    const schema = readFileSync('apps/api/schema.graphql', 'utf8');
    const mutations = [
      ...schema.matchAll(/^ {2}(\w+)\(\s*(?:\"{3}[^\"]*\"{3}\s*)?input: (?:IngestConversations|AppendTurns)Input!/gm),
    ];
    expect([...mutations.map(([, name]) => name), 'http', 'import']).toEqual(ROUTES);
    const turnInputs = [...schema.matchAll(/^input (\w*Turn\w*Input)/gm)].map(([, name]) => name);
    expect(turnInputs.sort()).toEqual(['AppendTurnsInput', 'AppendedTurnsInput', 'TurnInput']);
  });

  it('personal data is found nowhere: not in tables, events, quarantine or log', async () => {
    const [viaGraphql, viaHttp, viaImport] = [conversation(), conversation(), conversation()].map((one) => ({
      ...one,
      turns: TURNS,
    }));
    await mutate(org.client, INGEST, [viaGraphql]);
    const { source, externalId } = viaGraphql!; // three were made
    await mutate(org.client, APPEND, [{ source, externalId, turns: APPENDED }]);
    await sendOne(org.client, viaHttp);
    await importOf(viaImport);
    for (const one of [viaGraphql!, viaHttp!, viaImport!])
      expect((await storedTurns(world, one)).length).toBeGreaterThan(3);
    // What is refused: another clone, other words, a strange field, a number for words, JSON that is broken or escaped.
    const refused = [
      { ...viaHttp, clone: 'nobody', externalId: 'r1' },
      { ...viaHttp, turns: [{ ...TURNS[0], said: `${SAID[1]} Other.` }] },
      { ...viaHttp, externalId: 'r3', 'anna.berg@secret.example': 1, turns: [{ '4111 1111 1111 1111': SAID[3] }] },
      { ...viaHttp, externalId: 'r4', turns: [{ speaker: 'CALLER', said: 4111111111111111 }] },
    ];
    await sendLines(org.client, ...refused);
    await mutate(org.client, INGEST, refused.slice(0, 2));
    await importOf(...refused);
    const escaped = [...SAID[0]!].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
    const lines = [
      `{"said": "${SAID.join(' ')}`,
      `{"said": "${escaped}`,
      '{"said": "' + SAID.join(' ').repeat(400) + '"}',
    ];
    await org.client.send(lines.join('\n'));
    await org.client.send(Buffer.from(lines.join('\n'), 'utf16le'));
    await org.client.send(gzipSync(ndjson(...refused)).subarray(0, 200));
    await world.analysed(org.organisation.id);
    const stored = await everythingStored();
    expect(stored).toMatch(/\[CARD_[A-Z]{4}\]/);
    for (const planted of PLANTED) {
      expect(stored, planted).not.toContain(planted);
      expect(log.text(), planted).not.toContain(planted);
    }
  });
});

describe('placeholders', () => {
  const turn = (index: number, said: string) => ({ index, speaker: 'CALLER', said });
  const said = async (one: ReturnType<typeof conversation>) => (await storedTurns(world, one)).map((row) => row.said);

  it('are the same for the same thing in one conversation, also later, and others elsewhere', async () => {
    const [one, other] = [conversation(), conversation()].map((made) => ({
      ...made,
      turns: [turn(0, 'Card 4111 1111 1111 1111, please')],
    }));
    for (const sent of [one!, other!]) await sendOne(org.client, sent);
    const identity = { source: one!.source, externalId: one!.externalId };
    await mutate(org.client, APPEND, [{ ...identity, turns: [turn(1, '4111111111111111 or 5555 5555 5555 4444')] }]);
    const [first, second] = await said(one!);
    const label = /\[CARD_[A-Z]{4}\]/.exec(first!)![0]; // sent so above
    expect(first).toBe(`Card ${label}, please`);
    expect(second!.startsWith(`${label} or [CARD_`)).toBe(true);
    expect(second!.endsWith(label)).toBe(false);
    expect((await said(other!))[0]).not.toBe(first);
  });

  it('leave identity as it was: again is a duplicate, another card a conflict', async () => {
    const sent = { ...conversation(), turns: [turn(0, 'Card 4111 1111 1111 1111')] };
    expect((await sendOne(org.client, sent)).outcome).toBe('ACCEPTED');
    expect((await sendOne(org.client, sent)).outcome).toBe('DUPLICATE');
    const other = { ...sent, turns: [turn(0, 'Card 5555 5555 5555 4444')] };
    expect(await sendOne(org.client, other)).toMatchObject({
      outcome: 'CONFLICT',
      problems: [{ path: 'turns[0].said', message: 'differs from what is stored' }],
    });
  });

  it('tell of a leak when a clone brings them up', async () => {
    const sent = {
      ...conversation(),
      turns: [turn(0, 'Hello'), { index: 1, speaker: 'CLONE', said: 'Of course: 4111 1111 1111 1111.' }],
    };
    await sendOne(org.client, sent);
    await world.analysed(org.organisation.id);
    const { rows } = await world.owner.query<{ said: string; spans: Span[] }>(
      `SELECT t.said, s.spans FROM signal s JOIN turn t USING (organisation_id, conversation_id, turn_index)
       JOIN conversation c ON c.id = t.conversation_id WHERE c.external_id = $1 AND s.code = 'P3'`,
      [sent.externalId],
    );
    const quoted = rows.flatMap((row) => row.spans.map(({ start, end }) => row.said.slice(start, end)));
    expect(quoted).toEqual([expect.stringMatching(/^\[CARD_[A-Z]{4}\]$/)]);
  });

  it('that a caller writes are not taken for ours', async () => {
    const sent = { ...conversation(), turns: [turn(0, 'I see [CARD_BCDF] here')] };
    await sendOne(org.client, sent);
    expect(await said(sent)).toEqual(['I see [sent:CARD_BCDF] here']);
  });
});

it('a turn that cannot be searched is not stored, and nothing of it is kept', async () => {
  class Broken extends Masking {
    override maskFor = () => () => {
      throw new Error('the detector is broken');
    };
  }
  const intake = new IntakeService(
    world.database,
    world.get(Bells),
    world.get(Clock),
    new Broken(readConfiguration({ WEBHOOK_SECRET_KEY: Buffer.alloc(32).toString('base64') })),
  );
  const sent = { ...conversation(), turns: TURNS };
  const [outcome] = await intake.ingest(operatorOf(org.organisation.id), 'import', [{ value: sent }]);
  expect(outcome).toMatchObject({
    outcome: 'REJECTED',
    problems: [{ message: 'could not be searched for personal data' }],
  });
  expect(await storedTurns(world, sent)).toEqual([]);
  expect(await everythingStored()).not.toContain(PLANTED[2]);
});
