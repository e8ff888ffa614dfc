import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { NEST_OPTIONS, openFoundation, runUntilStopped, serveMetrics, stopInOrder } from '#foundation';
import { log, logLevel, readConfiguration } from '#platform';
import { WorkerModule } from './worker.module.js';

/** The worker as its own process, beside as many others as the load needs. */
await runUntilStopped(async (lifetime) => {
  const configuration = readConfiguration();
  logLevel(configuration.logLevel);
  const { modules, place } = await openFoundation(lifetime, configuration);

  @Module({ imports: [...modules, WorkerModule] })
  class WorkerProcess {}

  const app = await NestFactory.createApplicationContext(WorkerProcess, NEST_OPTIONS);
  lifetime.onStop(() => stopInOrder(app));
  await serveMetrics(app, configuration, lifetime);
  log.info('worker-started', {
    database: place,
    queue: configuration.redisUrl === undefined ? 'postgresql' : 'redis',
  });
});
