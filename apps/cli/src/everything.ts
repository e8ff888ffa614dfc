import { createServer } from 'node:net';
import { styleText } from 'node:util';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiModule, prepareApi, startApi } from '#api';
import { operatorOf, type Organisation } from '#accounts';
import { migrate, openServer } from '#database';
import { foundation, type Lifetime } from '#foundation';
import { OverviewService } from '#insights';
import { coded, type Configuration, ExpectedStop, logLevel, readConfiguration } from '#platform';
import { WorkerModule } from '#worker';
import { untilAnalysed } from './analysis-progress.js';
import type { DemoCredentials } from './demo/credentials.js';
import { ensureDemo, importSample } from './demo/demo.js';
import { plural } from './progress.js';
import { summaryText } from './summary.js';

/** Starts everything in one process: database, API and worker; with the demo when `demo` says so. */
export async function startEverything(lifetime: Lifetime, demo: boolean): Promise<void> {
  const configuration = readConfiguration();
  logLevel(configuration.logLevel === 'info' ? 'warn' : configuration.logLevel); // a person reads this terminal
  await refuseTakenPort(configuration);
  console.log(`Answerable on Node ${process.versions.node}`);
  const server = await openServer(configuration);
  lifetime.onStop(() => server.close());
  console.log(`PostgreSQL: ${server.place}`);
  const migrations = await migrate(server.url);
  if (migrations.length > 0) console.log(`Schema: ${plural(migrations.length, 'migration')} ran`);
  const root = {
    module: class EverythingProcess {},
    imports: [...foundation(configuration, server.url), ApiModule, WorkerModule],
  };
  const app = await NestFactory.create<NestExpressApplication>(root, {
    logger: ['warn', 'error'],
    bodyParser: false,
    abortOnError: false,
  });
  lifetime.onStop(() => app.close());
  prepareApi(app);
  await app.init();
  const organisation = demo ? await prepareDemo(app, configuration) : null;
  const address = await startApi(app, configuration);
  tellWhere(address, organisation?.credentials ?? null);
}

async function prepareDemo(app: NestExpressApplication, configuration: Configuration) {
  const demo = await ensureDemo(app, configuration.dataDirectory);
  if (demo === null) {
    console.log('This database holds other organisations, so no demo was added.');
    return null;
  }
  const added = await importSample(app, demo.organisation);
  if (added === 0) console.log('The sample is here already: nothing was imported twice.');
  const left = await untilAnalysed(app, demo.organisation.id);
  if (left > 0) console.log(`${plural(left, 'conversation')} not analysed yet; see \`npx answerable dead-letters\`.`);
  await tellSummary(app, demo.organisation);
  if (demo.credentials === null) {
    console.log('The demo was made with another data folder, which holds its sign-in and key.');
    console.log(`A key of your own: npx answerable key add mine --organisation ${demo.organisation.slug}\n`);
  }
  return demo;
}

async function tellSummary(app: NestExpressApplication, organisation: Organisation): Promise<void> {
  const overview = await app.get(OverviewService, { strict: false }).of(operatorOf(organisation.id));
  console.log(`\n${summaryText(organisation.name, overview)}`);
}

function tellWhere(address: string, credentials: DemoCredentials | null): void {
  const strong = (text: string) => styleText('bold', text, { stream: process.stdout });
  console.log(`${strong('GraphiQL')}   ${address}/graphql`);
  console.log(`${strong('Intake')}     ${address}/v1/conversations`);
  if (credentials !== null) {
    console.log(`${strong('Sign in')}    ${credentials.email}   password ${credentials.password}`);
    console.log(`${strong('API key')}    ${credentials.key ?? ''}`);
  }
  console.log('\nCtrl-C stops everything.');
}

/** Told before the database starts, not after a minute of work. */
function refuseTakenPort({ port, host }: Configuration): Promise<void> {
  if (port === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const taken = coded(error) === 'EADDRINUSE';
      if (!taken) return resolve(); // startApi tells it in its own words
      reject(new ExpectedStop(`Port ${port} on ${host} is taken. Set PORT to another one.`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
