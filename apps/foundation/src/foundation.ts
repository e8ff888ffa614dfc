import type { DynamicModule } from '@nestjs/common';
import { Assignment, Party } from '#accountability';
import { Organisation, Person, ServiceKey } from '#accounts';
import { Clone, CloneVersion } from '#clones';
import { DatabaseModule } from '#database';
import { type Clock, type Configuration, PlatformModule } from '#platform';
import { QueueModule } from '#queue';

/** Every entity class, listed once. */
export const TABLES = [Organisation, Person, ServiceKey, Clone, CloneVersion, Party, Assignment];

/** What every process stands on: settings, the database with its schema up to date, the queue. */
export function foundation(configuration: Configuration, databaseUrl: string, clock?: Clock): DynamicModule[] {
  return [
    PlatformModule.with(configuration, clock),
    DatabaseModule.at(databaseUrl, TABLES),
    QueueModule.at({ databaseUrl, redisUrl: configuration.redisUrl }),
  ];
}
