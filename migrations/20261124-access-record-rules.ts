import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fence } from './rights/fences.js';

/** Besides people and keys: somebody who did not prove who they are, and the program itself. */
const ACTORS = `
ALTER TABLE access_record DROP CONSTRAINT access_record_actor_kind_check,
  ADD CONSTRAINT access_record_actor_kind_check CHECK (actor_kind IN ('PERSON', 'KEY', 'NOBODY', 'PROGRAM'));`;

/** Whether an organisation wants to know why its words are read. The latest row counts. */
const REASONS = `
CREATE TABLE access_reason_rule (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  required boolean NOT NULL,
  author_id uuid NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);`;

/**
 * The only way in which records go away: the oldest of the own organisation, never of the last thirty days, and the record
 * of it in the same statement. So whoever has the rights of the application can neither hide fresh tracks nor purge in silence.
 */
const PURGE = `
CREATE FUNCTION purge_access_records(before timestamptz, most integer, record_id uuid)
  RETURNS bigint LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ WITH old AS (
          SELECT id FROM public.access_record
          WHERE organisation_id = public.current_organisation() AND at < least(before, now() - interval '30 days')
          ORDER BY at, id LIMIT most
        ), gone AS (
          DELETE FROM public.access_record
          WHERE organisation_id = public.current_organisation() AND id IN (SELECT id FROM old) RETURNING at
        ), told AS (
          INSERT INTO public.access_record (organisation_id, id, at, operation, actor_kind, actor_id, actor_name, subject_type,
            subject_ids, reason)
          SELECT public.current_organisation(), record_id, now(), 'ACCESS_RECORDS_PURGED', 'PROGRAM', public.current_organisation(),
            'Answerable', 'Organisation', ARRAY[public.current_organisation()],
            count(*) || ' records from before ' || to_char(before AT TIME ZONE 'UTC', 'YYYY-MM-DD')
          FROM gone HAVING count(*) > 0
        )
        SELECT count(*) FROM gone $$;
REVOKE ALL ON FUNCTION purge_access_records(timestamptz, integer, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION purge_access_records(timestamptz, integer, uuid) TO answerable_app;`;

export class AccessRecordRules1795600001020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [ACTORS, REASONS, fence('access_reason_rule', 'SELECT, INSERT'), PURGE])
      await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
