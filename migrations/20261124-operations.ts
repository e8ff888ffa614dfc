import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What those who run the program ask of its database: is its schema current, what waits, what rests for good. */
const OPERATIONS = `
-- The oldest event of each kind, and so the lag of the work, without reading the rest.
CREATE INDEX outbox_oldest ON outbox (event, recorded_at);
CREATE FUNCTION applied_migrations() RETURNS TABLE (name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT name::text FROM public.migrations $$;
REVOKE ALL ON FUNCTION applied_migrations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION applied_migrations() TO answerable_app;
-- A number and nothing else, over all organisations. It reads \`most\` rows at most.
CREATE FUNCTION dead_letters_at_rest(most integer) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT count(*) FROM (SELECT FROM public.dead_letter LIMIT most) AS resting $$;
REVOKE ALL ON FUNCTION dead_letters_at_rest(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dead_letters_at_rest(integer) TO answerable_system;`;

export class Operations1795500040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPERATIONS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
