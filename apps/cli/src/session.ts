import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccountabilityModule } from '#accountability';
import { AccountsModule, type Organisation, OrganisationsService } from '#accounts';
import { ClonesModule } from '#clones';
import { ConversationsModule } from '#conversations';
import { type Lifetime, NEST_OPTIONS, openFoundation } from '#foundation';
import { InsightsModule } from '#insights';
import { type Configuration, ExpectedStop, logLevel, readConfiguration } from '#platform';

/** What a command works with: the services, on a database that is up to date. */
export interface Session {
  app: INestApplicationContext;
  configuration: Configuration;
}

const LIBRARIES = [AccountabilityModule, AccountsModule, ClonesModule, ConversationsModule, InsightsModule];

/** Opens the database and the services; `lifetime` closes both. */
export async function openSession(lifetime: Lifetime, extra: (Type | DynamicModule)[] = []): Promise<Session> {
  const configuration = readConfiguration();
  logLevel(configuration.logLevel === 'info' ? 'warn' : configuration.logLevel); // a person reads this terminal
  const { modules } = await openFoundation(lifetime, configuration);
  const root = {
    module: class CommandProcess {},
    imports: [...modules, ...LIBRARIES, ...extra],
  };
  const app = await NestFactory.createApplicationContext(root, NEST_OPTIONS);
  lifetime.onStop(() => app.close());
  return { app, configuration };
}

/** The organisation with this slug, or the only one. @throws ExpectedStop naming those that there are. */
export async function chooseOrganisation(
  app: INestApplicationContext,
  slug: string | undefined,
): Promise<Organisation> {
  const all = await app.get(OrganisationsService, { strict: false }).list();
  const [only] = slug === undefined ? all : all.filter((organisation) => organisation.slug === slug);
  if (only !== undefined && (slug !== undefined || all.length === 1)) return only;
  if (all.length === 0) {
    throw new ExpectedStop(
      'There is no organisation yet. Run `npx answerable organisation add`, or `npm start` for the demo.',
    );
  }
  const names = all.map((organisation) => organisation.slug).join(', ');
  throw new ExpectedStop(
    slug === undefined
      ? `Say which organisation: --organisation with one of ${names}.`
      : `There is no organisation ${slug}, only ${names}.`,
  );
}
