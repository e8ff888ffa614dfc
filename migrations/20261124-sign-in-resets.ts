import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fence } from './rights/fences.js';

/** A way back in for somebody who forgot the password or lost the second factor. It ends at most once, by the key of its end. */
const RESETS = `
CREATE TABLE sign_in_reset (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  removes_second_factor boolean NOT NULL,
  token_hash bytea NOT NULL,
  author_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, token_hash),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person
);
CREATE INDEX ON sign_in_reset (organisation_id, person_id);
CREATE TABLE sign_in_reset_end (
  organisation_id uuid NOT NULL,
  reset_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('USED', 'REPLACED')),
  author_id uuid NOT NULL,
  ended_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, reset_id),
  FOREIGN KEY (organisation_id, reset_id) REFERENCES sign_in_reset
);`;

const RIGHTS = { sign_in_reset: 'SELECT, INSERT', sign_in_reset_end: 'SELECT, INSERT' };

/** Until now nobody could set another password. */
const RIGHT_TO_CHANGE = 'GRANT UPDATE (password_hash) ON person TO answerable_app;';

export class SignInResets1795600001010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const fences = Object.entries(RIGHTS).map(([table, rights]) => fence(table, rights));
    for (const statement of [RESETS, RIGHT_TO_CHANGE, ...fences]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
