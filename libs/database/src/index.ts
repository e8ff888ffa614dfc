export { missingMigrations } from './applied-migrations.js';
export { connect, migrate, POOL_CONNECTIONS, surviveLoss, type Tables } from './connection.js';
export { Database } from './database.js';
export { DatabaseModule } from './database.module.js';
export { EmbeddedPostgres } from './embedded-postgres.js';
export { describeSchema } from './schema-description.js';
export { openServer, type Server } from './server.js';
export type { Transaction } from './transaction.js';
export { UNIQUE_VIOLATION } from './sqlstates.js';
