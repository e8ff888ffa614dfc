import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { connect, type Tables } from './connection.js';
import { watchPool } from './database-metrics.js';
import { Database } from './database.js';

@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  private readonly unwatch: () => void;

  constructor(private readonly source: DataSource) {
    this.unwatch = watchPool((source.driver as unknown as { master: pg.Pool }).master); // the driver is PostgreSQL's
  }

  /** Connects to a database whose schema is up to date. */
  static at(databaseUrl: string, tables: Tables): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: DataSource, useFactory: () => connect(databaseUrl, tables) }, Database],
      exports: [Database],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    this.unwatch();
    await this.source.destroy();
  }
}
