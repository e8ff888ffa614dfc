import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GuardedKeysService, accountLimits, KeysService, SCOPES } from '#accounts';
import { Clock } from '#platform';
import { conversation, ndjson } from '../factories/conversations.js';
import { makeOrganisation, signIn, type SmallOrganisation } from '../factories/organisations.js';
import { eventually } from '../support/eventually.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { startWorld, type World } from '../support/world.js';

const HOUR = 3_600_000;
const CREATE = `mutation ($input: CreateServiceKeyInput!) { createServiceKey(input: $input) { __typename
  ... on ServiceKeyIssued { secret serviceKey { id prefix scopes expiresAt clones { id } } }
  ... on ExpectedOutcome { code message } ... on ScopeNotHeld { scopes } } }`;
const ROTATE = `mutation ($input: RotateServiceKeyInput!) { rotateServiceKey(input: $input) { __typename
  ... on ServiceKeyIssued { secret serviceKey { prefix earlierSecretsUntil } } } }`;
const REVOKE = 'mutation ($input: RevokeServiceKeyInput!) { revokeServiceKey(input: $input) { __typename } }';

let world: World;
let org: SmallOrganisation;
let person: GraphqlClient;
let later = 0;

beforeAll(async () => {
  world = await startWorld({ worker: false, clock: new Clock(() => Date.now() + later) });
  org = await makeOrganisation(world);
  person = world.client(await signIn(world, org.organisation, 'OWNER'));
});
afterAll(() => world.close());

async function make(input: Record<string, unknown> = {}): Promise<{ id: string; secret: string; prefix: string }> {
  const { createServiceKey } = await person.ask(CREATE, { input: { name: 'made', scopes: ['INGEST'], ...input } });
  const { secret, serviceKey } = createServiceKey;
  return { secret, ...serviceKey };
}

/**
 * Whether both ways in take the secret: the stream, which remembers a key and asks again while it stores, and GraphQL,
 * which looks it up. In this order, since a look-up that fails would make the process forget the key.
 */
async function works(secret: string): Promise<boolean> {
  const { status: sent } = await world.client(secret).send(ndjson(conversation()));
  const { status } = await world.client(secret).post('{ viewer { name } }');
  expect(sent).toBe(status);
  return status === 200;
}

/** As long as `hours` have passed. */
async function after<T>(hours: number, work: () => Promise<T>): Promise<T> {
  later = hours * HOUR;
  return work().finally(() => (later = 0));
}

describe('a service key made by GraphQL', () => {
  it('shows its secret once, and its beginning always', async () => {
    const { secret, prefix, id } = await make({ name: 'shown once' });
    expect(secret.startsWith(prefix)).toBe(true);
    expect(await works(secret)).toBe(true);
    const { node, serviceKeys } = await person.ask(
      `query ($id: ID!) { node(id: $id) { ... on ServiceKey { name prefix } } serviceKeys { edges { node { name prefix } } } }`,
      { id },
    );
    expect(node).toEqual({ name: 'shown once', prefix });
    expect(JSON.stringify(serviceKeys)).not.toContain(secret.slice(prefix.length));
  });

  it('ends at the moment it was given, also for a stream that remembers it', async () => {
    const expiresAt = new Date(Date.now() + HOUR / 2).toISOString();
    const { secret, id } = await make({ expiresAt });
    expect(await works(secret)).toBe(true);
    await after(1, async () => {
      expect(await works(secret)).toBe(false);
      expect((await person.ask(ROTATE, { input: { id } })).rotateServiceKey.__typename).toBe('ServiceKeyEnded');
    });
  });

  it('is refused from the next request on when it was revoked, and is revoked once', async () => {
    const { secret, id } = await make();
    expect(await works(secret)).toBe(true);
    const revoke = async () => (await person.ask(REVOKE, { input: { id } })).revokeServiceKey.__typename;
    expect(await revoke()).toBe('ServiceKeyRevoked');
    expect(await works(secret)).toBe(false);
    expect(await revoke()).toBe('ServiceKeyEnded');
  });

  it.each([
    [{ name: ' ' }, 'name is empty.'],
    [{ name: 'x'.repeat(accountLimits.MAX_KEY_NAME_CHARACTERS + 1) }, 'name is longer than 100 characters.'],
    [{ scopes: [] }, 'scopes is empty.'],
    [{ cloneIds: [] }, 'cloneIds is empty; leave it out for all clones.'],
    [{ expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt is over already.'],
  ])('is refused with %j', async (wrong, message) => {
    const { body } = await person.post(CREATE, { input: { name: 'made', scopes: ['INGEST'], ...wrong } });
    expect(body.errors).toMatchObject([{ message, extensions: { code: 'BAD_INPUT' } }]);
  });

  it('is restricted to no more clones than the limit', async () => {
    const most = accountLimits.MAX_CLONES_PER_KEY;
    const input = {
      name: 'wide',
      scopes: ['ingest'] as const,
      cloneIds: Array.from({ length: most + 1 }, () => org.clone.id),
    };
    await expect(world.get(GuardedKeysService).create(org.owner, input)).rejects.toThrow('holds more than');
  });
});

describe('a rotated key', () => {
  it('works with both secrets until the overlap ends, and then with the new one only', async () => {
    const { secret, id, prefix } = await make();
    expect(await works(secret)).toBe(true);
    const { rotateServiceKey } = await person.ask(ROTATE, { input: { id, overlapSeconds: 3600 } });
    expect(rotateServiceKey.serviceKey.prefix).not.toBe(prefix);
    const secrets = [secret, rotateServiceKey.secret];
    expect(await Promise.all(secrets.map(works))).toEqual([true, true]);
    await after(2, async () => expect(await Promise.all(secrets.map(works))).toEqual([false, true]));
  });

  it('has an overlap of a day unless one is given, and none when that is zero', async () => {
    const { secret, id } = await make();
    await person.ask(ROTATE, { input: { id } });
    await after(23, async () => expect(await works(secret)).toBe(true));
    await after(25, async () => expect(await works(secret)).toBe(false));
    const { rotateServiceKey } = await person.ask(ROTATE, { input: { id, overlapSeconds: 0 } });
    expect(await works(secret)).toBe(false); // the shorter overlap ends the longer one
    expect(await works(rotateServiceKey.secret)).toBe(true);
  });

  it('ends with all its secrets when it is revoked', async () => {
    const { secret, id } = await make();
    const { rotateServiceKey } = await person.ask(ROTATE, { input: { id } });
    await person.ask(REVOKE, { input: { id } });
    expect(await Promise.all([secret, rotateServiceKey.secret].map(works))).toEqual([false, false]);
  });

  it('takes rotations at the same time one after the other', async () => {
    const { id } = await make();
    const made = await Promise.all([1, 2, 3].map(() => person.ask(ROTATE, { input: { id } })));
    for (const { rotateServiceKey } of made) expect(await works(rotateServiceKey.secret)).toBe(true);
  });

  it.each([-1, accountLimits.MAX_ROTATION_OVERLAP_SECONDS + 1])('overlaps by no %i seconds', async (overlapSeconds) => {
    const { id } = await make();
    const { body } = await person.post(ROTATE, { input: { id, overlapSeconds } });
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_INPUT' } }]);
  });
});

describe('nobody gives to a key what they may not do themselves', () => {
  it.each([
    ['INTEGRATOR', ['ingest']],
    ['OWNER', [...SCOPES]],
  ] as const)('a person who is %s gives %j', async (role, given) => {
    const other = await makeOrganisation(world);
    const client = world.client(await signIn(world, other.organisation, role));
    const allowed = [];
    for (const scope of SCOPES) {
      const input = { name: scope, scopes: [scope.toUpperCase().replace(':', '_')] };
      const { createServiceKey } = await client.ask(CREATE, { input });
      if (createServiceKey.__typename === 'ServiceKeyIssued') allowed.push(scope);
      else expect(createServiceKey).toMatchObject({ code: 'SCOPE_NOT_HELD', scopes: input.scopes });
    }
    expect(allowed).toEqual(given);
  });

  it('an integrator gets no new secret of a key for reading, but may end it', async () => {
    const other = await makeOrganisation(world);
    const client = world.client(await signIn(world, other.organisation, 'INTEGRATOR'));
    const { serviceKeys } = await client.ask('{ serviceKeys { edges { node { id } } } }');
    const input = { id: serviceKeys.edges[0].node.id };
    expect((await client.ask(ROTATE, { input })).rotateServiceKey.__typename).toBe('ScopeNotHeld');
    expect((await client.ask(REVOKE, { input })).revokeServiceKey.__typename).toBe('ServiceKeyRevoked');
  });
});

describe('the last use of a key', () => {
  async function lastUse(prefix: string): Promise<Date | null> {
    const keys = await world.get(KeysService).list(org.organisation.id);
    return keys.find((key) => key.prefix === prefix)?.lastUsedAt ?? null;
  }

  async function recordedUses(id: string): Promise<number> {
    const { rows } = await world.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM access_record WHERE operation = 'KEY_USED' AND actor_id = $1`,
      [Buffer.from(id, 'base64url').toString().split(':')[1]],
    );
    return rows[0]!.n; // a count has one row
  }

  it('is noted, once for many requests, and again when the interval is over', async () => {
    const { secret, id, prefix } = await make();
    expect(await lastUse(prefix)).toBeNull();
    for (let request = 0; request < 5; request += 1) await works(secret);
    await eventually('the use is noted', async () => (await lastUse(prefix)) !== null);
    expect(await recordedUses(id)).toBe(1);
    const first = await lastUse(prefix);
    await after(1, async () => {
      await works(secret);
      await eventually('the later use is noted', async () => (await lastUse(prefix))! > first!);
    });
    expect(await recordedUses(id)).toBe(2);
  });
});
