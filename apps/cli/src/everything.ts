import { styleText } from 'node:util';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiModule, prepareApi, refuseUnusableAddress, startApi } from '#api';
import { operatorOf, type Organisation } from '#accounts';
import { type Lifetime, NEST_OPTIONS, openFoundation, serveMetrics, stopServing } from '#foundation';
import { OverviewService } from '#insights';
import { type Configuration, logLevel, readConfiguration } from '#platform';
import { WorkerModule } from '#worker';
import { untilAnalysed } from './analysis-progress.js';
import { credentialsFile, type DemoCredentials } from './demo/credentials.js';
import { ensureDemo, importSample } from './demo/demo.js';
import { plural } from './progress.js';
import { summaryText } from './summary.js';

export interface StartOptions {
  demo: boolean;
  /** One line instead of the summary, for somebody who starts it again and again. */
  brief?: boolean;
}

/** Starts everything in one process: database, API and worker; with the demo when the options say so. */
export async function startEverything(lifetime: Lifetime, { demo, brief = false }: StartOptions): Promise<void> {
  const configuration = readConfiguration();
  logLevel(configuration.logLevel === 'info' ? 'warn' : configuration.logLevel); // a person reads this terminal
  await refuseUnusableAddress(configuration); // told before the database starts, not after a minute of work
  if (!brief) console.log(`Answerable on Node ${process.versions.node}`);
  const { modules, place, folder, migrated } = await openFoundation(lifetime, configuration);
  if (!brief) console.log(`PostgreSQL: ${place}`);
  if (migrated.length > 0) console.log(`Schema: ${plural(migrated.length, 'migration')} ran`);
  const root = {
    module: class EverythingProcess {},
    imports: [...modules, ApiModule, WorkerModule],
  };
  const app = await NestFactory.create<NestExpressApplication>(root, {
    ...NEST_OPTIONS,
    bodyParser: false,
  });
  lifetime.onStop(() => stopServing(app));
  prepareApi(app);
  await app.init();
  const prepared = demo ? await prepareDemo(app, configuration) : null;
  await serveMetrics(app, configuration, lifetime);
  const address = await startApi(app, configuration);
  if (brief && (prepared?.added ?? 0) === 0) {
    const sign = prepared?.credentials ? `; sign-in and key: ${credentialsFile(configuration.dataDirectory)}` : '';
    return console.log(`Ready: ${address}/graphql${sign}`);
  }
  if (prepared !== null) await tellDemo(app, prepared, configuration, folder);
  else if (demo) console.log('This database holds other organisations, so no demo was added.');
  tellWhere(address, prepared?.credentials ?? null);
}

interface PreparedDemo {
  organisation: Organisation;
  credentials: DemoCredentials | null;
  /** Conversations of the sample that were not there yet. */
  added: number;
}

async function prepareDemo(
  app: NestExpressApplication,
  { dataDirectory }: Configuration,
): Promise<PreparedDemo | null> {
  const demo = await ensureDemo(app, dataDirectory);
  if (demo === null) return null;
  const added = await importSample(app, demo.organisation);
  await untilAnalysed(app, demo.organisation.id);
  return { ...demo, added };
}

async function tellDemo(
  app: NestExpressApplication,
  { organisation, credentials, added }: PreparedDemo,
  { dataDirectory }: Configuration,
  databaseFolder: string | undefined,
): Promise<void> {
  if (added === 0) console.log('The sample is here already: nothing was imported twice.');
  const overview = await app.get(OverviewService, { strict: false }).of(operatorOf(organisation.id));
  console.log(`\n${summaryText(organisation.name, overview)}`);
  if (credentials !== null) return;
  console.log(`The demo's sign-in and key are not in ${credentialsFile(dataDirectory)}: it was made with`);
  console.log('another data folder, or somebody removed the file.');
  console.log(`A new key:       npx answerable key add mine --organisation ${organisation.slug}`);
  const anew = databaseFolder === undefined ? 'give DATABASE_URL an empty database' : `remove ${databaseFolder}`;
  console.log(`To begin anew:   stop, ${anew}, start\n`);
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
