import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, ndjson } from '../factories/conversations.js';
import { type Installation, makeInstallation } from '../support/installation.js';

const TEXT = 'He said "fees, again"\nand 料金 ✈ 👩🏽‍🚀.';
const CSV = `source,externalId,clone,channel,language,startedAt,speaker,said,interrupted,confidence
crm,ROW-1,ceo,PHONE,en,2026-06-01T10:00:00Z,CALLER,"He said ""fees, again""\nand 料金 ✈ 👩🏽‍🚀.",,0.5
crm,ROW-1,ceo,PHONE,en,2026-06-01T10:00:00Z,CLONE,Sorry to hear that.,TRUE,
`;
const TSV_MAPPING = JSON.stringify({
  format: 'csv',
  delimiter: '\t',
  conversation: {
    source: { value: 'tsv' },
    externalId: { field: 'case' },
    clone: { value: 'ceo' },
    channel: { value: 'CHAT' },
    startedAt: { value: '2026-06-01T10:00:00Z' },
  },
  turns: { rows: true, speaker: { field: 'who', map: { c: 'CALLER', a: 'CLONE' } }, said: { field: 'text' } },
});
const TSV = 'case\twho\ttext\nTAB\tc\tit says "no\nTAB\ta\tok, "fine"\n';
const LIST_MAPPING = JSON.stringify({
  format: 'json',
  conversation: {
    source: { value: 'list' },
    externalId: { text: 'n-{number}' },
    clone: { value: 'nobody-yet' },
    channel: { field: 'where.channel', default: 'EMAIL' },
    startedAt: { field: 'when' },
  },
  turns: { each: 'talk.turns', speaker: { field: 'by' }, said: { field: 'text' } },
});
const LIST = JSON.stringify([
  { when: '2026-06-01T10:00:00Z', talk: { turns: [{ by: 'caller', text: 'Hi' }] } },
  { when: '2026-06-01T11:00:00Z', where: { channel: 'chat' }, talk: { turns: [{ by: 'CLONE', text: 'Hello' }] } },
]);

let installation: Installation;
beforeAll(async () => {
  installation = await makeInstallation();
});
afterAll(() => installation.close());

const storedTurns = (source: string) =>
  installation.read(
    `SELECT c.external_id AS id, c.channel, t.turn_index AS index, t.speaker, t.said, t.interrupted, t.confidence
     FROM conversation c JOIN turn t ON t.conversation_id = c.id WHERE c.source = '${source}' ORDER BY 1, 3`,
  );

describe('importing NDJSON', () => {
  it('stores what was said byte for byte, shows progress on standard error, and analyses it', async () => {
    const { cli, read } = installation;
    const turns = [{ speaker: 'CALLER', said: TEXT }];
    const file = cli.file('plain.ndjson', ndjson(conversation({ source: 'plain', externalId: 'one', turns })));
    const ended = await cli.run(['import', file]);
    expect(ended).toMatchObject({ code: 0, stdout: '1 conversation taken in, 1 turn.\n' });
    expect(ended.stderr).toContain('100 %');
    expect(await storedTurns('plain')).toMatchObject([{ id: 'one', speaker: 'CALLER', said: TEXT }]);
    const [{ left } = {}] = await read('SELECT count(*)::int AS left FROM outbox');
    expect(left).toBe(0);
    const unanalysed = `SELECT FROM turn LEFT JOIN analysis a USING (conversation_id, turn_index) WHERE a.engine IS NULL`;
    expect(await read(unanalysed)).toEqual([]);
  });

  it('recognises gzip by its bytes, ignores a byte order mark, and counts the same conversation as known', async () => {
    const { cli } = installation;
    const sent = `\uFEFF${ndjson(conversation({ source: 'packed' }))}`;
    const packed = await cli.run(['import', cli.file('packed.data', gzipSync(sent))]);
    expect(packed).toMatchObject({ code: 0, stdout: '1 conversation taken in, 2 turns.\n' });
    const again = await cli.run(['import', cli.file('unpacked.data', sent)]);
    expect(again.stdout).toContain('0 conversations taken in');
    expect(again.stdout).toContain('1 conversation had been taken in before: nothing to do.');
  });

  it('reads standard input for -, packed or not', async () => {
    const { cli } = installation;
    const plain = await cli.run(['import', '-'], { input: ndjson(conversation(), conversation()) });
    expect(plain).toMatchObject({ code: 0, stdout: '2 conversations taken in, 4 turns.\n' });
    const packed = await cli.run(['import', '-'], { input: gzipSync(ndjson(conversation())) });
    expect(packed).toMatchObject({ code: 0, stdout: '1 conversation taken in, 2 turns.\n' });
    const refused = await cli.run(['import', '-'], { input: 'nonsense\n' });
    expect(refused).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('Which and why: stdin.acme.rejects.ndjson'),
    });
    expect(readFileSync(`${cli.folder}/stdin.acme.rejects.ndjson`, 'utf8')).toContain('"sentText":"nonsense"');
  });

  it('takes an empty file for nothing', async () => {
    const { cli } = installation;
    const ended = await cli.run(['import', cli.file('empty.ndjson', '')]);
    expect(ended).toMatchObject({ code: 0, stdout: '0 conversations taken in, 0 turns.\n' });
  });
});

describe('importing CSV', () => {
  it('gathers rows into conversations, with quotes, line breaks and every script as they are', async () => {
    const { cli } = installation;
    const ended = await cli.run(['import', cli.file('rows.csv', `\uFEFF${CSV}`)]);
    expect(ended).toMatchObject({ code: 0, stdout: '1 conversation taken in, 2 turns.\n' });
    expect(await storedTurns('crm')).toMatchObject([
      { id: 'ROW-1', channel: 'PHONE', index: 0, speaker: 'CALLER', said: TEXT, interrupted: false, confidence: 0.5 },
      { id: 'ROW-1', index: 1, speaker: 'CLONE', said: 'Sorry to hear that.', interrupted: true, confidence: null },
    ]);
  });

  it('is recognised packed, and read from standard input with --format', async () => {
    const { cli } = installation;
    const packed = await cli.run(['import', cli.file('rows.csv.gz', gzipSync(CSV.replaceAll('ROW-1', 'ROW-2')))]);
    expect(packed).toMatchObject({ code: 0, stdout: '1 conversation taken in, 2 turns.\n' });
    const input = CSV.replaceAll('ROW-1', 'ROW-3');
    const piped = await cli.run(['import', '-', '--format', 'csv'], { input });
    expect(piped).toMatchObject({ code: 0, stdout: '1 conversation taken in, 2 turns.\n' });
  });

  it('refuses the rows it cannot read, each under its line, and takes the others', async () => {
    const { cli } = installation;
    const good = (id: string) => `crm,${id},ceo,PHONE,en,2026-06-01T10:00:00Z,CALLER,Hi,,\n`;
    const rows = [
      CSV.split('\n')[0] + '\n',
      good('ROW-4'),
      'crm,too,few\n',
      Buffer.from(good('ROW-5').replace('Hi', 'Gr\xFC\xDFe'), 'latin1'),
      good('ROW-6'),
      good('ROW-7').replace(',,\n', ',perhaps,\n'),
    ];
    const file = cli.file('mixed.csv', Buffer.concat(rows.map((row) => Buffer.from(row as string))));
    const ended = await cli.run(['import', file]);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('2 conversations taken in, 2 turns.');
    const rejects = readFileSync(`${file}.acme.rejects.ndjson`, 'utf8').trim().split('\n');
    expect(rejects.map((line) => JSON.parse(line))).toMatchObject([
      {
        line: 3,
        problems: [{ path: '', message: 'has more or fewer fields than the first row' }],
        sentText: 'crm,too,few',
      },
      { line: 4, problems: [{ path: '', message: 'is not valid UTF-8' }], sentText: expect.stringContaining('ROW-5') },
      { line: 6, problems: [{ path: 'turns[0].interrupted', message: 'must be of type boolean' }] },
    ]);
  });

  it('stops at once when the first row lacks a column that every conversation needs', async () => {
    const { cli } = installation;
    const ended = await cli.run(['import', cli.file('headless.csv', CSV.replace('externalId', 'id'))]);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('The first row of the file names no column externalId, only source, id, clone,');
  });

  it('lets --set stand in for a column', async () => {
    const { cli } = installation;
    const text = CSV.replace('clone', 'handle').replaceAll('ROW-1', 'ROW-8');
    const ended = await cli.run(['import', cli.file('handle.csv', text), '--set', 'clone=ceo', '--set', 'source=set']);
    expect(ended).toMatchObject({ code: 0, stdout: '1 conversation taken in, 2 turns.\n' });
    expect(await storedTurns('set')).toHaveLength(2);
  });
});

describe('importing through a mapping', () => {
  it.each([
    ['plain', (text: string) => Buffer.from(text)],
    ['gzip', (text: string) => gzipSync(text)],
  ])('reads tab-separated rows, %s, with quotes as they are', async (name, pack) => {
    const { cli } = installation;
    const map = cli.file('tsv.json', TSV_MAPPING);
    const file = cli.file(`${name}.tsv`, pack(TSV.replaceAll('TAB', name)));
    expect(await cli.run(['import', file, '--map', map])).toMatchObject({ code: 0 });
    const stored = (await storedTurns('tsv')).filter(({ id }) => id === name);
    expect(stored).toMatchObject([
      { channel: 'CHAT', index: 0, speaker: 'CALLER', said: 'it says "no' },
      { index: 1, speaker: 'CLONE', said: 'ok, "fine"' },
    ]);
  });

  it('reads a JSON list, plain and then packed without storing it twice; --set names the clone', async () => {
    const { cli } = installation;
    const map = ['--map', cli.file('list.json', LIST_MAPPING)];
    const unknown = await cli.run(['import', cli.file('data.json', LIST), ...map]);
    expect(unknown).toMatchObject({ code: 1, stdout: expect.stringContaining('2 records could not be used') });
    const known = await cli.run(['import', cli.file('data.json', LIST), ...map, '--set', 'clone=ceo']);
    expect(known).toMatchObject({ code: 0, stdout: '2 conversations taken in, 2 turns.\n' });
    const packed = await cli.run(['import', cli.file('d.gz', gzipSync(LIST)), ...map, '--set', 'clone=ceo']);
    expect(packed.stdout).toContain('2 conversations had been taken in before');
    expect(await storedTurns('list')).toMatchObject([
      { id: 'n-1', channel: 'EMAIL', speaker: 'CALLER', said: 'Hi' },
      { id: 'n-2', channel: 'CHAT', speaker: 'CLONE', said: 'Hello' },
    ]);
  });
});
