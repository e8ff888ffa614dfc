import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Role, ROLES } from '#accounts';
import { conversation, ndjson } from '../factories/conversations.js';
import { LiveStream } from '../factories/live-stream.js';
import { moveIn, type Neighbour } from '../factories/neighbours.js';
import { PASSWORD, signIn, submitSignIn } from '../factories/organisations.js';
import { eventually } from '../support/eventually.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld({ worker: false });
});
afterAll(() => world.close());

const ENDED = [401, ['UNAUTHENTICATED']];

interface Cast extends Neighbour {
  ids: Record<string, string>;
}

let casts = 0;

/** An organisation with its owner, and one person of each of these roles. */
async function cast(...roles: Role[]): Promise<Cast & { as: Record<string, GraphqlClient> }> {
  const neighbour = await moveIn(world, `cast${(casts += 1)}`);
  const as: Record<string, GraphqlClient> = { OWNER: neighbour.person };
  for (const role of roles) as[role] = world.client(await signIn(world, neighbour.organisation, role));
  const { people } = await neighbour.person.ask('{ people { edges { node { id name } } } }');
  const ids = Object.fromEntries(
    people.edges.map(({ node }: { node: { id: string; name: string } }) => [node.name, node.id]),
  );
  return { ...neighbour, ids, as };
}

async function change(client: GraphqlClient, mutation: string, personId: string, role?: string) {
  const type = role === undefined ? 'PersonInput' : 'ChangeRoleInput';
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename
    ... on PersonChanged { person { name role deactivatedAt } } ... on ExpectedOutcome { code message } } }`;
  return (await client.ask(document, { input: { personId, ...(role === undefined ? {} : { role }) } }))[mutation];
}

async function isLetIn(client: GraphqlClient): Promise<unknown> {
  const { status, body } = await client.post('{ viewer { name } }');
  return body.errors === undefined ? true : [status, body.errors.map(({ extensions }) => extensions.code)];
}

describe('people', () => {
  it('are listed with their role, the last added first, page by page', async () => {
    const { person } = await cast('MANAGER', 'AUDITOR');
    const all = (await person.ask('{ people { edges { node { name role email deactivatedAt } } } }')).people.edges;
    expect(all.map(({ node }: { node: { name: string } }) => node.name)).toEqual(['AUDITOR', 'MANAGER', 'OWNER']);
    expect(all[1].node).toMatchObject({ role: 'MANAGER', deactivatedAt: null });
    const page =
      'query ($after: String) { people(first: 2, after: $after) { edges { node { name } } pageInfo { hasNextPage endCursor } } }';
    const { people: one } = await person.ask(page);
    expect(one.pageInfo.hasNextPage).toBe(true);
    const { people: two } = await person.ask(page, { after: one.pageInfo.endCursor });
    expect(two).toMatchObject({ edges: [{ node: { name: 'OWNER' } }], pageInfo: { hasNextPage: false } });
  });

  it('have exactly the roles of the table of permissions', async () => {
    const { person } = await cast();
    const { __type: type } = await person.ask('{ __type(name: "PersonRole") { enumValues { name } } }');
    expect(type.enumValues.map(({ name }: { name: string }) => name).sort()).toEqual([...ROLES].sort());
  });
});

describe('another role', () => {
  it('counts from the next request on, and is kept with its author and time', async () => {
    const { person, as, ids, organisation } = await cast('INTEGRATOR');
    const reads = async () =>
      (await as['INTEGRATOR']!.post('{ people { edges { cursor } } }')).body.errors === undefined;
    expect(await reads()).toBe(false);
    expect(await change(person, 'changeRole', ids['INTEGRATOR']!, 'AUDITOR')).toEqual({
      __typename: 'PersonChanged',
      person: { name: 'INTEGRATOR', role: 'AUDITOR', deactivatedAt: null },
    });
    expect(await reads()).toBe(true);
    const { rows } = await world.owner.query(
      `SELECT c.role_before, c.role, p.name AS author FROM person_role_change c
       JOIN person p ON p.id = c.author_id WHERE c.organisation_id = $1`,
      [organisation.id],
    );
    expect(rows).toEqual([{ role_before: 'INTEGRATOR', role: 'AUDITOR', author: 'OWNER' }]);
    expect(await change(person, 'changeRole', ids['INTEGRATOR']!, 'AUDITOR')).toMatchObject({
      code: 'NOTHING_CHANGED',
    });
  });

  it('cannot be taken by anybody for themself', async () => {
    const { as, ids } = await cast('COMPLIANCE_LEAD');
    await expect(change(as['COMPLIANCE_LEAD']!, 'changeRole', ids['COMPLIANCE_LEAD']!, 'OWNER')).rejects.toThrow(
      'nothing here',
    );
  });
});

describe('deactivating', () => {
  it('ends every session at once, refuses the sign-in like a wrong password, and is taken back by reactivating', async () => {
    const { person, as, ids, organisation } = await cast('MANAGER');
    const manager = as['MANAGER']!;
    const email = `manager@${organisation.slug}.example`;
    expect(await isLetIn(manager)).toBe(true);
    expect(await change(person, 'deactivatePerson', ids['MANAGER']!)).toMatchObject({
      person: { deactivatedAt: expect.any(String) },
    });
    expect(await isLetIn(manager)).toEqual(ENDED);
    const refused = await submitSignIn(world, { email, password: PASSWORD });
    const wrong = await submitSignIn(world, { email, password: 'wrong' });
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([401, []]);
    expect(await refused.text()).toBe(await wrong.text());
    expect(await change(person, 'deactivatePerson', ids['MANAGER']!)).toMatchObject({ code: 'NOTHING_CHANGED' });

    expect(await change(person, 'reactivatePerson', ids['MANAGER']!)).toMatchObject({
      person: { deactivatedAt: null },
    });
    expect(await isLetIn(manager)).toEqual(ENDED);
    expect((await submitSignIn(world, { email, password: PASSWORD })).status).toBe(303);
    expect(await change(person, 'reactivatePerson', ids['MANAGER']!)).toMatchObject({ code: 'NOTHING_CHANGED' });
    const { rows } = await world.owner.query(
      `SELECT a.name AS away, b.name AS back FROM person_deactivation d
       JOIN person_reactivation r ON r.deactivation_id = d.id
       JOIN person a ON a.id = d.author_id JOIN person b ON b.id = r.author_id WHERE d.organisation_id = $1`,
      [organisation.id],
    );
    expect(rows).toEqual([{ away: 'OWNER', back: 'OWNER' }]);
  });

  it('leaves no session of a sign-in that was under way', async () => {
    const { person, ids, organisation } = await cast('MANAGER');
    const email = `manager@${organisation.slug}.example`;
    const attempts = Array.from({ length: 6 }, () => submitSignIn(world, { email, password: PASSWORD }));
    await Promise.race(attempts);
    await change(person, 'deactivatePerson', ids['MANAGER']!);
    for (const response of await Promise.all(attempts)) {
      const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
      if (cookie !== undefined) expect(await isLetIn(world.client(cookie))).toEqual(ENDED);
    }
  });
});

describe('deactivating, with several processes', () => {
  let other: World;
  beforeAll(async () => {
    other = await startWorld({ worker: false, beside: world });
  });
  afterAll(() => other.close());

  it('ends the sessions in every process at once, however they were used there before', async () => {
    const { person, ids, organisation } = await cast('MANAGER');
    const cookie = (
      await submitSignIn(world, { email: `manager@${organisation.slug}.example`, password: PASSWORD })
    ).headers
      .getSetCookie()[0]!
      .split(';')[0]!; // it is right
    const there = other.client(cookie);
    expect(await isLetIn(there)).toBe(true);
    await change(person, 'deactivatePerson', ids['MANAGER']!);
    expect(await isLetIn(there)).toEqual(ENDED);
  });

  it.each(['deactivatePerson', 'changeRole'])(
    'stops a stream that is under way in another one: %s',
    async (mutation) => {
      const { person, ids, organisation } = await cast('INTEGRATOR');
      const email = `integrator@${organisation.slug}.example`;
      const cookie = (await submitSignIn(other, { email, password: PASSWORD })).headers
        .getSetCookie()[0]!
        .split(';')[0]!; // it is right
      const stream = new LiveStream(other.address, undefined, { cookie });
      await stream.send(ndjson(conversation()));
      expect(await stream.next()).toMatchObject({ outcome: 'ACCEPTED' });
      await change(person, mutation, ids['INTEGRATOR']!, mutation === 'changeRole' ? 'AUDITOR' : undefined);
      await stream.send(ndjson(conversation()));
      const answers = await stream.finish();
      expect(answers).toEqual([expect.objectContaining({ outcome: 'FAILED', code: 'UNAUTHENTICATED' })]);
      const { rows } = await world.owner.query('SELECT FROM conversation WHERE organisation_id = $1', [
        organisation.id,
      ]);
      expect(rows).toHaveLength(1);
    },
  );
});

describe('a change under way', () => {
  /** Whether a request of the API waits for what another transaction holds. */
  const somebodyWaits = async () => {
    const { rows } = await world.owner.query('SELECT FROM pg_locks WHERE NOT granted');
    return rows.length > 0;
  };

  it.each([
    ['another role', `UPDATE person SET role = 'AUDITOR' WHERE id = $1`],
    [
      'no way in',
      `INSERT INTO person_deactivation (organisation_id, id, person_id, author_id, deactivated_at)
       SELECT organisation_id, gen_random_uuid(), id, id, now() FROM person WHERE id = $1`,
    ],
  ])('is not finished by an owner who gets %s meanwhile', async (_, taking) => {
    const { person, ids, organisation } = await cast('MANAGER');
    const local = (await world.owner.query(`SELECT id FROM person WHERE organisation_id = $1 AND name = 'OWNER'`, [organisation.id])).rows[0].id; // prettier-ignore
    const client = await world.owner.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [local]);
      const wish = change(person, 'changeRole', ids['MANAGER']!, 'OWNER').catch((error: Error) => error.message);
      await eventually('it waits for the owner', somebodyWaits);
      await client.query(taking, [local]);
      await client.query('COMMIT');
      expect(await wish).toMatch(/nothing here|has ended/);
    } finally {
      client.release();
    }
    const { rows } = await world.owner.query(`SELECT role FROM person WHERE organisation_id = $1 AND name = 'MANAGER'`, [organisation.id]); // prettier-ignore
    expect(rows).toEqual([{ role: 'MANAGER' }]);
  });
});

describe('the last owner', () => {
  it('can neither be deactivated nor get another role', async () => {
    const { person, ids } = await cast('AUDITOR');
    for (const attempt of [
      change(person, 'deactivatePerson', ids['OWNER']!),
      change(person, 'changeRole', ids['OWNER']!, 'AUDITOR'),
    ])
      expect(await attempt).toMatchObject({ __typename: 'LastOwner', code: 'LAST_OWNER' });
    expect(await isLetIn(person)).toBe(true);
  });

  it('is not one who has only a deactivated owner beside them', async () => {
    const { person, ids } = await cast('AUDITOR');
    await change(person, 'changeRole', ids['AUDITOR']!, 'OWNER');
    await change(person, 'deactivatePerson', ids['AUDITOR']!);
    expect(await change(person, 'changeRole', ids['OWNER']!, 'AUDITOR')).toMatchObject({ code: 'LAST_OWNER' });
    await change(person, 'reactivatePerson', ids['AUDITOR']!);
    expect(await change(person, 'changeRole', ids['OWNER']!, 'AUDITOR')).toMatchObject({ __typename: 'PersonChanged' });
  });

  it('stays when two owners send each other away at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { person, as, ids } = await cast('AUDITOR');
      await change(person, 'changeRole', ids['AUDITOR']!, 'OWNER');
      await Promise.allSettled([
        change(person, 'deactivatePerson', ids['AUDITOR']!),
        change(as['AUDITOR']!, 'deactivatePerson', ids['OWNER']!),
      ]);
      const left = [await isLetIn(person), await isLetIn(as['AUDITOR']!)].filter((one) => one === true);
      expect(left).toHaveLength(1);
    }
  });
});
