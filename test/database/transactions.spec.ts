import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, Database, type Transaction } from '#database';
import { newId } from '#platform';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

const ORGANISATION = newId();

let given: TestDatabase;
let owner: pg.Client;
let source: DataSource;
let database: Database;

beforeAll(async () => {
  given = await createDatabase();
  owner = new pg.Client({ connectionString: given.url });
  await owner.connect();
  await owner.query(`INSERT INTO organisation VALUES ($1, 'test', 'Test', 'UTC', now())`, [ORGANISATION]);
  source = await connect(given.url, []);
  database = new Database(source);
});
afterAll(async () => {
  await source.destroy();
  await owner.end();
  await given.drop();
});

function addClone(tx: Transaction, handle: string): Promise<unknown[]> {
  return tx.query(`INSERT INTO clone VALUES (current_organisation(), $1, $2, 'n', 'n', 't', now())`, [newId(), handle]);
}

async function handles(like: string): Promise<string[]> {
  const { rows } = await owner.query<{ handle: string }>('SELECT handle FROM clone WHERE handle LIKE $1 ORDER BY 1', [
    like,
  ]);
  return rows.map(({ handle }) => handle);
}

it('a transaction that resolves is committed, one that throws leaves nothing and passes the error on', async () => {
  await database.transaction(ORGANISATION, (tx) => addClone(tx, 'kept'));
  const failing = database.transaction(ORGANISATION, async (tx) => {
    await addClone(tx, 'kept-not');
    throw new RangeError('changed my mind');
  });
  await expect(failing).rejects.toThrow(new RangeError('changed my mind'));
  expect(await handles('kept%')).toEqual(['kept']);
});

it('a statement that fails undoes the ones before it, also when the work goes on as if nothing had happened', async () => {
  const brave = database.transaction(ORGANISATION, async (tx) => {
    await addClone(tx, 'brave');
    await addClone(tx, 'NOT A HANDLE').catch(() => {});
    await addClone(tx, 'brave-still');
  });
  await expect(brave).rejects.toMatchObject({ code: '25P02' });
  expect(await handles('brave%')).toEqual([]);
});

it('a failure that the work swallows is no success, also when nothing comes after it', async () => {
  const careless = database.transaction(ORGANISATION, async (tx) => {
    await addClone(tx, 'careless');
    await addClone(tx, 'NOT A HANDLE').catch(() => {});
  });
  await expect(careless).rejects.toThrow('had failed before');
  expect(await handles('careless%')).toEqual([]);
});

const ADD_CLONE = `INSERT INTO clone VALUES (current_organisation(), $1, $2, 'n', 'n', 't', now())`;

it('what is sent without waiting is committed with the rest', async () => {
  await database.transaction(ORGANISATION, async (tx) => {
    for (const handle of ['sent-a', 'sent-b']) tx.send(ADD_CLONE, [newId(), handle]);
    await addClone(tx, 'sent-c');
  });
  expect(await handles('sent-%')).toEqual(['sent-a', 'sent-b', 'sent-c']);
});

it('a statement that fails after it was sent fails the transaction, under its own code whatever comes after it', async () => {
  const last = database.transaction(ORGANISATION, async (tx) => {
    await addClone(tx, 'lost-a');
    tx.send(ADD_CLONE, [newId(), 'NOT A HANDLE']);
  });
  await expect(last).rejects.toMatchObject({ code: '23514' });
  const followed = database.transaction(ORGANISATION, async (tx) => {
    tx.send(ADD_CLONE, [newId(), 'NOT A HANDLE']);
    await addClone(tx, 'lost-b');
  });
  await expect(followed).rejects.toMatchObject({ code: '23514' });
  expect(await handles('lost-%')).toEqual([]);
});

it('work that goes on beside the part that failed sends nothing more', async () => {
  const reached: string[] = [];
  let late: Promise<unknown> = Promise.resolve();
  const failing = database.transaction(ORGANISATION, async (tx) => {
    const slow = async () => {
      await tx.query('SELECT pg_sleep(0.05)').catch(() => {});
      await eventually('the transaction has ended', () => reached.length > 0);
      await addClone(tx, 'late');
    };
    late = slow();
    await Promise.all([late, tx.query('SELECT 1 / 0')]);
  });
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  reached.push('end');
  await expect(late).rejects.toThrow('This transaction has ended.');
  expect(await handles('late')).toEqual([]);
});

it('what entities do joins the transaction, and a transaction of theirs is undone with it', async () => {
  const failing = database.transaction(ORGANISATION, async (tx) => {
    await tx.entities.transaction((inner) => inner.query(ADD_CLONE, [newId(), 'inner']));
    await tx.entities.query(ADD_CLONE, [newId(), 'outer']);
    throw new RangeError('changed my mind');
  });
  await expect(failing).rejects.toThrow(RangeError);
  expect(await database.read(ORGANISATION, (tx) => tx.query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  expect([...(await handles('inner')), ...(await handles('outer'))]).toEqual([]);
});

it('is tried again after the codes that the work names', async () => {
  let attempts = 0;
  const work = async (tx: Transaction) => {
    attempts += 1;
    if (attempts === 1) await tx.query(`DO $$ BEGIN RAISE unique_violation; END $$`);
  };
  await database.transaction(ORGANISATION, work, ['23505']);
  expect(attempts).toBe(2);
  attempts = 0;
  await expect(database.transaction(ORGANISATION, work)).rejects.toMatchObject({ code: '23505' });
});

it('a connection that was ended in a transaction is not given to the next one', async () => {
  const cut = database.transaction(ORGANISATION, async (tx) => {
    const [self] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await owner.query('SELECT pg_terminate_backend($1)', [self?.pid]);
    await addClone(tx, 'cut');
  });
  await expect(cut).rejects.toThrow();
  for (let time = 0; time < 20; time += 1) await database.transaction(ORGANISATION, (tx) => tx.query('SELECT 1'));
  expect(await handles('cut')).toEqual([]);
});

it('two transactions that wait for each other both succeed, as the one that the server ends is tried again', async () => {
  await owner.query(
    `INSERT INTO trend_count SELECT $1, now(), $1, '', 'topic', key, 0, 0, 0 FROM unnest('{a,b}'::text[]) key`,
    [ORGANISATION],
  );
  const add = (tx: Transaction, key: string) =>
    tx.query('UPDATE trend_count SET turns = turns + 1 WHERE key = $1', [key]);
  let locked = 0;
  let attempts = 0;
  const crosswise = (first: string, second: string) =>
    database.transaction(ORGANISATION, async (tx) => {
      attempts += 1;
      await add(tx, first);
      locked += 1;
      await eventually('both hold their first row', () => locked >= 2);
      await add(tx, second);
    });
  await Promise.all([crosswise('a', 'b'), crosswise('b', 'a')]);
  expect(attempts).toBeGreaterThanOrEqual(3);
  const { rows } = await owner.query('SELECT turns::int FROM trend_count');
  expect(rows).toEqual([{ turns: 2 }, { turns: 2 }]);
});

it('a conflict that does not go away is passed on, and the work is not tried for ever', async () => {
  let attempts = 0;
  const hopeless = database.transaction(ORGANISATION, async (tx) => {
    attempts += 1;
    await tx.query(`DO $$ BEGIN RAISE serialization_failure; END $$`);
  });
  await expect(hopeless).rejects.toMatchObject({ code: '40001' });
  expect(attempts).toBe(3);
});

it('a read cannot write', async () => {
  await expect(database.read(ORGANISATION, (tx) => addClone(tx, 'sneaky'))).rejects.toMatchObject({ code: '25006' });
  expect(await handles('sneaky')).toEqual([]);
});

it.each(['', 'nordpay', `${ORGANISATION}'; DROP TABLE turn; --`, ORGANISATION.toUpperCase(), `${ORGANISATION}\n`])(
  'an organisation id that is no UUID, as %j, is refused before anything is asked',
  async (id) => {
    await expect(database.transaction(id, (tx) => tx.query('SELECT 1'))).rejects.toThrow('must be a UUID');
    await expect(database.read(id, (tx) => tx.query('SELECT 1'))).rejects.toThrow('must be a UUID');
  },
);

it('the system sees who has work waiting, and no conversation, not even with the right organisation set', async () => {
  await database.transaction(ORGANISATION, (tx) =>
    tx.query(`INSERT INTO outbox (organisation_id, event, payload, recorded_at, available_at)
              VALUES (current_organisation(), 'Happened', '{}', now(), now())`),
  );
  expect(await database.system((tx) => tx.query('SELECT event FROM outbox'))).toEqual([{ event: 'Happened' }]);
  const prying = database.system(async (tx) => {
    await tx.query(`SET LOCAL answerable.organisation = '${ORGANISATION}'`);
    return tx.query('SELECT said FROM turn');
  });
  await expect(prying).rejects.toMatchObject({ code: '42501' });
});

it('the organisation of one transaction is forgotten by the next one on the same connection', async () => {
  const single = await connect(given.url, []);
  try {
    const one = new Database(single);
    await one.transaction(ORGANISATION, (tx) => tx.query('SELECT 1'));
    const [seen] = await one.system((tx) =>
      tx.query(`SELECT current_setting('answerable.organisation', true) AS organisation`),
    );
    expect(seen).toEqual({ organisation: '' });
  } finally {
    await single.destroy();
  }
});

it('the text of each statement is published, whichever way it was asked, and its values are not', async () => {
  const published: unknown[] = [];
  const listen = (message: unknown) => published.push(message);
  subscribe('answerable:sql', listen);
  try {
    await database.read(ORGANISATION, async (tx) => {
      await tx.query('SELECT $1::text AS by_query', ['my card is 4111']);
      await tx.entities.query('SELECT $1::text AS by_entities', ['my card is 4111']);
    });
  } finally {
    unsubscribe('answerable:sql', listen);
  }
  expect(published).toEqual(expect.arrayContaining(['SELECT $1::text AS by_query', 'SELECT $1::text AS by_entities']));
  expect(JSON.stringify(published)).not.toContain('4111');
});
