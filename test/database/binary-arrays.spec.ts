import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binaryArrays } from '#database';
import { createDatabase, type TestDatabase } from '../support/database.js';

let given: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  given = await createDatabase();
  client = new pg.Client({ connectionString: given.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await given.drop();
});

/** What PostgreSQL makes of a parameter, element by element, in its own words. */
async function read(type: string, parameter: Buffer): Promise<(string | null)[]> {
  const { rows } = await client.query<{ element: string | null }>(
    `SELECT element::text FROM unnest($1::${type}[]) WITH ORDINALITY AS one (element, place) ORDER BY place`,
    [parameter],
  );
  return rows.map(({ element }) => element);
}

describe('an array that is sent in the binary format', () => {
  it('keeps texts of every script, quotes and backslashes, and nothing at all', async () => {
    const texts = [
      '',
      'plain',
      '"quoted" \\ {a,b} NULL',
      'åäö',
      '你好，世界',
      '👩‍👩‍👧 𝒳',
      'line\nline',
      'x'.repeat(20_000),
    ];
    expect(await read('text', binaryArrays.text([...texts, null]))).toEqual([...texts, null]);
  });

  it('keeps moments to the millisecond, also before 2000 and far from today', async () => {
    const moments = [
      '1970-01-01T00:00:00.001Z',
      '1999-12-31T23:59:59.999Z',
      '2000-01-01T00:00:00.000Z',
      '2026-11-24T12:00:00.123Z',
      '9999-12-31T23:59:59.999Z',
    ];
    const { rows } = await client.query<{ same: boolean }>(
      'SELECT sent = said::timestamptz AS same FROM unnest($1::timestamptz[], $2::text[]) AS one (sent, said)',
      [binaryArrays.instant(moments.map((one) => new Date(one))), moments],
    );
    expect(rows).toEqual(moments.map(() => ({ same: true })));
  });

  it('keeps identifiers, bytes, numbers and truth', async () => {
    const id = '0198c0de-0000-7000-8000-00000000beef';
    expect(await read('uuid', binaryArrays.uuid([id, null]))).toEqual([id, null]);
    expect(await read('bytea', binaryArrays.bytea([Buffer.from([0, 255, 92]), Buffer.alloc(0)]))).toEqual([
      '\\x00ff5c',
      '\\x',
    ]);
    expect(await read('int', binaryArrays.integer([0, -1, 2_147_483_647, null]))).toEqual([
      '0',
      '-1',
      '2147483647',
      null,
    ]);
    expect(await read('real', binaryArrays.real([0.97, null, 1e-60]))).toEqual(['0.97', null, '0']);
    expect(await read('bool', binaryArrays.boolean([true, null, false]))).toEqual(['true', null, 'false']);
  });

  it('may be empty, or hold nothing but nulls', async () => {
    expect(await read('text', binaryArrays.text([]))).toEqual([]);
    expect(await read('timestamptz', binaryArrays.instant([null, null]))).toEqual([null, null]);
  });

  it('refuses what is no number of 32 bits, and an identifier that is none', () => {
    expect(() => binaryArrays.integer([2 ** 31])).toThrow(RangeError);
    expect(() => binaryArrays.uuid(['not-an-identifier'])).toThrow('not a UUID');
  });
});
