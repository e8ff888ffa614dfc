import pg from 'pg';
import { CommandLine } from './command-line.js';
import { createDatabase } from './database.js';

/** The command on a database of its own, with one organisation that has the clone `ceo` and somebody who answers. */
export interface Installation {
  cli: CommandLine;
  databaseUrl: string;
  /** Reads past row-level security, as the owner of the tables. */
  read<Row = Record<string, unknown>>(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

/** @param prepared false leaves the database without any organisation */
export async function makeInstallation({ prepared = true } = {}): Promise<Installation> {
  const database = await createDatabase();
  const cli = new CommandLine({ DATABASE_URL: database.url });
  const owner = new pg.Pool({ connectionString: database.url, max: 2 });
  owner.on('error', () => {}); // the database goes away with the installation
  const installation: Installation = {
    cli,
    databaseUrl: database.url,
    read: async <Row>(sql: string) => (await owner.query(sql)).rows as Row[],
    async close() {
      await cli.close();
      await owner.end();
      await database.drop();
    },
  };
  if (prepared) await owner.query(PREPARE);
  return installation;
}

/** What `organisation add`, `clone add` and `assign` do, which have tests of their own. */
const PREPARE = `
WITH org AS (
  INSERT INTO organisation VALUES (gen_random_uuid(), 'acme', 'Acme', 'UTC', now()) RETURNING id
), owner AS (
  INSERT INTO person SELECT id, gen_random_uuid(), 'robin@acme.example', 'Robin Ek', 'OWNER', 'no hash', now() FROM org
), clone AS (
  INSERT INTO clone SELECT id, gen_random_uuid(), 'ceo', 'Robin Ek (clone)', 'Robin Ek', 'CEO', now() FROM org
), party AS (
  INSERT INTO party SELECT id, gen_random_uuid(), 'PERSON', 'Petra Lund', NULL, now() FROM org RETURNING organisation_id, id
)
INSERT INTO assignment SELECT organisation_id, gen_random_uuid(), 'ACCOUNTABLE', id, NULL, NULL, '2020-01-01', NULL,
  '2020-01-01', 'test' FROM party`;
