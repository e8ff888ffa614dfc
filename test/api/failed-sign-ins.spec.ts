import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountLimits, OrganisationsService, PeopleService } from '#accounts';
import { moveIn, type Neighbour } from '../factories/neighbours.js';
import { PASSWORD, submitSignIn } from '../factories/organisations.js';
import { eventually } from '../support/eventually.js';
import { startWorld, type World } from '../support/world.js';

const { MAX_FAILURES_PER_ACCOUNT, MAX_FAILURES_PER_ADDRESS } = accountLimits;

let world: World;
let ours: Neighbour;
let theirs: Neighbour;
let personId: string;
let email: string;
let people = 0;
beforeAll(async () => {
  world = await startWorld({ worker: false });
  world.app.set('trust proxy', true); // so that a test can come from any address
  [theirs, ours] = [await moveIn(world, 'alfamark'), await moveIn(world, 'betamark')];
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.owner.query('DELETE FROM sign_in.attempts');
  email = `person${(people += 1)}@failed.example`;
  const given = { email, name: email, role: 'AUDITOR' as const, password: PASSWORD };
  const { id } = await world.get(OrganisationsService).addPerson(ours.organisation.id, given);
  personId = id;
});

const attempt = (as: string, password: string, address = '192.0.2.1') =>
  submitSignIn(world, { email: as, password }, { 'x-forwarded-for': address, 'user-agent': 'somebody' });

async function recordsOf(neighbour: Neighbour): Promise<Record<string, unknown>[]> {
  const { accessRecords } = await neighbour.person.ask(`{ accessRecords(first: 100, filter: {
    operations: [SIGN_IN_FAILED, SIGN_IN_THROTTLED] }) { edges { node {
      operation actorKind actorId actorName subjectIds address userAgent requestId } } } }`);
  return accessRecords.edges.map(({ node }: { node: object }) => node);
}

const publicId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64url');

async function ownRecords(count: number): Promise<Record<string, unknown>[]> {
  const own = async () =>
    (await recordsOf(ours)).filter(({ subjectIds }) => (subjectIds as string[]).includes(publicId('Person', personId)));
  await eventually(`${count} records are there`, async () => (await own()).length >= count);
  return own();
}

describe('a sign-in that is refused', () => {
  it('is recorded with the organisation of the account: whom for, from where, by nobody known', async () => {
    expect((await attempt(email.toUpperCase(), 'a secret that was typed')).status).toBe(401);
    const records = await ownRecords(1);
    expect(records).toEqual([
      {
        operation: 'SIGN_IN_FAILED',
        actorKind: 'NOBODY',
        actorId: publicId('Organisation', ours.organisation.id),
        actorName: 'nobody known',
        subjectIds: [publicId('Person', personId)],
        address: '192.0.2.1',
        userAgent: 'somebody',
        requestId: expect.any(String),
      },
    ]);
    const { rows } = await world.owner.query('SELECT a::text FROM access_record a');
    expect(JSON.stringify(rows)).not.toContain('a secret that was typed');
    expect(await recordsOf(theirs)).toEqual([]);
  });

  it('is recorded of somebody who was deactivated', async () => {
    await world.get(PeopleService).deactivate(ours.owner, personId);
    expect((await attempt(email, PASSWORD)).status).toBe(401);
    expect(await ownRecords(1)).toMatchObject([{ operation: 'SIGN_IN_FAILED' }]);
  });

  it('for an account that is unknown is answered the same and recorded nowhere', async () => {
    const before = await recordsOf(ours);
    const unknown = await attempt('nobody@failed.example', 'wrong');
    const known = await attempt(email, 'wrong');
    expect([unknown.status, (await unknown.text()).replace('nobody@failed.example', email)]).toEqual([
      known.status,
      await known.text(),
    ]);
    await ownRecords(1);
    expect((await recordsOf(ours)).length).toBe(before.length + 1);
    expect(await recordsOf(theirs)).toEqual([]);
  });
});

describe('an account that is closed for a while', () => {
  it('leaves one record of it, however many try', async () => {
    for (let nth = 1; nth <= MAX_FAILURES_PER_ACCOUNT; nth += 1) await attempt(email, 'wrong', `192.0.2.${nth}`);
    for (let nth = 1; nth <= 5; nth += 1) expect((await attempt(email, PASSWORD)).status).toBe(429);
    await ownRecords(MAX_FAILURES_PER_ACCOUNT + 1);
    expect((await attempt(email, PASSWORD)).status).toBe(429);
    // What is noted is written in order, so what were to come would be there before the record of another account.
    const earlier = { personId, email };
    email = 'later@failed.example';
    const given = { email, name: email, role: 'AUDITOR' as const, password: PASSWORD };
    personId = (await world.get(OrganisationsService).addPerson(ours.organisation.id, given)).id;
    await attempt(email, 'wrong', '192.0.2.99');
    await ownRecords(1);
    personId = earlier.personId;
    const records = await ownRecords(1);
    expect(records.map(({ operation }) => operation)).toEqual([
      'SIGN_IN_THROTTLED',
      ...Array.from({ length: MAX_FAILURES_PER_ACCOUNT }, () => 'SIGN_IN_FAILED'),
    ]);
  });

  it('is recorded too when it is the network address that tried too often', async () => {
    await world.owner.query(
      `INSERT INTO sign_in.attempts VALUES (sha256($1::bytea), $2, now() + interval '10 minutes')`,
      ['address 192.0.2.9', MAX_FAILURES_PER_ADDRESS],
    );
    expect((await attempt(email, PASSWORD, '192.0.2.9')).status).toBe(429);
    expect(await ownRecords(1)).toMatchObject([{ operation: 'SIGN_IN_THROTTLED', address: '192.0.2.9' }]);
  });
});
