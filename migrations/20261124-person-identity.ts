import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fence, openToSystem } from './rights/fences.js';

const STATEMENTS = [
  `CREATE TABLE person_identity (
     organisation_id uuid NOT NULL,
     person_id uuid NOT NULL,
     issuer text NOT NULL,
     subject text NOT NULL,
     recorded_at timestamptz NOT NULL,
     PRIMARY KEY (organisation_id, person_id, issuer),
     UNIQUE (issuer, subject),
     FOREIGN KEY (organisation_id, person_id) REFERENCES person
   )`,
  fence('person_identity', 'SELECT, INSERT'),
  openToSystem('person_identity', 'SELECT'),
];

/** Who somebody is at an OpenID provider: known by its subject from the first sign-in on, whatever the e-mail address becomes. */
export class PersonIdentity1795600000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
