import { AccountabilityService, type Channel } from '#accountability';
import {
  type Actor,
  KeysService,
  type Organisation,
  OrganisationsService,
  type Role,
  type Scope,
  SCOPES,
} from '#accounts';
import { type Clone, ClonesService } from '#clones';
import type { GraphqlClient } from '../support/graphql-client.js';
import type { World } from '../support/world.js';

let made = 0;

/** The smallest organisation that can take conversations in: a clone, somebody who answers, and a key. */
export interface SmallOrganisation {
  organisation: Organisation;
  clone: Clone;
  key: string;
  client: GraphqlClient;
  /** The organisation's owner, for calling services directly. */
  owner: Actor;
}

export async function makeOrganisation(
  world: World,
  given: { scopes?: readonly Scope[] } = {},
): Promise<SmallOrganisation> {
  made += 1;
  const slug = `org-${process.pid}-${made}`;
  const organisation = await world
    .get(OrganisationsService)
    .create({ slug, name: `Organisation ${made}`, timeZone: 'Europe/Stockholm' });
  const clone = await world.get(ClonesService).add(organisation.id, {
    handle: 'ceo',
    name: 'The CEO (clone)',
    principalName: 'Robin Ek',
    principalTitle: 'CEO',
  });
  await world
    .get(ClonesService)
    .addVersion(organisation.id, { cloneId: clone.id, label: '1.0', provider: 'test', model: 'test' });
  await assign(world, organisation, { name: 'Petra Lund' });
  const { secret } = await world
    .get(KeysService)
    .create(organisation.id, { name: 'test', scopes: given.scopes ?? SCOPES });
  const owner: Actor = {
    kind: 'PERSON',
    organisationId: organisation.id,
    id: organisation.id,
    name: 'owner',
    role: 'OWNER',
  };
  return { organisation, clone, key: secret, client: world.client(secret), owner };
}

/** Assigns a new party since 2020, written down at once. */
export async function assign(
  world: World,
  { id }: Organisation,
  given: {
    name: string;
    cloneId?: string;
    channel?: Channel;
    validTo?: Date;
    role?: 'ACCOUNTABLE' | 'DEPLOYER_ENTITY';
  },
): Promise<void> {
  const service = world.get(AccountabilityService);
  const kind = given.role === 'DEPLOYER_ENTITY' ? ('ENTITY' as const) : ('PERSON' as const);
  const party = await service.addParty(id, { kind, name: given.name, title: null });
  const since = new Date('2020-01-01T00:00:00Z');
  await service.assign(id, {
    role: given.role ?? 'ACCOUNTABLE',
    partyId: party.id,
    cloneId: given.cloneId ?? null,
    channel: given.channel ?? null,
    validFrom: since,
    validTo: given.validTo ?? null,
    recordedAt: since,
    basis: 'test',
  });
}

export const PASSWORD = 'a long password';

/** Sends the form of the page to sign in. */
export function submitSignIn(
  { address }: World,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(`${address}/sign-in`, { method: 'POST', redirect: 'manual', headers, body });
}

/** A signed-in person, named by their role. @returns the cookie to send */
export async function signIn(world: World, { id, slug }: Organisation, role: Role): Promise<string> {
  const email = `${role.toLowerCase()}@${slug}.example`;
  await world.get(OrganisationsService).addPerson(id, { email, name: role, role, password: PASSWORD });
  const response = await submitSignIn(world, { email, password: PASSWORD });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`The sign-in was answered with ${response.status}.`);
  return cookie;
}
