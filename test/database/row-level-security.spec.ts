import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coded } from '#platform';
import { fill, leaveEvent, moveIn, type Neighbour, type TenantTable, tenantTables } from '../factories/neighbours.js';
import { startWorld, type World } from '../support/world.js';

const REFUSED = '42501'; // insufficient_privilege: no right, or refused by row-level security

let world: World;
let theirs: Neighbour;
let ours: Neighbour;
let tables: TenantTable[];

beforeAll(async () => {
  world = await startWorld();
  theirs = await moveIn(world, 'alfamark');
  ours = await moveIn(world, 'betamark');
  for (const neighbour of [theirs, ours]) {
    await fill(world, neighbour);
    await leaveEvent(world, neighbour);
  }
  tables = await tenantTables(world);
});
afterAll(() => world.close());

/** Runs a statement as the application inside our organisation, and takes it back. */
async function attempt(sql: string, values: unknown[] = []): Promise<{ rows: pg.QueryResultRow[]; refused: string }> {
  const undo = new Error('taken back');
  let rows: pg.QueryResultRow[] = [];
  const outcome: unknown = await world.database
    .transaction(ours.organisation.id, async (tx) => {
      rows = await tx.query<pg.QueryResultRow>(sql, values);
      throw undo;
    })
    .catch((error: unknown) => error);
  if (outcome === undo) return { rows, refused: '' };
  if (coded(outcome) === REFUSED) return { rows, refused: (outcome as Error).message };
  throw outcome;
}

async function may(right: string, table: string): Promise<boolean> {
  const { rows } = await world.owner.query<{ may: boolean }>(
    `SELECT has_table_privilege('answerable_app', $1, $2) AS may`,
    [table, right],
  );
  return rows[0]!.may; // one row
}

/** The columns that the application may give a value. */
async function columnsOf(table: string, right: string): Promise<string[]> {
  const { rows } = await world.owner.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attidentity <> 'a'
       AND has_column_privilege('answerable_app', attrelid, attnum, $2) ORDER BY attnum`,
    [table, right],
  );
  return rows.map(({ name }) => name);
}

describe('row-level security', () => {
  it('has a row of both organisations in every table, so that the claims below are not empty', async () => {
    for (const { table, column } of tables) {
      const { rows } = await world.owner.query<{ id: string }>(`SELECT DISTINCT ${column} AS id FROM ${table}`);
      const ids = rows.map(({ id }) => id);
      expect(ids, table).toEqual(expect.arrayContaining([theirs.organisation.id, ours.organisation.id]));
    }
  });

  it('shows our own rows of every table, and no row of anybody else', async () => {
    for (const { table, column } of tables) {
      const { rows } = await attempt(`SELECT DISTINCT ${column} AS id FROM ${table}`);
      expect(rows, table).toEqual([{ id: ours.organisation.id }]);
      const asked = await attempt(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [theirs.organisation.id]);
      expect(asked.rows, table).toEqual([]);
    }
  });

  it('takes in no row for another organisation', async () => {
    for (const { table, column } of tables) {
      const { rows } = await world.owner.query<{ row: object }>(
        `SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${column} = $1 LIMIT 1`,
        [theirs.organisation.id],
      );
      const allowed = await may('INSERT', table);
      const columns = allowed ? (await columnsOf(table, 'INSERT')).join(', ') : column;
      const { refused } = await attempt(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1)`,
        [rows[0]!.row], // every table has such a row, see above
      );
      expect(refused, table).toMatch(allowed ? /row-level security/ : /permission denied/);
    }
  });

  it('changes no row of another organisation, and moves none of ours to it', async () => {
    for (const { table, column } of tables) {
      const [changeable] = await columnsOf(table, 'UPDATE');
      if (changeable === undefined) {
        const { refused } = await attempt(`UPDATE ${table} SET ${column} = ${column}`);
        expect(refused, table).toMatch(/permission denied/);
        continue;
      }
      const { rows } = await attempt(`UPDATE ${table} SET ${changeable} = ${changeable} RETURNING ${column} AS id`);
      expect(new Set(rows.map(({ id }) => id as string)), table).toEqual(new Set([ours.organisation.id]));
      const moved = await attempt(`UPDATE ${table} SET ${column} = $1`, [theirs.organisation.id]);
      expect(moved.refused, table).not.toBe('');
    }
  });

  it('deletes no row of another organisation', async () => {
    for (const { table, column } of tables) {
      const { rows, refused } = await attempt(`DELETE FROM ${table} RETURNING ${column} AS id`);
      if (await may('DELETE', table))
        expect(new Set(rows.map(({ id }) => id as string)), table).toEqual(new Set([ours.organisation.id]));
      else expect(refused, table).toMatch(/permission denied/);
    }
  });

  it('finds no words of another organisation, though the look-up itself is not fenced', async () => {
    const find = 'SELECT conversation_id FROM conversations_with_words($1::tsquery)';
    expect((await attempt(find, [`'${ours.mark}'`])).rows).toHaveLength(3);
    expect((await attempt(find, [`'${theirs.mark}'`])).rows).toEqual([]);
  });
});

describe('without an organisation', () => {
  it.each(['no setting', 'an empty setting'])('the application sees nothing with %s', async (setting) => {
    const client = await world.owner.connect();
    try {
      await client.query('BEGIN; SET LOCAL ROLE answerable_app');
      if (setting === 'an empty setting') await client.query(`SET LOCAL answerable.organisation = ''`);
      for (const { table } of tables) {
        expect((await client.query(`SELECT 1 FROM ${table}`)).rows, table).toEqual([]);
      }
      const words = await client.query(`SELECT 1 FROM conversations_with_words($1::tsquery)`, [`'${theirs.mark}'`]);
      expect(words.rows).toEqual([]);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('refuses an organisation that is no id', async () => {
    for (const id of ['', '*', `${ours.organisation.id}'; RESET ROLE; --`]) {
      const read = async () => world.database.read(id, (tx) => tx.query('SELECT 1'));
      await expect(read()).rejects.toThrow('must be a UUID');
    }
  });
});
