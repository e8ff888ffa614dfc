import { describe, expect, it } from 'vitest';
import { csvRows, type RawRecord } from './csv-rows.js';
import type { Mapping } from './mapping.js';

const one = { value: 'x' };
const mapping: Mapping = {
  format: 'csv',
  conversation: { source: one, externalId: { field: 'id' }, clone: one, channel: one, startedAt: one },
  turns: { rows: true, speaker: one, said: { field: 'said' } },
};

/** Reads the file in pieces of so many bytes, as a stream may deliver it. */
async function rowsOf(file: string | Buffer, pieces = 1_000_000, changes: Partial<Mapping> = {}): Promise<RawRecord[]> {
  const bytes = Buffer.from(file as string);
  async function* stream() {
    for (let at = 0; at < bytes.length; at += pieces) yield bytes.subarray(at, at + pieces);
  }
  return Array.fromAsync(csvRows(stream(), { ...mapping, ...changes }));
}

const FILE = Buffer.concat([
  Buffer.from('id,said\n1,"two\nlines, ""quoted"""\n\n2,é 料 👩🏽‍🚀\n3,too,many\n4,a "quote\n'),
  Buffer.from('5,na\xEFve\n', 'latin1'),
  Buffer.from('6,last'),
]);

describe('rows of CSV', () => {
  it('are read with the line where they begin; what cannot be read is refused in its place', async () => {
    const refused = (refusedBecause: string) => ({ refused: { refusedBecause } });
    expect(await rowsOf(FILE)).toMatchObject([
      { number: 2, record: { id: '1', said: 'two\nlines, "quoted"' } },
      { number: 5, record: { id: '2', said: 'é 料 👩🏽‍🚀' } },
      { number: 6, ...refused('has more or fewer fields than the first row') },
      { number: 7, ...refused('has a quote inside a field that does not begin with one') },
      { number: 8, ...refused('is not valid UTF-8') },
      { number: 9, record: { id: '6', said: 'last' } },
    ]);
  });

  it.each([1, 2, 7])('are the same however the stream is cut (pieces of %i bytes)', async (pieces) => {
    expect(await rowsOf(FILE, pieces)).toEqual(await rowsOf(FILE));
  });

  it('that begin a quote which never ends are refused once', async () => {
    expect(await rowsOf('id,said\n1,fine\n2,"never\n3,ends\n')).toMatchObject([
      { record: { id: '1' } },
      { refused: { refusedBecause: 'begins a quote that never ends' } },
    ]);
  });

  it('are split at the delimiter of the mapping; tabs leave quotes as they are', async () => {
    expect(await rowsOf('id;said\n1;"a;b"\n', 99, { delimiter: ';' })).toMatchObject([{ record: { said: 'a;b' } }]);
    expect(await rowsOf('id\tsaid\n1\t"a\n', 99, { delimiter: '\t' })).toMatchObject([{ record: { said: '"a' } }]);
  });

  it('are none in an empty file, and need the columns of every conversation otherwise', async () => {
    expect(await rowsOf('')).toEqual([]);
    expect(await rowsOf('id,said\n')).toEqual([]);
    await expect(rowsOf('number,said\n1,Hi\n')).rejects.toThrow(
      'The first row of the file names no column id, only number, said. --map says where each field comes from',
    );
  });

  it('name the columns that there are, but not what is more than a name', async () => {
    const complaint = (header: string) => rowsOf(`${header}\n`).then(String, (error: Error) => error.message);
    const sentence = 'I told you that you may all go home now, did I not?';
    expect(await complaint(`number,"${sentence}"`)).toContain('names no column id, only number and 1 more.');
    expect(await complaint(`"${sentence}",\u001b[31m`)).toContain('only 2 that look like no names.');
    const many = await complaint(Array.from({ length: 25 }, (_, at) => `c${at}`).join(','));
    expect(many).toContain('c19 and 5 more.');
  });
});

it('a column that is named twice is refused, for only one of them could be meant', async () => {
  await expect(rowsOf('id,said,said\n1,a,b\n')).rejects.toThrow(
    'The first row of the file names the column said twice.',
  );
  expect(await rowsOf('id,,said,\n1,,a,\n')).toMatchObject([{ record: { id: '1', said: 'a' } }]);
});
