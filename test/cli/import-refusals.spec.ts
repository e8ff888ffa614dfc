import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, ndjson } from '../factories/conversations.js';
import { type Installation, makeInstallation } from '../support/installation.js';

let installation: Installation;
beforeAll(async () => {
  installation = await makeInstallation();
});
afterAll(() => installation.close());

const rejectsOf = (file: string) =>
  readFileSync(`${file}.acme.rejects.ndjson`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('records that are refused', () => {
  it('make exit code 1 and a rejects file with line, problems and the record; what is around them lands', async () => {
    const { cli, read } = installation;
    const [first, last] = [conversation(), conversation()];
    const strange = conversation({ clone: 'nobody', turns: [{ speaker: 'CALLER', said: 'Hi' }] });
    const file = cli.file(
      'mixed.ndjson',
      `${ndjson(first)}{"source": \n\n${ndjson(strange, { ...first, channel: 'CHAT' }, last)}`,
    );
    const ended = await cli.run(['import', file]);
    expect(ended.code).toBe(1);
    expect(ended.stdout.split('\n')).toEqual([
      '2 conversations taken in, 4 turns.',
      '1 conversation stored already with other content: kept in quarantine.',
      '2 records could not be used: kept in quarantine.',
      'For example: the record is not valid JSON.',
      `Which and why: ${file}.acme.rejects.ndjson`,
      '',
    ]);
    expect(rejectsOf(file)).toEqual([
      { line: 2, outcome: 'REJECTED', problems: [{ path: '', message: 'is not valid JSON' }], sentText: '{"source": ' },
      { line: 4, outcome: 'REJECTED', problems: [{ path: 'clone', message: 'is not known here' }], sent: strange },
      {
        line: 5,
        outcome: 'CONFLICT',
        problems: [{ path: 'channel', message: expect.any(String) }],
        sent: { ...first, channel: 'CHAT' },
      },
    ]);
    expect(await read('SELECT kind FROM quarantine ORDER BY kind')).toEqual([
      { kind: 'CONFLICT' },
      { kind: 'REJECTED' },
      { kind: 'REJECTED' },
    ]);
  });

  it('say the problem that most of them have, with the turns of a conversation counted once', async () => {
    const { cli } = installation;
    const unknown = conversation({ clone: 'nobody' });
    const bad = { speaker: 'ROBOT', said: 'Hi' };
    const robots = [1, 2, 3].map(() => conversation({ turns: [bad, bad] }));
    const ended = await cli.run(['import', cli.file('often.ndjson', ndjson(unknown, ...robots))]);
    expect(ended.stdout).toContain(
      '\nMost often: turns[].speaker must be one of CALLER, CLONE, STAFF (3 records).\nWhich and why: ',
    );
  });

  it('can be mended in the rejects file and imported from there', async () => {
    const { cli } = installation;
    const file = cli.file('early.ndjson', ndjson(conversation({ clone: 'later' })));
    expect(await cli.run(['import', file, '--rejects', join(cli.folder, 'left.ndjson')])).toMatchObject({ code: 1 });
    const left = readFileSync(join(cli.folder, 'left.ndjson'), 'utf8');
    const mended = cli.file('mended.ndjson', left.replace('"clone":"later"', '"clone":"ceo"'));
    const map = join(import.meta.dirname, '../../data/mappings/rejects.json');
    const ended = await cli.run(['import', mended, '--map', map]);
    expect(ended).toMatchObject({ code: 0, stdout: '1 conversation taken in, 2 turns.\n' });
  });

  it('are kept apart when two organisations import the same file', async () => {
    const other = await makeInstallation();
    try {
      const owner = ['--owner', 'kim@beta.example'];
      expect(await other.cli.run(['organisation', 'add', 'beta', '--name', 'Beta', ...owner])).toMatchObject({
        code: 0,
      });
      const [known, unknown] = [conversation(), conversation({ clone: 'nobody' })];
      const file = other.cli.file('same.ndjson', ndjson(known, unknown));
      const rejectsIn = (slug: string) => readFileSync(`${file}.${slug}.rejects.ndjson`, 'utf8');
      const first = await other.cli.run(['import', file, '--organisation', 'acme']);
      expect(first.stdout).toContain(`Which and why: ${file}.acme.rejects.ndjson\n`);
      const before = rejectsIn('acme');
      expect(before.trim().split('\n')).toHaveLength(1);
      await other.cli.run(['import', file, '--organisation', 'beta']); // it has no clones
      expect(rejectsIn('acme')).toBe(before);
      expect(rejectsIn('beta').trim().split('\n')).toHaveLength(2);
    } finally {
      await other.close();
    }
  });

  it('leave no rejects file behind once nothing is refused any more', async () => {
    const { cli } = installation;
    const file = cli.file('twice.ndjson', 'nonsense\n');
    expect(await cli.run(['import', file])).toMatchObject({ code: 1 });
    writeFileSync(file, ndjson(conversation()));
    expect(await cli.run(['import', file])).toMatchObject({ code: 0 });
    expect(existsSync(`${file}.acme.rejects.ndjson`)).toBe(false);
  });
});

describe('files that are damaged', () => {
  const many = ndjson(...Array.from({ length: 300 }, () => conversation({ source: 'cut' })));

  it('land up to the cut when a gzip file is truncated, with exit code 1 and one line', async () => {
    const { cli, read } = installation;
    const packed = gzipSync(many, { level: 0 }); // so that the cut lies where the text is cut
    const file = cli.file('cut.ndjson.gz', packed.subarray(0, packed.length - 300));
    const ended = await cli.run(['import', file]);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('Not the whole file was read: the gzip file is cut off after record 299.');
    expect(await read(`SELECT count(*)::int AS n FROM conversation WHERE source = 'cut'`)).toEqual([{ n: 299 }]);
    const whole = await cli.run(['import', cli.file('whole.ndjson.gz', packed)]);
    expect(whole.stdout).toContain('1 conversation taken in');
    expect(whole.stdout).toContain('299 conversations had been taken in before');
  });

  it('keep the finished conversations of a truncated CSV, and none of a row that is cut in two', async () => {
    const { cli, read } = installation;
    const header = 'source,externalId,clone,channel,startedAt,speaker,said\n';
    const row = (id: number) => `cutcsv,${id},ceo,CHAT,2026-06-01T10:00:00Z,CALLER,the very last word\n`;
    const packed = gzipSync(header + [1, 2, 3, 4].map(row).join(''), { level: 0 });
    const ended = await cli.run(['import', cli.file('cut.csv.gz', packed.subarray(0, packed.length - 15))]);
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining('cut off after record 2') });
    const stored = await read(`SELECT external_id AS id FROM conversation WHERE source = 'cutcsv' ORDER BY 1`);
    expect(stored).toEqual([{ id: '1' }, { id: '2' }]);
  });

  it.each(['garbage.ndjson', 'garbage.csv', 'garbage.ndjson.gz'])('refuse binary garbage as %s', async (name) => {
    const { cli } = installation;
    const bytes = Buffer.from(Array.from({ length: 20_000 }, (_, at) => (at * at * 31 + at * 7) % 256));
    const ended = await cli.run(['import', cli.file(name, Buffer.concat([Buffer.from('PK\x03\x04'), bytes]))]);
    expect(ended.code).toBe(1);
    expect(`${ended.stdout}${ended.stderr}`).toMatch(/could not be used|names no column/);
    expect(ended.stderr).not.toContain('crashed');
  });
});
