import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountLimits } from '#accounts';
import { moveIn, type Neighbour } from '../factories/neighbours.js';
import { PASSWORD, signIn, submitSignIn } from '../factories/organisations.js';
import { eventually } from '../support/eventually.js';
import { startWorld, type World } from '../support/world.js';

const { SESSION_IDLE_SECONDS, SESSION_OVERLAP_SECONDS, SESSION_ROTATION_SECONDS, SESSION_SECONDS } = accountLimits;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const NAME = 'answerable_session';

let world: World;
let org: Neighbour;
let email: string;
beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await moveIn(world, 'mark');
  await signIn(world, org.organisation, 'MANAGER');
  email = `manager@${org.organisation.slug}.example`;
});
afterAll(() => world.close());

async function session(headers: Record<string, string> = {}): Promise<string> {
  return cookieOf(await submitSignIn(world, { email, password: PASSWORD }, headers))!; // the sign-in is right
}

function cookieOf(response: Response): string | undefined {
  return response.headers.getSetCookie()[0]?.split(';')[0];
}

/** One request with a cookie. @returns whether it was let in, and the cookie it was given, if any */
async function use(cookie: string, headers: Record<string, string> = {}): Promise<{ in: boolean; renewed?: string }> {
  const response = await fetch(`${world.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, ...headers },
    body: '{"query":"{ viewer { name } }"}',
  });
  const renewed = cookieOf(response);
  return { in: response.status === 200, ...(renewed === undefined ? {} : { renewed }) };
}

const hashOf = (cookie: string) => `sha256('${cookie.slice(NAME.length + 1)}')`;

/** Lets time pass for one session, by moving its moments back. */
async function pass(cookie: string, seconds: number, ...columns: string[]): Promise<void> {
  const moved = columns.map((column) => `${column} = ${column} - interval '${seconds} seconds'`).join(', ');
  const { rowCount } = await world.owner.query(
    `UPDATE session SET ${moved} WHERE ${hashOf(cookie)} IN (token_hash, previous_token_hash)`,
  );
  expect(rowCount).toBe(1);
}

/** Several requests that all find the token due, since the row is held until they wait for it. */
async function allAtOnce(cookie: string): Promise<Awaited<ReturnType<typeof use>>[]> {
  const holder = await world.owner.connect();
  try {
    await holder.query(`BEGIN; SELECT FROM session WHERE token_hash = ${hashOf(cookie)} FOR UPDATE`);
    const answers = Promise.all(Array.from({ length: 6 }, () => use(cookie)));
    await eventually('all of them wait', async () => {
      const { rows } = await world.owner.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows.length === 6;
    });
    await holder.query('COMMIT');
    return await answers;
  } finally {
    holder.release();
  }
}

const ALL_MOMENTS = ['created_at', 'last_used_at', 'expires_at', 'token_issued_at'];

describe('the token of a session', () => {
  it('is replaced once it has served long enough, and the new one goes on', async () => {
    const cookie = await session();
    expect(await use(cookie)).toEqual({ in: true });
    await pass(cookie, SESSION_ROTATION_SECONDS - 5, ...ALL_MOMENTS);
    expect(await use(cookie)).toEqual({ in: true });
    await pass(cookie, 10, ...ALL_MOMENTS);
    const { renewed } = await use(cookie);
    expect(renewed).toMatch(/^answerable_session=.{43}$/);
    expect(renewed).not.toBe(cookie);
    expect(await use(renewed!)).toEqual({ in: true }); // it matched
  });

  it('counts a moment longer for requests under way, is replaced by one of them only, and then is over', async () => {
    const cookie = await session();
    await pass(cookie, SESSION_ROTATION_SECONDS, ...ALL_MOMENTS);
    const answers = await allAtOnce(cookie);
    expect(answers.every((answer) => answer.in)).toBe(true);
    const renewed = answers.map((answer) => answer.renewed).filter((one) => one !== undefined);
    expect(renewed).toHaveLength(1);
    expect(await use(cookie)).toEqual({ in: true });
    await pass(cookie, SESSION_OVERLAP_SECONDS, 'token_issued_at');
    expect(await use(cookie)).toEqual({ in: false });
    expect(await use(renewed[0]!)).toEqual({ in: true }); // there is one
  });

  it('keeps the attributes of the cookie and lasts no longer than the sign-in', async () => {
    const cookie = await session();
    await pass(cookie, SESSION_ROTATION_SECONDS, ...ALL_MOMENTS);
    const response = await fetch(`${world.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: '{"query":"{ viewer { name } }"}',
    });
    const attributes = response.headers.getSetCookie()[0]!.split('; ');
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/']));
    const [, maxAge] = attributes.find((one) => one.startsWith('Max-Age='))!.split('=');
    expect(Number(maxAge)).toBeLessThanOrEqual(SESSION_SECONDS - SESSION_ROTATION_SECONDS);
    expect(Number(maxAge)).toBeGreaterThan(SESSION_SECONDS - SESSION_ROTATION_SECONDS - 60);
  });
});

describe('a session', () => {
  it('ends when it was not used for long, and a use puts that off', async () => {
    const cookie = await session();
    await pass(cookie, SESSION_IDLE_SECONDS - 5, 'last_used_at');
    expect((await use(cookie)).in).toBe(true);
    await pass(cookie, SESSION_IDLE_SECONDS - 5, 'last_used_at');
    expect((await use(cookie)).in).toBe(true);
    await pass(cookie, SESSION_IDLE_SECONDS, 'last_used_at');
    expect((await use(cookie)).in).toBe(false);
  });

  it('ends after its lifetime, however much it is used', async () => {
    const cookie = await session();
    await pass(cookie, SESSION_SECONDS - 5, 'created_at', 'expires_at');
    expect((await use(cookie)).in).toBe(true);
    await pass(cookie, 5, 'created_at', 'expires_at');
    expect((await use(cookie)).in).toBe(false);
  });

  it('is never one whose token somebody else chose, and a sign-in ends the one before it', async () => {
    const chosen = `${NAME}=${'x'.repeat(43)}`;
    const first = await session({ cookie: chosen });
    expect(first).not.toBe(chosen);
    expect((await use(chosen)).in).toBe(false);
    const second = await session({ cookie: first });
    expect(second).not.toBe(first);
    expect([(await use(first)).in, (await use(second)).in]).toEqual([false, true]);
  });

  it('stays when a sign-in in its browser fails', async () => {
    const cookie = await session();
    await submitSignIn(world, { email, password: 'wrong' }, { cookie });
    expect((await use(cookie)).in).toBe(true);
  });

  it('is one of a limited number; the one used least lately makes room', async () => {
    const oldest = await session();
    await pass(oldest, 600, 'last_used_at');
    const most = accountLimits.MAX_SESSIONS_PER_PERSON;
    await world.owner.query(
      `INSERT INTO session (organisation_id, id, person_id, token_hash, token_issued_at, created_at, last_used_at, expires_at, address, client)
       SELECT organisation_id, gen_random_uuid(), person_id, sha256(n::text::bytea), now(), now(), now(), expires_at, '', ''
       FROM session, generate_series(1, $1) n WHERE token_hash = ${hashOf(oldest)}`,
      [most],
    );
    const newest = await session();
    expect([(await use(oldest)).in, (await use(newest)).in]).toEqual([false, true]);
    expect((await world.client(newest).ask('{ sessions { id } }')).sessions).toHaveLength(most);
  });
});

describe('over HTTPS', () => {
  beforeAll(() => {
    world.app.set('trust proxy', true);
  });
  afterAll(() => {
    world.app.set('trust proxy', false);
  });
  const https = { 'x-forwarded-proto': 'https' };

  it('the cookie is Secure, and of a name that no other host can set', async () => {
    const response = await submitSignIn(world, { email, password: PASSWORD }, https);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-answerable_session=/);
    expect(cookie.split('; ')).toEqual(expect.arrayContaining(['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/']));
    expect(cookie).not.toContain('Domain');
    const secure = cookie.split(';')[0]!; // it has attributes
    expect((await use(secure, https)).in).toBe(true);
    expect((await use(secure.replace('__Host-', ''), https)).in).toBe(false);
  });
});

describe('the list of sessions', () => {
  const LIST = '{ sessions { id client address current createdAt lastUsedAt } }';

  it('shows a person their own, and which one asks', async () => {
    await world.owner.query('DELETE FROM session WHERE client <> $1', ['Firefox on Linux']);
    const firefox = await session({ 'user-agent': FIREFOX });
    const curl = await session({ 'user-agent': 'curl/8.9.1' });
    const { sessions } = await world.client(firefox).ask(LIST);
    expect(sessions).toEqual([
      expect.objectContaining({ client: 'curl', current: false, address: expect.stringMatching(/127\.0\.0\.1|::1/) }),
      expect.objectContaining({ client: 'Firefox on Linux', current: true }),
    ]);
    expect((await world.client(curl).ask(LIST)).sessions[0].current).toBe(true);
    expect((await org.client.ask(LIST)).sessions).toEqual([]);
  });

  it('lets them end one, or all others, at once, and none of anybody else', async () => {
    const owner = await signIn(world, org.organisation, 'COMPLIANCE_LEAD');
    const [mine, second, third] = [await session(), await session(), await session()];
    const { sessions } = await world.client(second).ask(LIST);
    const { id } = sessions.find(({ current }: { current: boolean }) => current);
    const END =
      'mutation ($input: EndSessionInput!) { endSession(input: $input) { __typename ... on SessionsEnded { count } } }';
    const end = async (cookie: string) =>
      (await world.client(cookie).ask(END, { input: { sessionId: id } })).endSession;
    expect(await end(owner)).toEqual({ __typename: 'NothingChanged' });
    expect(await end(mine)).toEqual({ __typename: 'SessionsEnded', count: 1 });
    expect(await end(mine)).toEqual({ __typename: 'NothingChanged' });
    expect([(await use(second)).in, (await use(third)).in]).toEqual([false, true]);
    await world.client(mine).ask('mutation { endOtherSessions { __typename } }');
    expect([(await use(mine)).in, (await use(third)).in, (await use(owner)).in]).toEqual([true, false, true]);
    expect((await world.client(mine).ask(LIST)).sessions).toHaveLength(1);
  });
});
