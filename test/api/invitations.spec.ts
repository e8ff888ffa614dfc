import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountLimits, OrganisationsService, PeopleService } from '#accounts';
import { moveIn, type Neighbour } from '../factories/neighbours.js';
import { PASSWORD, submitSignIn } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: Neighbour;
beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await moveIn(world, 'mark');
});
afterAll(() => world.close());

let invited = 0;

async function invite(given: Record<string, string> = {}, by = org.person) {
  const input = { email: `lee${(invited += 1)}@invited.example`, name: 'Lee Sand', role: 'AUDITOR', ...given };
  const document = `mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { __typename
    ... on PersonInvited { code invitation { id email state expiresAt createdAt } } ... on ExpectedOutcome { code message } } }`;
  return (await by.ask(document, { input })).invitePerson;
}

function accept(code: string, password = PASSWORD): Promise<Response> {
  const body = new URLSearchParams({ code, password });
  return fetch(`${world.address}/invitation`, { method: 'POST', redirect: 'manual', body });
}

async function stateOf(id: string): Promise<string> {
  const { invitations } = await org.person.ask('{ invitations { edges { node { id state } } } }');
  return invitations.edges.find(({ node }: { node: { id: string } }) => node.id === id).node.state;
}

async function expectUnusable(code: string): Promise<void> {
  const response = await accept(code);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('This code cannot be used.');
}

describe('an invitation', () => {
  it('makes a person who signs in with the password they chose', async () => {
    const { code, invitation } = await invite({ email: ' Kim@Invited.example' });
    expect(invitation).toMatchObject({ email: 'kim@invited.example', state: 'OPEN' });
    const seconds = (Date.parse(invitation.expiresAt) - Date.parse(invitation.createdAt)) / 1000;
    expect(seconds).toBeCloseTo(accountLimits.INVITATION_SECONDS, 0);
    const response = await accept(` ${code} `);
    expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in']);
    expect(await stateOf(invitation.id)).toBe('ACCEPTED');
    const signedIn = await submitSignIn(world, { email: 'kim@invited.example', password: PASSWORD });
    const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!; // it let them in
    expect(await world.client(cookie).ask('{ viewer { name } organisation { slug } }')).toEqual({
      viewer: { name: 'Lee Sand' },
      organisation: { slug: org.organisation.slug },
    });
    expect((await invite({ email: 'KIM@invited.example' })).code).toBe('ADDRESS_TAKEN');
  });

  it('works once, however many try at the same moment', async () => {
    const { code } = await invite();
    const statuses = (await Promise.all(Array.from({ length: 4 }, () => accept(code)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([303, 400, 400, 400]);
    await expectUnusable(code);
  });

  it('cannot be used once it was revoked, and is revoked once', async () => {
    const { code, invitation } = await invite();
    const document = `mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { __typename } }`;
    const revoke = async () =>
      (await org.person.ask(document, { input: { invitationId: invitation.id } })).revokeInvitation;
    expect(await revoke()).toEqual({ __typename: 'InvitationRevoked' });
    expect(await revoke()).toEqual({ __typename: 'NothingChanged' });
    expect(await stateOf(invitation.id)).toBe('REVOKED');
    await expectUnusable(code);
  });

  it('ends with the deactivation of whoever invited, or another role of theirs', async () => {
    const service = world.get(PeopleService);
    for (const end of ['deactivated', 'demoted']) {
      const given = { email: `${end}@invited.example`, name: end, role: 'OWNER' as const, password: PASSWORD };
      const owner = await world.get(OrganisationsService).addPerson(org.organisation.id, given);
      const signedIn = await submitSignIn(world, given);
      const by = world.client(signedIn.headers.getSetCookie()[0]!.split(';')[0]!); // it let them in
      const { code } = await invite({ role: 'OWNER' }, by);
      if (end === 'deactivated') await service.deactivate(org.owner, owner.id);
      else await service.changeRole(org.owner, owner.id, 'COMPLIANCE_LEAD');
      await expectUnusable(code);
    }
  });

  it('cannot be used when its time is up', async () => {
    const { code, invitation } = await invite();
    await world.owner.query(`UPDATE invitation SET expires_at = now() - interval '1 second' WHERE email = $1`, [
      invitation.email,
    ]);
    expect(await stateOf(invitation.id)).toBe('EXPIRED');
    await expectUnusable(code);
  });

  it('keeps no code in the database, and no made-up code opens anything', async () => {
    const { code } = await invite();
    const { rows } = await world.owner.query('SELECT i::text FROM invitation i');
    expect(JSON.stringify(rows)).not.toContain(code.slice(4, 40));
    const ours = Buffer.from(org.organisation.id.replaceAll('-', ''), 'hex');
    const forged = Buffer.concat([ours, Buffer.alloc(24)]).toString('base64url');
    for (const wrong of ['', 'inv_', `inv_${forged}`, `${code}x`, code.slice(0, -1), code.toUpperCase()])
      await expectUnusable(wrong);
    expect((await accept(code)).status).toBe(303);
  });

  it.each([
    ['no address', { email: 'nobody' }],
    ['an address that is too long', { email: `${'x'.repeat(accountLimits.MAX_EMAIL_CHARACTERS)}@a.example` }],
    ['no name', { name: ' ' }],
    ['a name that is too long', { name: 'x'.repeat(accountLimits.MAX_PERSON_NAME_CHARACTERS + 1) }],
  ])('is refused with %s', async (_, given) => {
    await expect(invite(given)).rejects.toThrow(/email|name/);
  });
});

describe('the page to accept it', () => {
  it('is a form that works without scripts and loads nothing', async () => {
    const response = await fetch(`${world.address}/invitation`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const page = await response.text();
    expect(page).toContain('<form method="post" action="/invitation">');
    expect(page).not.toMatch(/<script|<link|<img|https?:/i);
  });

  it.each([
    ['one character too short', 'x'.repeat(accountLimits.MIN_PASSWORD_CHARACTERS - 1), 400],
    ['just long enough', 'å'.repeat(accountLimits.MIN_PASSWORD_CHARACTERS), 303],
    ['as long as can be', 'x'.repeat(accountLimits.MAX_PASSWORD_CHARACTERS), 303],
    ['one character too long', 'x'.repeat(accountLimits.MAX_PASSWORD_CHARACTERS + 1), 400],
  ])('treats a password that is %s as the rule says', async (_, password, status) => {
    const { code } = await invite();
    const response = await accept(code, password);
    expect(response.status).toBe(status);
    if (status === 400) {
      const page = await response.text();
      expect(page).toMatch(/The password must have at (least|most)/);
      expect(page).not.toContain(password);
      expect((await accept(code)).status).toBe(303);
    }
  });
});
