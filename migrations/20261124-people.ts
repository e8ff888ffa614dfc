import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fence } from './rights/fences.js';

/** What became of people after they were added. A state is a row with its author and time; the author may be a person or a key. */
const PEOPLE = `
CREATE TABLE person_role_change (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  role_before text NOT NULL,
  role text NOT NULL,
  author_id uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person
);
CREATE TABLE person_deactivation (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  author_id uuid NOT NULL,
  deactivated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person
);
CREATE INDEX ON person_deactivation (organisation_id, person_id);
CREATE TABLE person_reactivation (
  organisation_id uuid NOT NULL,
  deactivation_id uuid NOT NULL,
  author_id uuid NOT NULL,
  reactivated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, deactivation_id),
  FOREIGN KEY (organisation_id, deactivation_id) REFERENCES person_deactivation
);`;

/** An invitation ends at most once, which the key of `invitation_end` sees to. */
const INVITATIONS = `
CREATE TABLE invitation (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  name text NOT NULL,
  role text NOT NULL,
  token_hash bytea NOT NULL,
  author_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, token_hash)
);
CREATE TABLE invitation_end (
  organisation_id uuid NOT NULL,
  invitation_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('ACCEPTED', 'REVOKED')),
  author_id uuid NOT NULL,
  ended_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, invitation_id),
  FOREIGN KEY (organisation_id, invitation_id) REFERENCES invitation
);`;

/**
 * Sessions get a name that their owner can see, and tokens that change. Those that are open end: they have no such name,
 * and people can sign in again.
 */
const SESSIONS = `
DELETE FROM session;
ALTER TABLE session DROP CONSTRAINT session_pkey,
  ADD COLUMN id uuid NOT NULL,
  ADD COLUMN previous_token_hash bytea,
  ADD COLUMN token_issued_at timestamptz NOT NULL,
  ADD COLUMN last_used_at timestamptz NOT NULL,
  ADD COLUMN address text NOT NULL,
  ADD COLUMN client text NOT NULL,
  ADD PRIMARY KEY (organisation_id, id),
  ADD UNIQUE (token_hash),
  ADD UNIQUE (previous_token_hash);
CREATE INDEX ON session (organisation_id, person_id);
GRANT UPDATE (token_hash, previous_token_hash, token_issued_at, last_used_at, address, client) ON session TO answerable_app;`;

/**
 * Attempts to sign in, counted before anybody is known: by hashes of what was typed and of the network address. They
 * belong to no organisation, so they lie in a schema of their own, which the application itself cannot enter.
 */
const THROTTLE = `
CREATE SCHEMA sign_in;
CREATE TABLE sign_in.attempts (
  subject bytea PRIMARY KEY,
  attempts integer NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX ON sign_in.attempts (ends_at);
GRANT USAGE ON SCHEMA sign_in TO answerable_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in.attempts TO answerable_system;`;

/** A second factor counts from its confirmation to its removal. Each of its time steps can be used once. */
const SECOND_FACTORS = `
CREATE TABLE second_factor (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  secret bytea NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person
);
CREATE INDEX ON second_factor (organisation_id, person_id);
CREATE TABLE second_factor_confirmation (
  organisation_id uuid NOT NULL,
  second_factor_id uuid NOT NULL,
  confirmed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, second_factor_id),
  FOREIGN KEY (organisation_id, second_factor_id) REFERENCES second_factor
);
CREATE TABLE second_factor_removal (
  organisation_id uuid NOT NULL,
  second_factor_id uuid NOT NULL,
  author_id uuid NOT NULL,
  removed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, second_factor_id),
  FOREIGN KEY (organisation_id, second_factor_id) REFERENCES second_factor
);
CREATE TABLE second_factor_use (
  organisation_id uuid NOT NULL,
  second_factor_id uuid NOT NULL,
  step bigint NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, second_factor_id, step),
  FOREIGN KEY (organisation_id, second_factor_id) REFERENCES second_factor
);
CREATE TABLE recovery_code (
  organisation_id uuid NOT NULL,
  second_factor_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  PRIMARY KEY (organisation_id, second_factor_id, code_hash),
  FOREIGN KEY (organisation_id, second_factor_id) REFERENCES second_factor
);`;

const RIGHTS = {
  person_role_change: 'SELECT, INSERT',
  person_deactivation: 'SELECT, INSERT',
  person_reactivation: 'SELECT, INSERT',
  invitation: 'SELECT, INSERT',
  invitation_end: 'SELECT, INSERT',
  second_factor: 'SELECT, INSERT',
  second_factor_confirmation: 'SELECT, INSERT',
  second_factor_removal: 'SELECT, INSERT',
  second_factor_use: 'SELECT, INSERT',
  recovery_code: 'SELECT, INSERT, DELETE', // a code that was used is gone
};

/** A role is the one thing of a person that changes. The grant also lets a writer lock the row. */
const RIGHT_TO_CHANGE = `
GRANT UPDATE (role) ON person TO answerable_app;`;

export class People1795600000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const fences = Object.entries(RIGHTS).map(([table, rights]) => fence(table, rights));
    for (const statement of [PEOPLE, INVITATIONS, SESSIONS, THROTTLE, SECOND_FACTORS, RIGHT_TO_CHANGE, ...fences])
      await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
