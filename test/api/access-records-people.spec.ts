import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccessOperation, OrganisationsService } from '#accounts';
import { moveIn, type Neighbour } from '../factories/neighbours.js';
import { PASSWORD, submitSignIn } from '../factories/organisations.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: Neighbour;
beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await moveIn(world, 'mark');
});
afterAll(() => world.close());

interface Recorded {
  operation: AccessOperation;
  actorName: string;
  subjectType: string;
  subjectIds: string[];
  address: string | null;
  requestId: string | null;
}

/** What `work` leaves behind, in the order in which it happened. */
async function recordsOf(work: () => Promise<unknown>): Promise<Recorded[]> {
  const read = async (): Promise<(Recorded & { id: string })[]> => {
    const { accessRecords } = await org.person.ask(`{ accessRecords(first: 100) { edges { node {
      id operation actorName subjectType subjectIds address requestId } } } }`);
    return accessRecords.edges.map(({ node }: { node: Recorded }) => node);
  };
  const before = new Set((await read()).map(({ id }) => id));
  await work();
  return (await read()).filter(({ id }) => !before.has(id)).reverse();
}

const operations = (records: Recorded[]) => records.map(({ operation }) => operation);

let people = 0;

async function addPerson(): Promise<{ id: string; email: string }> {
  const email = `person${(people += 1)}@records.example`;
  const given = { email, name: email, role: 'AUDITOR' as const, password: PASSWORD };
  const { id } = await world.get(OrganisationsService).addPerson(org.organisation.id, given);
  return { id: Buffer.from(`Person:${id}`).toString('base64url'), email };
}

async function signIn(email: string): Promise<{ client: GraphqlClient; cookie: string }> {
  const response = await submitSignIn(world, { email, password: PASSWORD });
  const cookie = response.headers.getSetCookie()[0]!.split(';')[0]!; // the password is right
  return { client: world.client(cookie), cookie };
}

describe('what owners do about people', () => {
  it.each([
    ['ROLE_CHANGED', 'changeRole(input: { personId: $id, role: MANAGER })'],
    ['PERSON_DEACTIVATED', 'deactivatePerson(input: { personId: $id })'],
    ['PERSON_REACTIVATED', 'reactivatePerson(input: { personId: $id })'],
  ])('is recorded as %s, once', async (operation, mutation) => {
    const { id } = await addPerson();
    const ask = (what: string) => org.person.ask(`mutation ($id: ID!) { ${what} { __typename } }`, { id });
    if (operation === 'PERSON_REACTIVATED') await ask('deactivatePerson(input: { personId: $id })');
    const records = await recordsOf(() => ask(mutation));
    expect(records).toMatchObject([{ operation, actorName: 'OWNER', subjectType: 'Person', subjectIds: [id] }]);
    expect(records[0]!.address).not.toBeNull();
    expect(await recordsOf(() => ask(mutation))).toEqual([]);
  });

  it('is not recorded when nothing came of it', async () => {
    const { people: all } = await org.person.ask('{ people { edges { node { id role } } } }');
    const owner = all.edges.find(({ node }: { node: { role: string } }) => node.role === 'OWNER');
    const input = { personId: owner.node.id };
    const document = 'mutation ($input: PersonInput!) { deactivatePerson(input: $input) { __typename } }';
    const records = await recordsOf(async () => {
      expect((await org.person.ask(document, { input })).deactivatePerson).toEqual({ __typename: 'LastOwner' });
    });
    expect(records).toEqual([]);
  });

  it('is recorded from the invitation to the person who accepts it', async () => {
    const invite = `mutation ($email: String!) { invitePerson(input: { email: $email, name: "Lee", role: AUDITOR }) {
      ... on PersonInvited { code invitation { id } } } }`;
    const ids: string[] = [];
    let code = '';
    const invited = await recordsOf(async () => {
      for (const email of ['kept@records.example', 'revoked@records.example']) {
        const { invitePerson } = await org.person.ask(invite, { email });
        ids.push(invitePerson.invitation.id);
        code ||= invitePerson.code;
      }
    });
    expect(operations(invited)).toEqual(['PERSON_INVITED', 'PERSON_INVITED']);
    expect(invited.map(({ subjectType, subjectIds }) => [subjectType, subjectIds])).toEqual([
      ['Invitation', [ids[0]]],
      ['Invitation', [ids[1]]],
    ]);
    const revoke = 'mutation ($id: ID!) { revokeInvitation(input: { invitationId: $id }) { __typename } }';
    const revoked = await recordsOf(() => org.person.ask(revoke, { id: ids[1] }));
    expect(revoked).toMatchObject([{ operation: 'INVITATION_REVOKED', subjectIds: [ids[1]] }]);
    const accept = () =>
      fetch(`${world.address}/invitation`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'x-request-id': 'acceptance' },
        body: new URLSearchParams({ code, password: PASSWORD }),
      });
    const accepted = await recordsOf(accept);
    expect(accepted).toMatchObject([{ operation: 'PERSON_ADDED', actorName: 'Lee', requestId: 'acceptance' }]);
    expect(await recordsOf(accept)).toEqual([]);
    const of = `{ accessRecords(filter: { subjectId: "${ids[1]}" }) { edges { node { operation } } } }`;
    const { accessRecords } = await org.person.ask(of);
    expect(accessRecords.edges.map(({ node }: { node: Recorded }) => node.operation)).toEqual([
      'INVITATION_REVOKED',
      'PERSON_INVITED',
    ]);
  });
});

describe('what people do about their own sign-in', () => {
  it('is recorded of sessions', async () => {
    const { email, id } = await addPerson();
    const signedIn = await recordsOf(() => submitSignIn(world, { email, password: PASSWORD }));
    expect(signedIn).toMatchObject([{ operation: 'SIGNED_IN', actorName: email, subjectIds: [id] }]);
    const { client, cookie } = await signIn(email);
    const ended = await recordsOf(() => client.ask('mutation { endOtherSessions { __typename } }'));
    expect(ended).toMatchObject([{ operation: 'SESSIONS_ENDED', subjectIds: [id] }]);
    expect(await recordsOf(() => client.ask('mutation { endOtherSessions { __typename } }'))).toEqual([]);
    const anew = () => submitSignIn(world, { email, password: PASSWORD }, { cookie });
    expect(operations(await recordsOf(anew))).toEqual(['SIGNED_IN', 'SIGNED_OUT']);
  });

  it('is recorded of the second factor', async () => {
    const { email, id } = await addPerson();
    const { client } = await signIn(email);
    const enrol = 'mutation { enrolSecondFactor { ... on SecondFactorOffered { secret } } }';
    const confirm = 'mutation ($code: String!) { confirmSecondFactor(input: { code: $code }) { __typename } }';
    const disable =
      'mutation ($password: String!) { disableSecondFactor(input: { password: $password }) { __typename } }';
    const { secret } = (await client.ask(enrol)).enrolSecondFactor;
    const code = TOTP.generate({ secret: Secret.fromBase32(secret) });
    const records = await recordsOf(async () => {
      await client.ask(confirm, { code });
      await client.ask(confirm, { code });
      await client.ask(disable, { password: 'wrong' });
      await client.ask(disable, { password: PASSWORD });
    });
    expect(operations(records)).toEqual(['SECOND_FACTOR_ADDED', 'SECOND_FACTOR_REMOVED']);
    for (const record of records) expect(record).toMatchObject({ actorName: email, subjectIds: [id] });
  });
});

it('a change of people that cannot be recorded is not made', async () => {
  const { id } = await addPerson();
  await world.owner.query('REVOKE INSERT ON access_record FROM answerable_app');
  try {
    const document = 'mutation ($id: ID!) { deactivatePerson(input: { personId: $id }) { __typename } }';
    const { body } = await org.person.post(document, { id });
    expect(body.errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
  } finally {
    await world.owner.query('GRANT INSERT ON access_record TO answerable_app');
  }
  const { node } = await org.person.ask('query ($id: ID!) { node(id: $id) { ... on Person { deactivatedAt } } }', {
    id,
  });
  expect(node).toEqual({ deactivatedAt: null });
});
