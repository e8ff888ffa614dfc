import { styleText } from 'node:util';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiModule, prepareApi, refuseUnusableAddress, startApi } from '#api';
import type { Organisation } from '#accounts';
import { type Lifetime, NEST_OPTIONS, openFoundation } from '#foundation';
import { OverviewService } from '#insights';
import { type Configuration, logLevel, readConfiguration } from '#platform';
import { WorkerModule } from '#worker';
import { untilAnalysed } from './analysis-progress.js';
import type { DemoCredentials } from './demo/credentials.js';
import { ensureDemo, importSample } from './demo/demo.js';
import { plural } from './progress.js';
import { operatorOf } from './session.js';
import { summaryText } from './summary.js';

/** Starts everything in one process: database, API and worker; with the demo when `demo` says so. */
export async function startEverything(lifetime: Lifetime, demo: boolean): Promise<void> {
  const configuration = readConfiguration();
  logLevel(configuration.logLevel === 'info' ? 'warn' : configuration.logLevel); // a person reads this terminal
  await refuseUnusableAddress(configuration); // told before the database starts, not after a minute of work
  console.log(`Answerable on Node ${process.versions.node}`);
  const { modules, place, migrated } = await openFoundation(lifetime, configuration);
  console.log(`PostgreSQL: ${place}`);
  if (migrated.length > 0) console.log(`Schema: ${plural(migrated.length, 'migration')} ran`);
  const root = {
    module: class EverythingProcess {},
    imports: [...modules, ApiModule, WorkerModule],
  };
  const app = await NestFactory.create<NestExpressApplication>(root, {
    ...NEST_OPTIONS,
    bodyParser: false,
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
  await untilAnalysed(app, demo.organisation.id);
  await tellSummary(app, demo.organisation);
  if (demo.credentials === null) {
    console.log('The demo was made with another data folder, which holds its sign-in and key.');
    console.log(`A key of your own: npx answerable key add mine --organisation ${demo.organisation.slug}\n`);
  }
  return demo;
}

async function tellSummary(app: NestExpressApplication, organisation: Organisation): Promise<void> {
  const overview = await app.get(OverviewService, { strict: false }).of(operatorOf(organisation));
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
