import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccountabilityModule, AccountabilityService } from '#accountability';
import { AccountsModule, KeysService, OrganisationsService, SCOPES } from '#accounts';
import { ClonesModule, ClonesService } from '#clones';
import { ConversationsModule } from '#conversations';
import { foundation } from '#foundation';
import { logLevel, readConfiguration } from '#platform';

export const CLONE = 'ceo';
export const CLONE_VERSION = '1.0';

/** The libraries in this process, on a database that has its schema. */
export function openLibraries(databaseUrl: string, extra: Type[] = []): Promise<INestApplicationContext> {
  logLevel('silent');
  const root = {
    module: class BenchProcess {},
    imports: [
      ...foundation(readConfiguration({ LOG_LEVEL: 'silent' }), databaseUrl),
      AccountabilityModule,
      AccountsModule,
      ClonesModule,
      ConversationsModule,
      ...extra,
    ],
  };
  return NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
}

/** An organisation with a clone, somebody who answers for it, and a key. */
export async function addOrganisation(databaseUrl: string): Promise<{ organisationId: string; key: string }> {
  const app = await openLibraries(databaseUrl);
  try {
    const get = <T>(service: Type<T>): T => app.get(service, { strict: false });
    const { id } = await get(OrganisationsService).create({ slug: 'bench', name: 'Bench', timeZone: 'UTC' });
    const clone = await get(ClonesService).add(id, {
      handle: CLONE,
      name: 'The CEO (clone)',
      principalName: 'Robin Ek',
      principalTitle: 'CEO',
    });
    const version = { cloneId: clone.id, label: CLONE_VERSION, provider: 'bench', model: 'bench' };
    await get(ClonesService).addVersion(id, version);
    const accountability = get(AccountabilityService);
    const since = new Date('2020-01-01T00:00:00Z');
    const assignment = {
      cloneId: null,
      channel: null,
      validFrom: since,
      validTo: null,
      recordedAt: since,
      basis: 'bench',
    };
    const person = await accountability.addParty(id, { kind: 'PERSON', name: 'Petra Lund', title: null });
    const company = await accountability.addParty(id, { kind: 'ENTITY', name: 'The company', title: null });
    await accountability.assign(id, { ...assignment, role: 'ACCOUNTABLE', partyId: person.id });
    await accountability.assign(id, { ...assignment, role: 'DEPLOYER_ENTITY', partyId: company.id });
    const { secret } = await get(KeysService).create(id, { name: 'bench', scopes: SCOPES });
    return { organisationId: id, key: secret };
  } finally {
    await app.close();
  }
}
