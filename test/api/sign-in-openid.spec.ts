import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrganisationsService, PeopleService } from '#accounts';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { Browser, CLIENT, type OpenIdProvider, startOpenIdProvider } from '../support/openid-provider.js';
import { eventually } from '../support/eventually.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let provider: OpenIdProvider;
let org: SmallOrganisation;
let base: string;

beforeAll(async () => {
  const port = await freePort();
  base = `http://localhost:${port}`;
  provider = await startOpenIdProvider(`${base}/sign-in/openid/callback`);
  const settings = {
    PORT: String(port),
    PUBLIC_URL: base,
    OPENID_ISSUER: provider.issuer,
    OPENID_CLIENT_ID: CLIENT.id,
    OPENID_CLIENT_SECRET: CLIENT.secret,
    OPENID_NAME: 'Acme & <friends>',
  };
  world = await startWorld({ worker: false, settings });
  org = await makeOrganisation(world);
});
afterAll(async () => {
  await world.close();
  await provider.close();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

let people = 0;

/** Somebody of the organisation, without an account at the provider so far. */
async function person(): Promise<{ email: string; id: string }> {
  people += 1;
  const email = `person-${people}@openid.example`;
  const { id } = await world
    .get(OrganisationsService)
    .addPerson(org.organisation.id, { email, name: `Person ${people}`, role: 'AUDITOR', password: 'a long password' });
  return { email, id };
}

function signIn(login: string, browser = new Browser()): Promise<Response> {
  return browser.signIn(`${base}/sign-in/openid`, login, `${base}/sign-in/openid/callback`);
}

/** Who the session is, that this answer begins; or the words and status of a refusal. */
async function outcomeOf(response: Response): Promise<unknown> {
  const page = await response.text();
  const cookie = response.headers.getSetCookie().find((one) => one.startsWith('answerable_session='));
  if (cookie === undefined) return [response.status, /role="alert">([^<]+)/.exec(page)?.[1]];
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  const { viewer } = await world.client(cookie.split(';')[0]!).ask('{ viewer { name organisation { slug } } }');
  return viewer.name;
}

const BEGIN_AGAIN = [401, 'This sign-in was not begun here, or it took too long. Begin it again.'];

describe('signing in through an OpenID provider', () => {
  it('is offered on the page to sign in, under the name that was set', async () => {
    const page = await (await fetch(`${base}/sign-in`)).text();
    expect(page).toContain('<a class="button" href="/sign-in/openid">Sign in with Acme &#38; &#60;friends&#62;</a>');
  });

  it('lets somebody in whose verified address is known here, and leads on by a page of ours', async () => {
    const { email } = await person();
    provider.accounts.set('first', { email: email.toUpperCase(), email_verified: true });
    const response = await signIn('first');
    expect(response.status).toBe(200);
    expect(await response.clone().text()).toContain('content="0; url=/graphql"');
    expect(await outcomeOf(response)).toBe(`Person ${people}`);
  });

  it('knows them by the subject from then on, whatever their address becomes', async () => {
    const { email } = await person();
    const name = `Person ${people}`;
    provider.accounts.set('second', { email, email_verified: true });
    await signIn('second');
    provider.accounts.set('second', { email: 'married@openid.example', email_verified: true });
    expect(await outcomeOf(await signIn('second'))).toBe(name);
    provider.accounts.set('impostor', { email, email_verified: true });
    expect(await outcomeOf(await signIn('impostor'))).toEqual([401, expect.stringContaining(`as ${email}.`)]);
  });

  it('is recorded, and so is that an account became theirs', async () => {
    const { email, id } = await person();
    provider.accounts.set('recorded', { email, email_verified: true });
    const recorded = async () => {
      const { rows } = await world.owner.query<{ operation: string }>(
        'SELECT operation FROM access_record WHERE actor_id = $1 ORDER BY at, id',
        [id],
      );
      return rows.map(({ operation }) => operation);
    };
    await signIn('recorded');
    expect(await recorded()).toEqual(['OPENID_ACCOUNT_LINKED', 'SIGNED_IN']);
    await signIn('recorded');
    expect(await recorded()).toEqual(['OPENID_ACCOUNT_LINKED', 'SIGNED_IN', 'SIGNED_IN']);
  });

  it('does not believe an address that the provider has not verified', async () => {
    const { email } = await person();
    provider.accounts.set('unverified', { email, email_verified: false });
    const refused = [401, expect.stringContaining('without a verified e-mail address')];
    expect(await outcomeOf(await signIn('unverified'))).toEqual(refused);
    provider.accounts.set('silent', { email });
    expect(await outcomeOf(await signIn('silent'))).toEqual(refused);
  });

  it('refuses somebody who is nobody here, or was deactivated, in the same words', async () => {
    provider.accounts.set('stranger', { email: 'stranger@openid.example', email_verified: true });
    const words = 'Nobody here signs in as stranger@openid.example. Ask an owner to invite you.';
    expect(await outcomeOf(await signIn('stranger'))).toEqual([401, words]);
    const { email, id } = await person();
    provider.accounts.set('former', { email, email_verified: true });
    await signIn('former');
    await world.get(PeopleService).deactivate(org.owner, id);
    expect(await outcomeOf(await signIn('former'))).toEqual([401, words.replace('stranger@openid.example', email)]);
    await eventually('it is recorded', async () => {
      const failed = `SELECT FROM access_record WHERE operation = 'SIGN_IN_FAILED' AND subject_ids = ARRAY[$1::uuid]`;
      return (await world.owner.query(failed, [id])).rows.length === 1;
    });
  });

  it('binds a person once when they come twice at the same moment', async () => {
    const { email, id } = await person();
    provider.accounts.set('twice', { email, email_verified: true });
    const both = await Promise.all([signIn('twice'), signIn('twice')]);
    expect(await Promise.all(both.map(outcomeOf))).toEqual([`Person ${people}`, `Person ${people}`]);
    const { rows } = await world.owner.query('SELECT subject FROM person_identity WHERE person_id = $1', [id]);
    expect(rows).toEqual([{ subject: 'twice' }]);
  });
});

describe('an answer that does not fit its beginning', () => {
  it('is refused in a browser that has begun nothing', async () => {
    const response = await fetch(`${base}/sign-in/openid/callback?code=x&state=y`);
    expect(await outcomeOf(response)).toEqual(BEGIN_AGAIN);
  });

  it.each([
    '',
    'nonsense',
    Buffer.from('{"state":1}').toString('base64url'),
    Buffer.from('null').toString('base64url'),
  ])('is refused with the cookie %j', async (value) => {
    const headers = { cookie: `answerable_openid=${value}` };
    expect(await outcomeOf(await fetch(`${base}/sign-in/openid/callback?code=x&state=y`, { headers }))).toEqual(
      BEGIN_AGAIN,
    );
  });

  it.each(['state', 'nonce', 'verifier'])('is refused with another %s, and signs nobody in', async (field) => {
    const { email } = await person();
    provider.accounts.set(`changed-${field}`, { email, email_verified: true });
    const browser = new Browser();
    const host = new URL(base).host;
    const first = await browser.send(new URL(`${base}/sign-in/openid`));
    const flow = JSON.parse(Buffer.from(browser.cookie(host, 'answerable_openid')!, 'base64url').toString());
    const other = { ...flow, [field]: 'x'.repeat(43) };
    browser.setCookie(host, 'answerable_openid', Buffer.from(JSON.stringify(other)).toString('base64url'));
    const address = first.headers.get('location')!;
    const response = await browser.signIn(address, `changed-${field}`, `${base}/sign-in/openid/callback`);
    expect(await outcomeOf(response)).toEqual([401, 'The provider did not confirm this sign-in. Begin it again.']);
  });

  it('is refused the second time', async () => {
    const { email } = await person();
    provider.accounts.set('again', { email, email_verified: true });
    const browser = new Browser();
    await signIn('again', browser);
    expect(await outcomeOf(await browser.send(new URL(`${base}/sign-in/openid/callback?code=x&state=y`)))).toEqual(
      BEGIN_AGAIN,
    );
  });

  it('and a refusal at the provider are told in our own words, never the provider’s', async () => {
    const browser = new Browser();
    await browser.send(new URL(`${base}/sign-in/openid`));
    const query = 'error=access_denied&error_description=%3Cscript%3Ealert(1)%3C%2Fscript%3E';
    const response = await browser.send(new URL(`${base}/sign-in/openid/callback?${query}`));
    expect(await outcomeOf(response)).toEqual([401, 'The provider did not confirm this sign-in. Begin it again.']);
  });
});

describe('without a provider', () => {
  it('nothing is offered, and its address says so', async () => {
    const plain = await startWorld({ worker: false });
    try {
      expect(await (await fetch(`${plain.address}/sign-in`)).text()).not.toContain('openid');
      expect((await fetch(`${plain.address}/sign-in/openid`)).status).toBe(404);
    } finally {
      await plain.close();
    }
  });

  it('that can be reached, the page says so and passwords still work; it is asked again the next time', async () => {
    const settings = { PUBLIC_URL: base, OPENID_ISSUER: 'http://127.0.0.1:9', OPENID_CLIENT_ID: 'x' };
    const away = await startWorld({ worker: false, settings });
    try {
      const response = await fetch(`${away.address}/sign-in/openid`, { redirect: 'manual' });
      expect(response.status).toBe(401);
      expect(await response.text()).toContain('The provider cannot be reached.');
    } finally {
      await away.close();
    }
  });
});
