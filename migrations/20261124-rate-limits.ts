import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was spent of each budget in its minute. In a schema of its own, beside the tables of organisations: a row holds the
 * hash of who asks, which may be nobody yet, and a count. Unlogged, because a crash may forget it.
 */
export class RateLimits1795600000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA limits');
    await runner.query(
      'CREATE UNLOGGED TABLE limits.budget (key text PRIMARY KEY, points integer NOT NULL, expire bigint)',
    );
    await runner.query('GRANT USAGE ON SCHEMA limits TO answerable_app');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON limits.budget TO answerable_app');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
