import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fence } from './rights/fences.js';

const STATEMENTS = [
  `CREATE TABLE assignment_end (
     organisation_id uuid NOT NULL,
     assignment_id uuid NOT NULL,
     ended_at timestamptz NOT NULL,
     recorded_at timestamptz NOT NULL,
     PRIMARY KEY (organisation_id, assignment_id),
     FOREIGN KEY (organisation_id, assignment_id) REFERENCES assignment (organisation_id, id)
   )`,
  fence('assignment_end', 'SELECT, INSERT'),
  // The few replies that nobody, or more than one, answers for are looked for among very many.
  `CREATE INDEX accountability_record_open ON accountability_record (organisation_id, outcome, conversation_id)
     WHERE outcome <> 'ACCOUNTABLE'`,
];

/** Assignments end when another takes their place, and replies without one answer for them can be listed. */
export class AssignmentEnds1795550000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
