import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { ApiModule, prepareApi, startApi } from '#api';
import { Database } from '#database';
import { foundation } from '#foundation';
import { type Clock, type Configuration, logLevel, readConfiguration } from '#platform';
import { waitingEvents } from '#queue';
import { WorkerModule } from '#worker';
import { createDatabase } from './database.js';
import { eventually } from './eventually.js';
import { GraphqlClient } from './graphql-client.js';

export interface World {
  app: NestExpressApplication;
  /** Address of the API, `http://localhost:12345`. */
  address: string;
  databaseUrl: string;
  database: Database;
  /** As the owner of the tables, past row-level security: to see what is really stored. */
  owner: pg.Pool;
  get<T>(service: Type<T>): T;
  client(credential: string): GraphqlClient;
  /** Waits until the worker has nothing left to do for the organisation. */
  analysed(organisationId: string): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  worker?: boolean;
  settings?: Record<string, string>;
  clock?: Clock;
  extra?: (Type | DynamicModule)[];
  /** Another world, whose database this one uses too, as a second process of the program does. */
  beside?: World;
}

/** Seals signing secrets, so that no test makes a key in the data folder. */
export const TEST_SECRET_KEY = Buffer.alloc(32, 7).toString('base64');

/** The whole program on a database of its own, listening on a free port. */
export async function startWorld({
  worker = true,
  settings = {},
  extra = [],
  beside,
  clock,
}: Options = {}): Promise<World> {
  const database = beside === undefined ? await createDatabase() : { url: beside.databaseUrl, drop: async () => {} };
  const configuration: Configuration = readConfiguration({
    PORT: '0',
    LOG_LEVEL: 'silent',
    WEBHOOK_SECRET_KEY: TEST_SECRET_KEY,
    ...settings,
  });
  logLevel(configuration.logLevel);
  const root = {
    module: class TestProcess {},
    imports: [
      ...foundation(configuration, database.url, clock),
      ApiModule,
      ...(worker ? [WorkerModule] : []),
      ...extra,
    ],
  };
  const app = await NestFactory.create<NestExpressApplication>(root, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  prepareApi(app);
  await app.init();
  const address = await startApi(app, configuration);
  const owner = new pg.Pool({ connectionString: database.url, max: 4 });
  owner.on('error', () => {}); // the database goes away with the world
  const get = <T>(service: Type<T>): T => app.get(service, { strict: false });
  return {
    app,
    address,
    databaseUrl: database.url,
    database: get(Database),
    owner,
    get,
    client: (credential) => new GraphqlClient(address, credential),
    analysed: (organisationId) =>
      eventually('the worker is done', async () => (await get(Database).read(organisationId, waitingEvents)) === 0),
    async close() {
      await app.close();
      await owner.end();
      await database.drop();
    },
  };
}
