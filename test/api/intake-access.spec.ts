import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeysService, ROLES, SCOPES } from '#accounts';
import { conversation, INGEST, ndjson } from '../factories/conversations.js';
import { APPEND } from '../factories/intake-answers.js';
import { makeOrganisation, signIn, type SmallOrganisation } from '../factories/organisations.js';
import { storedRefusals, storedTimes } from '../factories/stored.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

/** Every way in: what it answers and with which code. */
async function knock(
  credential: string | undefined,
): Promise<{ sent: ReturnType<typeof conversation>; codes: unknown[] }> {
  const sent = conversation();
  const headers: Record<string, string> = credential === undefined ? {} : { authorization: `Bearer ${credential}` };
  const stream = await fetch(`${world.address}/v1/conversations`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', ...headers },
    body: `${ndjson(sent)}nonsense\n`,
  });
  const codes: unknown[] = [[stream.status, ((await stream.json()) as { error: { code: string } }).error.code]];
  for (const query of [INGEST, APPEND]) {
    const { turns, source, externalId } = sent;
    const conversations = query === INGEST ? [sent] : [{ source, externalId, turns }];
    const response = await fetch(`${world.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables: { input: { conversations } } }),
    });
    const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    codes.push(errors?.[0]?.extensions.code);
  }
  return { sent, codes };
}

/** Refused everywhere, and nothing is kept, not even in quarantine. */
async function expectShut(credential: string | undefined, status: number, code: string): Promise<void> {
  const { sent, codes } = await knock(credential);
  expect(codes).toEqual([[status, code], code, code]);
  expect(await storedTimes(world, sent)).toBe(0);
  expect(await storedRefusals(world, org.organisation.id)).toEqual([]);
}

describe('who may send conversations', () => {
  it('nobody without a key', () => expectShut(undefined, 401, 'UNAUTHENTICATED'));

  it.each(['ans_', 'ans_unknownunknownunknownunknown00', 'nonsense', "' OR 1=1 --"])('nobody with the key %j', (key) =>
    expectShut(key, 401, 'UNAUTHENTICATED'),
  );

  it('nobody with a key that was revoked, from the next request on', async () => {
    const keys = world.get(KeysService);
    const { key, secret } = await keys.create(org.organisation.id, { name: 'short-lived', scopes: ['ingest'] });
    const before = await world.client(secret).send(ndjson(conversation()));
    expect(before.lines).toMatchObject([{ outcome: 'ACCEPTED' }]);
    await keys.revoke(org.organisation.id, key.prefix);
    await expectShut(secret, 401, 'UNAUTHENTICATED');
  });

  it('nobody with a key for other things: it reads as if there were nothing', async () => {
    const scopes = SCOPES.filter((scope) => scope !== 'ingest');
    const { secret } = await world.get(KeysService).create(org.organisation.id, { name: 'reader', scopes });
    await expectShut(secret, 404, 'NOT_FOUND');
  });

  it('a key with just that scope', async () => {
    const { secret } = await world.get(KeysService).create(org.organisation.id, { name: 'source', scopes: ['ingest'] });
    const { lines } = await world.client(secret).send(ndjson(conversation()));
    expect(lines).toMatchObject([{ outcome: 'ACCEPTED' }]);
  });

  it('of the people, owners and integrators', async () => {
    const may: string[] = [];
    for (const role of ROLES) {
      const client = world.client(await signIn(world, org.organisation, role));
      const { status } = await client.send(ndjson(conversation()));
      expect([200, 404]).toContain(status);
      if (status === 200) may.push(role);
    }
    expect(may.toSorted()).toEqual(['INTEGRATOR', 'OWNER']);
  });
});
