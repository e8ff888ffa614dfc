import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountLimits, OrganisationsService } from '#accounts';
import { makeOrganisation, PASSWORD, type SmallOrganisation, submitSignIn } from '../factories/organisations.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;
beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

const ENROL = 'mutation { enrolSecondFactor { __typename ... on SecondFactorOffered { secret uri qrCode } } }';
const CONFIRM = `mutation ($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { __typename
  ... on SecondFactorConfirmed { recoveryCodes } } }`;
const DISABLE = 'mutation ($input: DisableSecondFactorInput!) { disableSecondFactor(input: $input) { __typename } }';
const HAS = '{ viewer { hasSecondFactor } }';

let people = 0;

interface Guarded {
  email: string;
  client: GraphqlClient;
  secret: string;
  recoveryCodes: string[];
  /** The code that was used to confirm. */
  spent: string;
}

/** A code of the time step that lies this many steps from now. */
function codeOf(secret: string, steps = 0): string {
  const timestamp = Date.now() + steps * accountLimits.CODE_STEP_SECONDS * 1000;
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp });
}

async function signedIn(email: string, code = ''): Promise<GraphqlClient | null> {
  const response = await submitSignIn(world, { email, password: PASSWORD, code });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  return cookie === undefined ? null : world.client(cookie);
}

async function person(): Promise<{ email: string; client: GraphqlClient }> {
  const email = `person${(people += 1)}@totp.example`;
  const given = { email, name: 'Robin Ek', role: 'AUDITOR' as const, password: PASSWORD };
  await world.get(OrganisationsService).addPerson(org.organisation.id, given);
  return { email, client: (await signedIn(email))! }; // the password is right
}

/** Somebody who confirmed a second factor with the present code; the next one counts too, and does for a while. */
async function guarded(): Promise<Guarded> {
  const { email, client } = await person();
  const { secret } = (await client.ask(ENROL)).enrolSecondFactor;
  const spent = codeOf(secret);
  const { recoveryCodes } = (await client.ask(CONFIRM, { input: { code: spent } })).confirmSecondFactor;
  return { email, client, secret, recoveryCodes, spent };
}

const isIn = async (email: string, code?: string) => (await signedIn(email, code)) !== null;

describe('enrolling', () => {
  it('offers a secret with its QR code, which is needed only once a code has confirmed it', async () => {
    const { email, client } = await person();
    const offered = (await client.ask(ENROL)).enrolSecondFactor;
    expect(offered.uri).toContain(`secret=${offered.secret}`);
    expect(offered.qrCode).toMatch(/^<svg[^]*<\/svg>\s*$/);
    expect([await isIn(email), (await client.ask(HAS)).viewer.hasSecondFactor]).toEqual([true, false]);
    const wrong = await client.ask(CONFIRM, { input: { code: codeOf(offered.secret, 100) } });
    expect(wrong.confirmSecondFactor).toEqual({ __typename: 'CodeRefused' });
    const { confirmSecondFactor: confirmed } = await client.ask(CONFIRM, { input: { code: codeOf(offered.secret) } });
    expect(new Set(confirmed.recoveryCodes).size).toBe(accountLimits.RECOVERY_CODES);
    expect([await isIn(email), (await client.ask(HAS)).viewer.hasSecondFactor]).toEqual([false, true]);
  });

  it('counts the latest offer only, and offers nothing to those who have one, nor to keys', async () => {
    const { client } = await person();
    const first = (await client.ask(ENROL)).enrolSecondFactor.secret;
    const second = (await client.ask(ENROL)).enrolSecondFactor.secret;
    const confirm = async (secret: string) =>
      (await client.ask(CONFIRM, { input: { code: codeOf(secret) } })).confirmSecondFactor.__typename;
    expect(await confirm(first)).toBe('CodeRefused');
    expect(await confirm(second)).toBe('SecondFactorConfirmed');
    expect(await confirm(second)).toBe('CodeRefused');
    for (const one of [client, org.client])
      expect((await one.ask(ENROL)).enrolSecondFactor).toEqual({ __typename: 'NothingChanged' });
  });
});

describe('signing in with a second factor', () => {
  it('takes the password and a code, and says of neither that it was right', async () => {
    const { email, secret } = await guarded();
    const answers = [];
    for (const fields of [
      { password: PASSWORD, code: '' },
      { password: PASSWORD, code: codeOf(secret, 50) },
      { password: 'wrong', code: codeOf(secret, 1) },
    ]) {
      const response = await submitSignIn(world, { email, ...fields });
      answers.push([response.status, response.headers.getSetCookie(), await response.text()]);
    }
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    expect(answers[0]).toEqual([401, [], expect.stringContaining('or the code is wrong')]);
    expect(await isIn(email, codeOf(secret, 1))).toBe(true);
  });

  it('takes a code once, also when two come at the same moment, and not the one that confirmed', async () => {
    const { email, secret, spent, recoveryCodes } = await guarded();
    expect(await isIn(email, spent)).toBe(false);
    const code = codeOf(secret, 1);
    const both = await Promise.all([isIn(email, code), isIn(email, code)]);
    expect(both.sort()).toEqual([false, true]);
    expect(await isIn(email, code)).toBe(false);
    expect(await isIn(email, recoveryCodes[0])).toBe(true);
  });

  it('takes no code of somebody else', async () => {
    const [one, other] = [await guarded(), await guarded()];
    expect(await isIn(one.email, codeOf(other.secret))).toBe(false);
    expect(await isIn(one.email, other.recoveryCodes[0])).toBe(false);
    expect(await isIn(one.email, one.recoveryCodes[0])).toBe(true);
  });

  it('takes each recovery code once, however it is typed, and none is kept readable', async () => {
    const { email, recoveryCodes } = await guarded();
    const [first = '', second = ''] = recoveryCodes;
    expect(await isIn(email, first.toLowerCase().replaceAll('-', ' '))).toBe(true);
    expect(await isIn(email, first)).toBe(false);
    expect(await isIn(email, second)).toBe(true);
    const { rows } = await world.owner.query<{ hash: Buffer }>('SELECT code_hash AS hash FROM recovery_code');
    expect(rows.every(({ hash }) => hash.length === 32)).toBe(true);
    expect(JSON.stringify(rows.map(({ hash }) => hash.toString('latin1')))).not.toContain(first.replaceAll('-', ''));
  });

  it('counts wrong codes like wrong passwords', async () => {
    const { email, secret } = await guarded();
    for (let nth = 1; nth <= accountLimits.MAX_FAILURES_PER_ACCOUNT; nth += 1)
      expect(await isIn(email, '000000')).toBe(false);
    const response = await submitSignIn(world, { email, password: PASSWORD, code: codeOf(secret, 1) });
    expect(response.status).toBe(429);
  });
});

describe('disabling', () => {
  it('takes the password, and then signing in takes no code', async () => {
    const { email, client } = await guarded();
    const disable = async (password: string) =>
      (await client.ask(DISABLE, { input: { password } })).disableSecondFactor.__typename;
    expect(await disable('wrong')).toBe('PasswordRefused');
    expect(await isIn(email)).toBe(false);
    expect(await disable(PASSWORD)).toBe('SecondFactorDisabled');
    expect(await isIn(email)).toBe(true);
    expect(await disable(PASSWORD)).toBe('NothingChanged');
  });

  it('does not let anybody guess the password on', async () => {
    const { client } = await guarded();
    const disable = async (password: string) =>
      (await client.ask(DISABLE, { input: { password } })).disableSecondFactor.__typename;
    for (let nth = 1; nth <= accountLimits.MAX_FAILURES_PER_ACCOUNT; nth += 1) await disable('wrong');
    expect(await disable(PASSWORD)).toBe('PasswordRefused');
  });

  it('makes room for another one, for which the old codes are worth nothing', async () => {
    const { email, client, recoveryCodes } = await guarded();
    await client.ask(DISABLE, { input: { password: PASSWORD } });
    const { secret } = (await client.ask(ENROL)).enrolSecondFactor;
    await client.ask(CONFIRM, { input: { code: codeOf(secret) } });
    expect(await isIn(email, recoveryCodes[0])).toBe(false);
    expect(await isIn(email, codeOf(secret, 1))).toBe(true);
  });
});
