import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../factories/organisations.js';
import { tenantTables } from '../factories/neighbours.js';
import { startWorld, type World } from '../support/world.js';

let world: World;

beforeAll(async () => {
  world = await startWorld({ worker: false });
});
afterAll(() => world.close());

async function column(sql: string): Promise<unknown[]> {
  const { rows } = await world.owner.query<{ value: unknown }>(sql);
  return rows.map(({ value }) => value);
}

describe('the catalogue', () => {
  it('fences every table of the schema', async () => {
    const open = await column(
      `SELECT relname AS value FROM pg_class WHERE relnamespace = 'public'::regnamespace
         AND relkind IN ('r', 'p', 'f') AND relname <> 'migrations' AND NOT relrowsecurity`,
    );
    expect(open).toEqual([]);
    expect((await tenantTables(world)).length).toBeGreaterThan(20);
  });

  it('lets the application see its organisation by one policy a table, and by no other', async () => {
    const { rows } = await world.owner.query<Record<string, string>>(
      `SELECT tablename AS table, permissive, cmd, roles::text, qual, with_check AS "check" FROM pg_policies
       WHERE NOT roles <@ ARRAY['answerable_system']::name[] ORDER BY tablename`,
    );
    const expected = (await tenantTables(world)).map(({ table, column: owner }) => {
      const own = `(${owner} = ( SELECT current_organisation() AS current_organisation))`;
      return { table, permissive: 'PERMISSIVE', cmd: 'ALL', roles: '{answerable_app}', qual: own, check: own };
    });
    expect(rows).toEqual(expected);
  });

  it('has foreign keys that cannot lead from one organisation to another', async () => {
    const crossing = await column(
      `SELECT conrelid::regclass || '.' || conname AS value FROM pg_constraint c
       WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT EXISTS (
         SELECT FROM unnest(conkey, confkey) AS pair (here, there)
         JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = pair.here
         JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = pair.there
         WHERE a.attname = 'organisation_id'
           AND b.attname = CASE WHEN c.confrelid = 'organisation'::regclass THEN 'id' ELSE 'organisation_id' END)`,
    );
    expect(crossing).toEqual([]);
  });

  it('has five functions that run with the rights of the owner, and no view that does', async () => {
    const functions = `SELECT proname AS value FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef ORDER BY 1`;
    expect(await column(functions)).toEqual([
      'active_service_keys',
      'applied_migrations',
      'conversations_with_words',
      'dead_letters_at_rest',
      'purge_access_records',
    ]);
    const views = `SELECT relname AS value FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
        AND NOT coalesce('security_invoker=true' = ANY(reloptions), false)`;
    expect(await column(views)).toEqual([]);
  });
});

describe('the roles', () => {
  it('cannot bypass row-level security, log in, or become anybody else', async () => {
    const { rows } = await world.owner.query<Record<string, unknown>>(
      `SELECT rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb,
         (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships
       FROM pg_roles r WHERE rolname LIKE 'answerable\\_%' ORDER BY rolname`,
    );
    const nothing = {
      rolsuper: false,
      rolbypassrls: false,
      rolcanlogin: false,
      rolcreaterole: false,
      rolcreatedb: false,
    };
    expect(rows).toEqual([
      { rolname: 'answerable_app', ...nothing, memberships: 0 },
      { rolname: 'answerable_system', ...nothing, memberships: 0 },
    ]);
  });

  it('own nothing, may truncate nothing and cannot read the list of migrations', async () => {
    const owned = `SELECT relname AS value FROM pg_class WHERE relowner IN
      (SELECT oid FROM pg_roles WHERE rolname IN ('answerable_app', 'answerable_system'))`;
    expect(await column(owned)).toEqual([]);
    const truncated = `SELECT relname AS value FROM pg_class, unnest(ARRAY['answerable_app', 'answerable_system']) AS role
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND (has_table_privilege(role, pg_class.oid, 'TRUNCATE') OR has_table_privilege(role, pg_class.oid, 'TRIGGER')
          OR relname = 'migrations' AND has_table_privilege(role, pg_class.oid, 'SELECT'))`;
    expect(await column(truncated)).toEqual([]);
  });

  it('are what the program works as', async () => {
    const { organisation } = await makeOrganisation(world);
    const whoAmI = `SELECT current_user::text AS role, current_organisation()::text AS organisation`;
    const inside = { role: 'answerable_app', organisation: organisation.id };
    expect(await world.database.transaction(organisation.id, (tx) => tx.query(whoAmI))).toEqual([inside]);
    expect(await world.database.read(organisation.id, (tx) => tx.query(whoAmI))).toEqual([inside]);
    expect(await world.database.system((tx) => tx.query(whoAmI))).toEqual([
      { role: 'answerable_system', organisation: null },
    ]);
  });

  it('let the work before an organisation is known read five tables and write organisations only', async () => {
    const rights = await column(
      `SELECT relname || ' ' || privilege AS value
       FROM pg_class, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS privilege
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
         AND has_table_privilege('answerable_system', pg_class.oid, privilege) ORDER BY 1`,
    );
    expect(rights).toEqual([
      'organisation INSERT',
      'organisation SELECT',
      'outbox SELECT',
      'person SELECT',
      'person_identity SELECT',
      'session SELECT',
    ]);
  });

  it('cannot write in a read', async () => {
    const { organisation } = await makeOrganisation(world);
    const write = world.database.read(organisation.id, (tx) =>
      tx.query(`INSERT INTO model_spend VALUES (current_organisation(), '2026-06-01', 1)`),
    );
    await expect(write).rejects.toThrow('read-only transaction');
  });
});
