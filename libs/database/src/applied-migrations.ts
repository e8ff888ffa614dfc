import { MIGRATIONS } from '#migrations';
import type { Database } from './database.js';

/** The migrations that this program knows and its database has not had; none when its schema is current, or newer. */
export async function missingMigrations(database: Database): Promise<string[]> {
  const applied = await database.lookUp<{ name: string }>('SELECT name FROM applied_migrations()', []);
  const names = new Set(applied.map(({ name }) => name));
  return MIGRATIONS.map(({ name }) => name).filter((name) => !names.has(name));
}
