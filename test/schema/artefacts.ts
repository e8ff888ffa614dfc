import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { apiSchema } from '#api';
import { describeSchema, EmbeddedPostgres, migrate } from '#database';
import { TABLES } from '#foundation';
import { projectRoot } from '#platform';
import { openFolder } from '../support/open-folder.js';

/** What is committed for people to review, by path, and what it should be now. */
export async function artefacts(): Promise<{ path: string; text: string }[]> {
  const folder = openFolder('schema');
  const server = await EmbeddedPostgres.start(join(folder, 'database'));
  try {
    await migrate(server.url());
    await refuseEntityDrift(server.url());
    const sql = `-- Written by \`npm run schema\` from the migrations; for reading and review.\n\n${await describeSchema(server.url())}`;
    return [
      { path: join(projectRoot(), 'migrations/schema.sql'), text: sql },
      { path: join(projectRoot(), 'apps/api/schema.graphql'), text: await apiSchema() },
    ];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every entity must name columns that its table has, of the same type. */
async function refuseEntityDrift(databaseUrl: string): Promise<void> {
  const source = await new DataSource({ type: 'postgres', url: databaseUrl, entities: TABLES }).initialize();
  try {
    for (const { tableName, columns } of source.entityMetadatas) {
      const rows: { name: string; type: string }[] = await source.query(
        `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
         WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
        [tableName],
      );
      const stored = new Map(rows.map(({ name, type }) => [name, type]));
      for (const column of columns) {
        const type = stored.get(column.databaseName);
        const wanted = `${source.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`.replace(
          'timestamp with time zone',
          'timestamptz',
        );
        if (type?.replace('timestamp with time zone', 'timestamptz') !== wanted) {
          throw new Error(
            `${tableName}.${column.databaseName} is ${type ?? 'missing'} in the database and ${wanted} in the entity.`,
          );
        }
      }
      for (const name of stored.keys()) {
        if (!columns.some((column) => column.databaseName === name))
          throw new Error(`${tableName}.${name} is missing in the entity.`);
      }
    }
  } finally {
    await source.destroy();
  }
}
