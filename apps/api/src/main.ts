import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { openFoundation, runUntilStopped, serveMetrics, stopServing } from '#foundation';
import { log, logLevel, readConfiguration } from '#platform';
import { ApiModule } from './api.module.js';
import { prepareApi, startApi } from './start.js';

/** The API as its own process, beside as many others as the load needs. */
await runUntilStopped(async (lifetime) => {
  const configuration = readConfiguration();
  logLevel(configuration.logLevel);
  const { modules, place } = await openFoundation(lifetime, configuration);

  @Module({ imports: [...modules, ApiModule] })
  class ApiProcess {}

  const app = await NestFactory.create<NestExpressApplication>(ApiProcess, {
    logger: ['warn', 'error'],
    bodyParser: false,
    abortOnError: false,
  });
  lifetime.onStop(() => stopServing(app));
  prepareApi(app);
  await serveMetrics(app, configuration, lifetime);
  const address = await startApi(app, configuration);
  log.info('api-started', { address, database: place });
});
