import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrganisationsService } from '#accounts';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

const EMAIL = 'robin@sign-in.example';
const PASSWORD = 'correct horse battery staple';

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
  const person = { email: EMAIL, name: 'Robin Ek', role: 'AUDITOR' as const, password: PASSWORD };
  await world.get(OrganisationsService).addPerson(org.organisation.id, person);
});
afterAll(() => world.close());

function submit(fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(`${world.address}/sign-in`, { method: 'POST', redirect: 'manual', body });
}

/** Signs in. @returns the cookie to send */
async function session(): Promise<string> {
  const response = await submit({ email: EMAIL, password: PASSWORD });
  return response.headers.getSetCookie()[0]!.split(';')[0]!; // the tests below say so
}

async function viewer(cookie: string): Promise<unknown> {
  const { status, body } = await world.client(cookie).post('{ viewer { kind name organisation { slug } } }');
  return status === 200 ? body.data.viewer : [status, body.errors?.[0]?.extensions.code];
}

const ENDED = [401, 'UNAUTHENTICATED'];

describe('the page to sign in', () => {
  it('is a form that works without scripts and loads nothing', async () => {
    const response = await fetch(`${world.address}/sign-in`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    const page = await response.text();
    expect(page).toContain('<form method="post" action="/sign-in">');
    expect(page).not.toMatch(/<script|<link|<img|https?:/i);
  });

  it('waits where there is something to write: the e-mail, and after a wrong password that', async () => {
    const focus = (page: string) => /<input id="(\w+)"[^>]* autofocus/.exec(page)?.[1];
    expect(focus(await (await fetch(`${world.address}/sign-in`)).text())).toBe('email');
    expect(focus(await (await submit({ email: EMAIL, password: 'wrong' })).text())).toBe('password');
    expect(focus(await (await submit({ email: '', password: 'wrong' })).text())).toBe('email');
  });

  it('leaves the browser without an error for the icon that it asks for by itself', async () => {
    const icon = await fetch(`${world.address}/favicon.ico`);
    expect([icon.status, await icon.text()]).toEqual([204, '']);
  });

  it('is where the front door leads somebody who is not signed in', async () => {
    const response = await fetch(world.address, { headers: { accept: 'text/html' } });
    expect([response.status, new URL(response.url).pathname]).toEqual([200, '/sign-in']);
  });
});

describe('signing in', () => {
  it('sets a cookie that scripts and other sites cannot use, and leads on', async () => {
    const response = await submit({ email: EMAIL, password: PASSWORD });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/graphql']);
    const [cookie, ...others] = response.headers.getSetCookie();
    expect(others).toEqual([]);
    const attributes = cookie!.split('; ').slice(1);
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/']));
    expect(attributes.some((one) => one.startsWith('Max-Age='))).toBe(true);
  });

  it('does not mind the case of the address', async () => {
    expect((await submit({ email: EMAIL.toUpperCase(), password: PASSWORD })).status).toBe(303);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await submit({ email: EMAIL, password: 'wrong' });
    const unknown = await submit({ email: 'nobody@sign-in.example', password: PASSWORD });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect([...wrong.headers.getSetCookie(), ...unknown.headers.getSetCookie()]).toEqual([]);
    const page = await wrong.text();
    expect(page).toContain('The e-mail address, the password or the code is wrong.');
    expect(await unknown.text()).toBe(page.replaceAll(EMAIL, 'nobody@sign-in.example'));
    expect(page).not.toContain('value="wrong"');
  });

  it('writes what was typed back as text, never as markup', async () => {
    const page = await (await submit({ email: '"><script>alert(1)</script>', password: 'x' })).text();
    expect(page).toContain('value="&#34;&#62;&#60;script&#62;');
    expect(page).not.toContain('<script>');
  });

  it.each([
    ['nothing', {}, 401],
    ['fields that are not asked for', { user: EMAIL, pass: PASSWORD }, 401],
    ['an address with a NUL', { email: 'robin\0@sign-in.example', password: PASSWORD }, 400],
    ['a form that is too large', { email: EMAIL, password: 'x'.repeat(5_000) }, 413],
  ])('is refused with %s', async (_, fields: Record<string, string>, status) => {
    const response = await submit(fields);
    expect(response.status).toBe(status);
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});

describe('a session', () => {
  it('is the person, in GraphQL and at the front door', async () => {
    const cookie = await session();
    const person = { kind: 'PERSON', name: 'Robin Ek', organisation: { slug: org.organisation.slug } };
    expect(await viewer(cookie)).toEqual(person);
    expect(await viewer(`other=1; ${cookie}; more=2`)).toEqual(person);
  });

  it('ends with the sign-out, at once, and no other does', async () => {
    const [mine, other] = [await session(), await session()];
    const response = await fetch(`${world.address}/sign-out`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: mine },
    });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in']);
    expect(response.headers.getSetCookie()[0]).toMatch(/^answerable_session=;.*Expires=Thu, 01 Jan 1970/);
    expect(await viewer(mine)).toEqual(ENDED);
    expect(await viewer(other)).toMatchObject({ name: 'Robin Ek' });
  });

  it('can be signed out of twice, and without one', async () => {
    for (const cookie of ['', 'answerable_session=', 'answerable_session=forged']) {
      const response = await fetch(`${world.address}/sign-out`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie },
      });
      expect(response.status).toBe(303);
    }
  });

  it('is over when its time is up', async () => {
    const cookie = await session();
    await world.owner.query(`UPDATE session SET expires_at = now() - interval '1 second'`);
    expect(await viewer(cookie)).toEqual(ENDED);
    await session(); // clears away what has ended
    const { rows } = await world.owner.query('SELECT count(*)::int AS sessions FROM session');
    expect(rows).toEqual([{ sessions: 1 }]);
  });

  it('cannot be made up, and its token is not what the database keeps', async () => {
    const cookie = await session();
    const token = cookie.slice('answerable_session='.length);
    for (const forged of ['forged', '', token.slice(1), `${token}x`])
      expect(await viewer(`answerable_session=${forged}`)).toEqual(ENDED);
    const { rows } = await world.owner.query<{ hash: string }>(
      `SELECT encode(token_hash, 'base64') AS hash FROM session`,
    );
    for (const { hash } of rows) expect(hash).not.toContain(token.slice(0, 20));
  });
});

it('a form that cannot be read is refused in the shape of every other route', async () => {
  const send = async (body: string, type: string) => {
    const response = await fetch(`${world.address}/sign-in`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });
    const { error } = (await response.json()) as { error?: { code: string; message: string } };
    expect(error?.message).not.toContain('JSON'); // a form is what was meant
    return [response.status, error?.code];
  };
  const form = 'application/x-www-form-urlencoded';
  expect(await send(`email=${'x'.repeat(5000)}`, form)).toEqual([413, 'TOO_LARGE']);
  expect(await send('email=x', `${form}; charset=koi8-r`)).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
});
