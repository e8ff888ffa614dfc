import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NEST_OPTIONS, openFoundation, runUntilStopped, serveMetrics, stopServing } from '#foundation';
import { log, logLevel, readConfiguration } from '#platform';
import { ApiModule } from './api.module.js';
import { refuseUnusableAddress } from './listening.js';
import { prepareApi, startApi } from './start.js';

/** The API as its own process, beside as many others as the load needs. */
await runUntilStopped(async (lifetime) => {
  const configuration = readConfiguration();
  logLevel(configuration.logLevel);
  await refuseUnusableAddress(configuration);
  const { modules, place } = await openFoundation(lifetime, configuration);

  @Module({ imports: [...modules, ApiModule] })
  class ApiProcess {}

  const app = await NestFactory.create<NestExpressApplication>(ApiProcess, {
    ...NEST_OPTIONS,
    bodyParser: false,
  });
  lifetime.onStop(() => stopServing(app));
  prepareApi(app);
  await serveMetrics(app, configuration, lifetime);
  const address = await startApi(app, configuration);
  log.info('api-started', { address, database: place });
});
