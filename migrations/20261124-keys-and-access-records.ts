import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fence } from './rights/fences.js';

const KEYS = `
-- Null: every clone. There is no key for none.
ALTER TABLE service_key ADD COLUMN expires_at timestamptz, ADD COLUMN clone_ids uuid[] CHECK (cardinality(clone_ids) > 0);
-- A further secret of a key. All earlier ones work until the moment that is written here.
CREATE TABLE service_key_rotation (
  organisation_id uuid NOT NULL,
  service_key_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  prefix text NOT NULL,
  secret_hash bytea NOT NULL UNIQUE,
  rotated_at timestamptz NOT NULL,
  earlier_until timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, service_key_id, number),
  FOREIGN KEY (organisation_id, service_key_id) REFERENCES service_key
);
CREATE TABLE service_key_use (
  organisation_id uuid NOT NULL,
  service_key_id uuid NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, service_key_id),
  FOREIGN KEY (organisation_id, service_key_id) REFERENCES service_key
);
-- Whether a key works at a moment is said here only: for requests, for the transaction of the intake, for what is noted of
-- its use. It answers only to somebody who has the hash of the secret, and in one round trip.
DROP FUNCTION active_service_keys(bytea[]);
CREATE FUNCTION active_service_keys(hashes bytea[], at timestamptz)
  RETURNS TABLE (organisation_id uuid, id uuid, name text, scopes text[], clone_ids uuid[], secret_hash bytea)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public
  AS $$ SELECT k.organisation_id, k.id, k.name, k.scopes, k.clone_ids, s.secret_hash
        FROM (
          SELECT first.organisation_id, first.id, 0 AS number, first.secret_hash
          FROM public.service_key first WHERE first.secret_hash = ANY(hashes)
          UNION ALL
          SELECT r.organisation_id, r.service_key_id, r.number, r.secret_hash
          FROM public.service_key_rotation r WHERE r.secret_hash = ANY(hashes)
        ) AS s
        JOIN public.service_key k ON k.organisation_id = s.organisation_id AND k.id = s.id
        WHERE (k.expires_at IS NULL OR k.expires_at > at)
          AND NOT EXISTS (
            SELECT FROM public.service_key_revocation v WHERE v.organisation_id = k.organisation_id AND v.service_key_id = k.id)
          AND NOT EXISTS (
            SELECT FROM public.service_key_rotation later
            WHERE later.organisation_id = k.organisation_id AND later.service_key_id = k.id
              AND later.number > s.number AND later.earlier_until <= at) $$;
REVOKE ALL ON FUNCTION active_service_keys(bytea[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION active_service_keys(bytea[], timestamptz) TO answerable_app;`;

const RECORDS = `
CREATE TABLE access_record (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  operation text NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('PERSON', 'KEY')),
  actor_id uuid NOT NULL,
  actor_name text NOT NULL,
  subject_type text NOT NULL,
  subject_ids uuid[] NOT NULL,
  reason text,
  address text,
  user_agent text,
  request_id text,
  PRIMARY KEY (organisation_id, id)
);
CREATE INDEX access_record_newest ON access_record (organisation_id, at DESC, id DESC);`;

/** What the application may do with the new tables: nothing that is noted can be changed, but the last use of a key. */
const RIGHTS = {
  service_key_rotation: 'SELECT, INSERT',
  service_key_use: 'SELECT, INSERT, UPDATE (used_at)',
  access_record: 'SELECT, INSERT',
} as const;

/** Keys that expire, are rotated and can be restricted to clones; and who looked at what. */
export class KeysAndAccessRecords1795600000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const fences = Object.entries(RIGHTS).map(([table, rights]) => fence(table, rights));
    for (const statement of [KEYS, RECORDS, ...fences]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
