import type { DynamicModule } from '@nestjs/common';
import { Assignment, Party } from '#accountability';
import { Organisation, Person, ServiceKey } from '#accounts';
import { Clone, CloneVersion } from '#clones';
import { DatabaseModule, migrate, openServer } from '#database';
import { type Clock, type Configuration, PlatformModule } from '#platform';
import { QueueModule } from '#queue';
import type { Lifetime } from './process.js';
import { OperationsModule } from './operations.module.js';

/** Every entity class, listed once. */
export const TABLES = [Organisation, Person, ServiceKey, Clone, CloneVersion, Party, Assignment];

interface Ground {
  modules: DynamicModule[];
  /** What to tell a person about the database; holds no password. */
  place: string;
  /** Where the embedded database keeps its data; undefined for an external one. */
  folder: string | undefined;
  /** Names of the migrations that ran just now. */
  migrated: string[];
}

/** Opens the database and brings its schema up to date; `lifetime` closes it. @throws ExpectedStop in one line. */
export async function openFoundation(lifetime: Lifetime, configuration: Configuration): Promise<Ground> {
  const server = await openServer(configuration);
  lifetime.onStop(() => server.close());
  server.onLost((error) => lifetime.fail(error));
  const migrated = await migrate(server.url);
  return { modules: foundation(configuration, server.url), place: server.place, folder: server.folder, migrated };
}

/** What every process stands on: settings, the database with its schema up to date, the queue. */
export function foundation(configuration: Configuration, databaseUrl: string, clock?: Clock): DynamicModule[] {
  return [
    PlatformModule.with(configuration, clock),
    DatabaseModule.at(databaseUrl, TABLES),
    QueueModule.at({ databaseUrl, redisUrl: configuration.redisUrl }),
    { module: OperationsModule },
  ];
}
