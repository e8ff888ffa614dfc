import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Installation, makeInstallation } from '../support/installation.js';

/** Public conversations that are not part of the project; data/mappings/README.md says where they come from. */
const FOLDER = join(import.meta.dirname, '../../../shared/data/conversations');
const isThere = existsSync(FOLDER);
const MAPPINGS = join(import.meta.dirname, '../../data/mappings');

let installation: Installation;
beforeAll(async () => {
  if (isThere) installation = await makeInstallation();
});
afterAll(() => installation?.close());

const textOf = (name: string) => gunzipSync(readFileSync(join(FOLDER, name))).toString('utf8');

async function importTwice(file: string, mapping: string, source: string) {
  const { cli, read } = installation;
  const args = [
    'import',
    file,
    '--map',
    join(MAPPINGS, mapping),
    '--set',
    'clone=ceo',
    '--rejects',
    `${source}.rejects`,
  ];
  const first = await cli.run(args);
  const second = await cli.run(args);
  const [counts] = await read<{ conversations: number; turns: number; replies: number; unanalysed: number }>(
    `SELECT count(DISTINCT c.id)::int AS conversations, count(*)::int AS turns,
       count(r.turn_index)::int AS replies, count(*) FILTER (WHERE a.engine IS NULL)::int AS unanalysed
     FROM conversation c JOIN turn t ON t.conversation_id = c.id
     LEFT JOIN accountability_record r ON r.conversation_id = t.conversation_id AND r.turn_index = t.turn_index
     LEFT JOIN analysis a ON a.conversation_id = t.conversation_id AND a.turn_index = t.turn_index
     WHERE c.source = '${source}'`,
  );
  return { first, second, counts };
}

describe.skipIf(!isThere)('public conversations (needs the optional folder ../shared/data/conversations)', () => {
  it('hh-rlhf: 300 transcripts come in, every turn is analysed, and a second run takes nothing twice', async () => {
    const lines = textOf('hh_harmless_test.jsonl.gz').split('\n').slice(0, 300);
    const file = installation.cli.file('hh.jsonl', lines.join('\n'));
    const { first, second, counts } = await importTwice(file, 'hh-rlhf.json', 'hh-rlhf');
    const transcripts = lines.map((line) => (JSON.parse(line) as { chosen: string }).chosen);
    const marks = (mark: string) => transcripts.reduce((sum, text) => sum + text.split(mark).length - 1, 0);
    const [humans, assistants] = [marks('\n\nHuman:'), marks('\n\nAssistant:')];
    expect(first.code).toBe(0);
    expect(counts).toEqual({ conversations: 300, turns: humans + assistants, replies: assistants, unanalysed: 0 });
    expect(second).toMatchObject({ code: 0, stdout: expect.stringMatching(/^0 conversations taken in, 0 turns/) });
  });

  it('schema-guided dialogues: all 128 come in with both speakers, are analysed, and are taken once', async () => {
    const file = join(FOLDER, 'sgd_dialogues_011.json.gz');
    const { first, second, counts } = await importTwice(
      file,
      'schema-guided-dialogues.json',
      'schema-guided-dialogues',
    );
    const dialogues = JSON.parse(textOf('sgd_dialogues_011.json.gz')) as { turns: { speaker: string }[] }[];
    const speakers = dialogues.flatMap(({ turns }) => turns.map(({ speaker }) => speaker));
    const replies = speakers.filter((speaker) => speaker === 'SYSTEM').length;
    expect(first.code).toBe(0);
    expect(counts).toEqual({ conversations: 128, turns: speakers.length, replies, unanalysed: 0 });
    expect(second).toMatchObject({ code: 0, stdout: expect.stringMatching(/^0 conversations taken in, 0 turns/) });
  });

  it('multidogo: tab-separated rows become conversations, are analysed, and are taken once', async () => {
    const file = join(FOLDER, 'multidogo_finance_dev.tsv.gz');
    const { first, second, counts } = await importTwice(file, 'multidogo.json', 'multidogo');
    const rows = textOf('multidogo_finance_dev.tsv.gz').trimEnd().split('\n').slice(1);
    const conversations = new Set(rows.map((row) => row.split('\t')[0])).size;
    expect(first.code).toBe(0);
    expect(counts).toEqual({ conversations, turns: rows.length, replies: 0, unanalysed: 0 });
    expect(second).toMatchObject({ code: 0, stdout: expect.stringMatching(/^0 conversations taken in, 0 turns/) });
  });
});
