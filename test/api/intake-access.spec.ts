import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeysService, ROLES, SCOPES } from '#accounts';
import { conversation, INGEST, ndjson } from '../factories/conversations.js';
import { APPEND } from '../factories/intake-answers.js';
import { makeOrganisation, signIn, type SmallOrganisation } from '../factories/organisations.js';
import { LiveStream } from '../factories/live-stream.js';
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

  it('nobody with a key that is revoked while its stream is open, from the next lines on', async () => {
    const keys = world.get(KeysService);
    const { key, secret } = await keys.create(org.organisation.id, { name: 'streaming', scopes: ['ingest'] });
    const [first, second] = [conversation(), conversation()];
    const stream = new LiveStream(world.address, secret);
    await stream.send(ndjson(first));
    expect(await stream.next()).toMatchObject({ line: 1, outcome: 'ACCEPTED' });
    await keys.revoke(org.organisation.id, key.prefix);
    await stream.send(ndjson(second));
    expect(await stream.next()).toMatchObject({ line: 2, outcome: 'FAILED', code: 'UNAUTHENTICATED' });
    expect(await stream.finish()).toEqual([]);
    expect(await storedTimes(world, second)).toBe(0);
  });

  it('nobody with a revoked key who sends known and new conversations together; the program lives on', async () => {
    const keys = world.get(KeysService);
    const known = conversation();
    const { key, secret } = await keys.create(org.organisation.id, { name: 'both', scopes: ['ingest'] });
    await world.client(secret).send(ndjson(known));
    await keys.revoke(org.organisation.id, key.prefix);
    const added = conversation();
    for (let time = 0; time < 5; time += 1)
      expect(await world.client(secret).send(ndjson(known, added))).toMatchObject({ status: 401 });
    expect(await storedTimes(world, added)).toBe(0);
    expect((await org.client.send(ndjson(added))).lines).toMatchObject([{ outcome: 'ACCEPTED' }]);
  });

  it('nobody with a revoked key, though others of the same moment may; also when nothing is sent', async () => {
    const keys = world.get(KeysService);
    const { key, secret } = await keys.create(org.organisation.id, { name: 'among others', scopes: ['ingest'] });
    await world.client(secret).send(ndjson(conversation()));
    await keys.revoke(org.organisation.id, key.prefix);
    const [refused, ...accepted] = Array.from({ length: 12 }, () => conversation());
    const answers = await Promise.all([
      world.client(secret).send(ndjson(refused!)), // there are twelve
      ...accepted.map((one) => org.client.send(ndjson(one))),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, ...accepted.map(() => 200)]);
    expect(await storedTimes(world, refused!)).toBe(0);
    const { key: other, secret: empty } = await keys.create(org.organisation.id, { name: 'empty', scopes: ['ingest'] });
    expect(await world.client(empty).send('')).toMatchObject({ status: 200 });
    await keys.revoke(org.organisation.id, other.prefix);
    expect(await world.client(empty).send('')).toMatchObject({ status: 401 });
  });

  it('nobody with a key for other things: it reads as if there were nothing', async () => {
    const scopes = SCOPES.filter((scope) => !['ingest', 'admin'].includes(scope));
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
