import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ANALYSIS, INSIGHTS, MODERATION } from './20261124-the-main-job/analysis.js';
import { ACCOUNTABILITY, CONVERSATIONS, QUEUE } from './20261124-the-main-job/conversations.js';
import { ACCOUNTS, CLONES, ROLES } from './20261124-the-main-job/identity.js';
import { FENCES } from './20261124-the-main-job/rights.js';

const TABLES = [ROLES, ACCOUNTS, CLONES, CONVERSATIONS, ACCOUNTABILITY, ANALYSIS, MODERATION, INSIGHTS, QUEUE];

/**
 * The first tables: who may come in, clones, who answers, conversations, what was measured and flagged, the outbox.
 * Every row names its organisation, and keys begin with it, so that a foreign key cannot cross organisations either.
 */
export class TheMainJob1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...FENCES]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
