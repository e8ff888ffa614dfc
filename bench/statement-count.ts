import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Workshop } from './workshop.js';

/** Of the transactions around the statements; each costs a round trip but reads nothing. */
const FRAME = /^(BEGIN|START TRANSACTION|COMMIT|ROLLBACK|SET )/i;
const MARK = 'bench-statement';

/**
 * Counts the SQL statements that the product sends to this database during `request`, as the server's log tells it.
 * Statements that only open, name or end a transaction are left out.
 */
export async function countStatements(workshop: Workshop, databaseUrl: string, request: () => Promise<unknown>) {
  const server = await workshop.postgres();
  const database = new URL(databaseUrl).pathname.slice(1);
  const log = join(server.folder, 'postgres.log');
  const admin = new pg.Client({ connectionString: server.url() });
  await admin.connect();
  try {
    await admin.query(`ALTER SYSTEM SET log_line_prefix = '${MARK} %d %a '`);
    await admin.query(`ALTER SYSTEM SET log_statement = 'all'`);
    await reload(admin, 'all');
    await request(); // until every connection has read the settings
    const before = readFileSync(log).length;
    await request();
    const lines = readFileSync(log).subarray(before).toString().split('\n');
    const start = `${MARK} ${database} answerable LOG:  `;
    const statements = lines
      .filter((line) => line.startsWith(start))
      .map((line) => line.slice(start.length).replace(/^(execute [^:]*|statement): /, ''));
    return statements.filter((statement) => !FRAME.test(statement)).length;
  } finally {
    await admin.query('ALTER SYSTEM RESET ALL');
    await reload(admin, 'none');
    await admin.end();
  }
}

async function reload(admin: pg.Client, expected: string): Promise<void> {
  await admin.query('SELECT pg_reload_conf()');
  for (;;) {
    const { rows } = await admin.query<{ log_statement: string }>('SHOW log_statement');
    if (rows[0]?.log_statement === expected) return;
    await sleep(10);
  }
}
