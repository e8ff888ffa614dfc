import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { foundation, serveMetrics, runUntilStopped, stopInOrder } from '#foundation';
import { migrate, openServer } from '#database';
import { log, logLevel, readConfiguration } from '#platform';
import { WorkerModule } from './worker.module.js';

/** The worker as its own process, beside as many others as the load needs. */
await runUntilStopped(async (lifetime) => {
  const configuration = readConfiguration();
  logLevel(configuration.logLevel);
  const server = await openServer(configuration);
  lifetime.onStop(() => server.close());
  await migrate(server.url);

  @Module({ imports: [...foundation(configuration, server.url), WorkerModule] })
  class WorkerProcess {}

  const app = await NestFactory.createApplicationContext(WorkerProcess, {
    logger: ['warn', 'error'],
    abortOnError: false,
  });
  lifetime.onStop(() => stopInOrder(app));
  await serveMetrics(app, configuration, lifetime);
  log.info('worker-started', {
    database: server.place,
    queue: configuration.redisUrl === undefined ? 'postgresql' : 'redis',
  });
});
