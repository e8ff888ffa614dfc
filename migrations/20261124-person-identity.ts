import type { MigrationInterface, QueryRunner } from 'typeorm';

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
  `ALTER TABLE person_identity ENABLE ROW LEVEL SECURITY`,
  `CREATE POLICY own_organisation ON person_identity TO answerable_app
     USING (organisation_id = (SELECT current_organisation())) WITH CHECK (organisation_id = (SELECT current_organisation()))`,
  `GRANT SELECT, INSERT ON person_identity TO answerable_app`,
  `CREATE POLICY before_organisation ON person_identity TO answerable_system USING (true) WITH CHECK (true)`,
  `GRANT SELECT ON person_identity TO answerable_system`,
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
