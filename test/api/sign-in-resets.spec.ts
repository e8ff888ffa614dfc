import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountLimits, OrganisationsService, PeopleService, type Role, SecondFactorService } from '#accounts';
import { moveIn, type Neighbour } from '../factories/neighbours.js';
import { PASSWORD, signIn, submitSignIn } from '../factories/organisations.js';
import { eventually } from '../support/eventually.js';
import { startWorld, type World } from '../support/world.js';

const { MAX_FAILURES_PER_ACCOUNT, MAX_FAILURES_PER_ADDRESS, RESET_SECONDS } = accountLimits;
const NEW = 'quite another password';

let world: World;
let ours: Neighbour;
let theirs: Neighbour;
let people = 0;
beforeAll(async () => {
  world = await startWorld({ worker: false });
  [theirs, ours] = [await moveIn(world, 'alfamark'), await moveIn(world, 'betamark')];
});
afterAll(() => world.close());
beforeEach(() => world.owner.query('DELETE FROM sign_in.attempts'));

interface Someone {
  local: string;
  id: string;
  email: string;
}

async function someone(role: Role = 'AUDITOR'): Promise<Someone> {
  const email = `person${(people += 1)}@resets.example`;
  const given = { email, name: email, role, password: PASSWORD };
  const { id } = await world.get(OrganisationsService).addPerson(ours.organisation.id, given);
  return { local: id, id: Buffer.from(`Person:${id}`).toString('base64url'), email };
}

async function issue(personId: string, { secondFactor = 'KEEP', by = ours.person } = {}) {
  const document = `mutation ($input: IssueSignInResetInput!) { issueSignInReset(input: $input) { __typename
    ... on SignInResetIssued { code expiresAt secondFactor } ... on ExpectedOutcome { code } } }`;
  return (await by.ask(document, { input: { personId, secondFactor } })).issueSignInReset;
}

function use(code: string, password = NEW, headers: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams({ code, password });
  return fetch(`${world.address}/reset`, { method: 'POST', redirect: 'manual', headers, body });
}

const lets = async (email: string, password: string, code = '') =>
  (await submitSignIn(world, { email, password, code })).headers.getSetCookie()[0]?.split(';')[0];

async function expectUnusable(code: string): Promise<void> {
  const response = await use(code);
  expect([response.status, (await response.text()).replaceAll(code, '')]).toEqual([
    400,
    (await (await use('res_x')).text()).replaceAll('res_x', ''),
  ]);
}

/** A second factor. @returns its secret */
async function guard({ local, email }: Someone): Promise<string> {
  const actor = { kind: 'PERSON' as const, organisationId: ours.organisation.id, id: local, name: email };
  const service = world.get(SecondFactorService);
  const offered = await service.enrol({ ...actor, role: 'AUDITOR' });
  await service.confirm({ ...actor, role: 'AUDITOR' }, codeOf(offered!.secret)); // a new person has none
  return offered!.secret;
}

/** Each step of time gives one code, and each works once. */
function codeOf(secret: string, steps = 0): string {
  const timestamp = Date.now() + steps * accountLimits.CODE_STEP_SECONDS * 1000;
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp });
}

describe('a reset', () => {
  it('sets another password and ends every session, for people of whatever role', async () => {
    for (const role of ['AUDITOR', 'OWNER'] as const) {
      const who = await someone(role);
      const cookie = (await lets(who.email, PASSWORD))!; // it is right
      const { code, expiresAt, secondFactor } = await issue(who.id);
      const seconds = (Date.parse(expiresAt) - Date.now()) / 1000;
      expect([Math.round(seconds / 60), secondFactor]).toEqual([RESET_SECONDS / 60, 'KEEP']);
      expect(await lets(who.email, PASSWORD)).toBeDefined(); // nothing has changed yet
      const response = await use(` ${code} `);
      expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in']);
      expect(response.headers.getSetCookie()).toEqual([]);
      expect((await world.client(cookie).post('{ viewer { name } }')).status).toBe(401);
      expect([await lets(who.email, PASSWORD), await lets(who.email, NEW)]).toEqual([undefined, expect.any(String)]);
    }
  });

  it('works once, however many try at the same moment', async () => {
    const { code } = await issue((await someone()).id);
    const statuses = (await Promise.all(Array.from({ length: 4 }, () => use(code)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([303, 400, 400, 400]);
    await expectUnusable(code);
  });

  it('is used by the first of many that found it usable together, and the others are told so', async () => {
    const who = await someone();
    const { code } = await issue(who.id);
    const holder = await world.owner.connect();
    try {
      await holder.query(`BEGIN; SELECT FROM person WHERE id = '${who.local}' FOR SHARE`);
      const uses = Promise.all(Array.from({ length: 8 }, () => use(code)));
      await eventually('they wait', async () => {
        const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        return (await world.owner.query(waiting)).rows.length === 8;
      });
      await holder.query('COMMIT');
      expect((await uses).map(({ status }) => status).sort()).toEqual([303, ...Array<number>(7).fill(400)]);
    } finally {
      holder.release();
    }
  });

  it('leaves no session of a sign-in with the old password that was under way', async () => {
    const who = await someone();
    const { code } = await issue(who.id);
    const holder = await world.owner.connect();
    try {
      // The sign-ins have compared the password, and wait to begin their session.
      await holder.query('BEGIN; SELECT FROM person WHERE id = $1 FOR UPDATE'.replace('$1', `'${who.local}'`));
      const attempts = Promise.all(Array.from({ length: 3 }, () => lets(who.email, PASSWORD)));
      await eventually('they wait', async () => {
        const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        return (await world.owner.query(waiting)).rows.length === 3;
      });
      await holder.query(`UPDATE person SET password_hash = 'another' WHERE id = '${who.local}'; COMMIT`);
      expect(await attempts).toEqual([undefined, undefined, undefined]);
    } finally {
      holder.release();
    }
    expect((await use(code)).status).toBe(303);
  });

  it('keeps the second factor, or takes it away when it was issued so', async () => {
    for (const secondFactor of ['KEEP', 'REMOVE'] as const) {
      const who = await someone();
      const secret = await guard(who);
      const { code } = await issue(who.id, { secondFactor });
      expect((await use(code)).status).toBe(303);
      expect((await lets(who.email, NEW)) === undefined).toBe(secondFactor === 'KEEP');
      if (secondFactor === 'KEEP') expect(await lets(who.email, NEW, codeOf(secret, 1))).toBeDefined();
    }
  });

  it('lets somebody in at once who was throttled', async () => {
    const who = await someone();
    await world.owner.query(
      `INSERT INTO sign_in.attempts VALUES (sha256($1::bytea), $2, now() + interval '10 minutes')`,
      [`account ${who.email}`, MAX_FAILURES_PER_ACCOUNT],
    );
    expect(await lets(who.email, PASSWORD)).toBeUndefined();
    expect((await use((await issue(who.id)).code)).status).toBe(303);
    expect(await lets(who.email, NEW)).toBeDefined();
  });
});

describe('a code to reset', () => {
  it('ends when its time is up, and when another one is issued', async () => {
    const who = await someone();
    const { code } = await issue(who.id);
    const { code: later } = await issue(who.id);
    await expectUnusable(code);
    const moved = await world.owner.query(
      `UPDATE sign_in_reset SET expires_at = now() - interval '1 second' WHERE person_id = $1`,
      [who.local],
    );
    expect(moved.rowCount).toBe(2);
    await expectUnusable(later);
  });

  it('ends with the deactivation of its person, and with that of whoever issued it or another role of theirs', async () => {
    const service = world.get(PeopleService);
    const person = await someone();
    const { code } = await issue(person.id);
    await service.deactivate(ours.owner, person.local);
    await expectUnusable(code);
    expect(await issue(person.id)).toEqual({ __typename: 'PersonDeactivated', code: 'PERSON_DEACTIVATED' });
    for (const end of ['deactivated', 'demoted']) {
      const owner = await someone('OWNER');
      const by = world.client((await lets(owner.email, PASSWORD))!); // it is right
      const issued = await issue((await someone()).id, { by });
      if (end === 'deactivated') await service.deactivate(ours.owner, owner.local);
      else await service.changeRole(ours.owner, owner.local, 'COMPLIANCE_LEAD');
      await expectUnusable(issued.code);
    }
  });

  it('is a hash in the database, and no made-up one opens anything', async () => {
    const { code } = await issue((await someone()).id);
    const { rows } = await world.owner.query('SELECT r::text FROM sign_in_reset r');
    expect(JSON.stringify(rows)).not.toContain(code.slice(4, 40));
    for (const wrong of ['', 'res_', `${code}x`, code.slice(0, -1), code.toUpperCase(), code.replace('res_', 'inv_')])
      await expectUnusable(wrong);
    expect((await use(code)).status).toBe(303);
  });

  it('stands when the password does not, and is not an invitation', async () => {
    const { code } = await issue((await someone()).id);
    const short = await use(code, 'short');
    expect([short.status, await short.text()]).toEqual([400, expect.stringContaining('at least 12 characters')]);
    const body = new URLSearchParams({ code, password: NEW });
    expect((await fetch(`${world.address}/invitation`, { method: 'POST', redirect: 'manual', body })).status).toBe(400);
    expect((await use(code)).status).toBe(303);
  });

  it('is closed to an address that guessed too often, with the time to wait', async () => {
    const address = `address ${(await world.owner.query<{ address: string }>('SELECT address FROM session LIMIT 1')).rows[0]!.address}`; // owners are signed in
    await world.owner.query(
      `INSERT INTO sign_in.attempts VALUES (sha256($1::bytea), $2, now() + interval '10 minutes')`,
      [address, MAX_FAILURES_PER_ADDRESS],
    );
    const { code } = await issue((await someone()).id);
    const refused = await use(code);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
  });
});

describe('who issues it', () => {
  it('is an owner, for another person of the organisation', async () => {
    const { people: all } = await ours.person.ask('{ people { edges { node { id name } } } }');
    const self = all.edges.find(({ node }: { node: { name: string } }) => node.name === 'OWNER').node.id;
    expect(await issue(self)).toEqual({ __typename: 'OwnAccount', code: 'OWN_ACCOUNT' });
    const { id } = await someone();
    const lead = world.client(await signIn(world, ours.organisation, 'COMPLIANCE_LEAD'));
    for (const by of [lead, theirs.person, ours.client])
      await expect(issue(id, { by })).rejects.toThrow(/nothing here|no such/);
  });

  it('is recorded, as is the use', async () => {
    const who = await someone();
    await lets(who.email, PASSWORD);
    await guard(who);
    const { code } = await issue(who.id, { secondFactor: 'REMOVE' });
    await use(code, NEW, { 'x-request-id': 'the-reset' });
    await use(code);
    const { accessRecords } = await ours.person.ask(
      `query ($id: ID!) { accessRecords(filter: { subjectId: $id, operations: [SIGN_IN_RESET_ISSUED, PASSWORD_RESET,
        SECOND_FACTOR_REMOVED, SESSIONS_ENDED] }) { edges { node { operation actorName requestId } } } }`,
      { id: who.id },
    );
    const records: { operation: string }[] = accessRecords.edges.map(({ node }: { node: object }) => node);
    const byThem = { actorName: who.email, requestId: 'the-reset' };
    expect(records.sort((a, b) => a.operation.localeCompare(b.operation))).toEqual([
      { operation: 'PASSWORD_RESET', ...byThem },
      { operation: 'SECOND_FACTOR_REMOVED', ...byThem },
      { operation: 'SESSIONS_ENDED', ...byThem },
      { operation: 'SIGN_IN_RESET_ISSUED', actorName: 'OWNER', requestId: expect.any(String) },
    ]);
  });
});

it('the page to use it is a form without scripts that the page to sign in leads to', async () => {
  const page = await (await fetch(`${world.address}/reset`)).text();
  expect(page).toContain('<form method="post" action="/reset">');
  expect(page).not.toMatch(/<script|<link|<img|https?:/i);
  expect(await (await fetch(`${world.address}/sign-in`)).text()).toContain('href="/reset"');
});
