import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountLimits, OrganisationsService, SignInService } from '#accounts';

import { makeOrganisation, PASSWORD, submitSignIn } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

const { MAX_FAILURES_PER_ACCOUNT, MAX_FAILURES_PER_ADDRESS, THROTTLE_SECONDS } = accountLimits;
const KNOWN = 'robin@throttle.example';
const UNKNOWN = 'nobody@throttle.example';

let world: World;
beforeAll(async () => {
  world = await startWorld({ worker: false });
  world.app.set('trust proxy', true); // so that a test can come from any address
  const { organisation } = await makeOrganisation(world);
  for (const email of [KNOWN, 'sam@throttle.example'])
    await world
      .get(OrganisationsService)
      .addPerson(organisation.id, { email, name: 'R', role: 'AUDITOR', password: PASSWORD });
});
afterAll(() => world.close());
beforeEach(() => world.owner.query('DELETE FROM sign_in.attempts'));

function attempt(email: string, password: string, address = '192.0.2.1'): Promise<Response> {
  return submitSignIn(world, { email, password }, { 'x-forwarded-for': address });
}

/** Notes failures without the cost of them. */
async function failBefore(subject: string, attempts: number): Promise<void> {
  await world.owner.query(
    `INSERT INTO sign_in.attempts VALUES (sha256($1::bytea), $2, now() + interval '10 minutes')`,
    [subject, attempts],
  );
}

describe('an account', () => {
  it.each([
    ['that is known', KNOWN],
    ['that is not', UNKNOWN],
  ])('%s is closed after the same number of failures, from wherever, with the same answer', async (_, email) => {
    for (let nth = 1; nth <= MAX_FAILURES_PER_ACCOUNT; nth += 1)
      expect((await attempt(nth % 2 ? email : email.toUpperCase(), 'wrong', `192.0.2.${nth}`)).status).toBe(401);
    const refused = await attempt(email, PASSWORD, '192.0.2.200');
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([429, []]);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(THROTTLE_SECONDS - 60);
    expect(wait).toBeLessThanOrEqual(THROTTLE_SECONDS);
    expect(await refused.text()).toContain('There were too many attempts.');
    expect((await attempt('sam@throttle.example', PASSWORD)).status).toBe(303);
  });

  it('is open again when the time is up', async () => {
    await failBefore(`account ${KNOWN}`, MAX_FAILURES_PER_ACCOUNT);
    expect((await attempt(KNOWN, PASSWORD)).status).toBe(429);
    await world.owner.query("UPDATE sign_in.attempts SET ends_at = now() - interval '1 second'");
    expect((await attempt(KNOWN, PASSWORD)).status).toBe(303);
  });

  it('begins anew with a sign-in that succeeds', async () => {
    await failBefore(`account ${KNOWN}`, MAX_FAILURES_PER_ACCOUNT - 1);
    expect((await attempt(KNOWN, PASSWORD)).status).toBe(303);
    for (let nth = 1; nth <= 3; nth += 1) expect((await attempt(KNOWN, 'wrong')).status).toBe(401);
  });

  it('lets no more through when they come all at once', async () => {
    const many = Array.from({ length: MAX_FAILURES_PER_ACCOUNT + 8 }, () => attempt(KNOWN, 'wrong'));
    const statuses = (await Promise.all(many)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(MAX_FAILURES_PER_ACCOUNT);
    expect(statuses.filter((status) => status === 429)).toHaveLength(8);
  });
});

describe('a network address', () => {
  it('is closed after too many failures for whatever accounts, and no other address is', async () => {
    await failBefore('address 192.0.2.9', MAX_FAILURES_PER_ADDRESS - 1);
    expect((await attempt(UNKNOWN, 'wrong', '192.0.2.9')).status).toBe(401);
    expect((await attempt(KNOWN, PASSWORD, '192.0.2.9')).status).toBe(429);
    expect((await attempt(KNOWN, PASSWORD, '192.0.2.10')).status).toBe(303);
  });

  it('is not closed by sign-ins that succeed, and they forgive no failure of others', async () => {
    await failBefore('address 192.0.2.9', MAX_FAILURES_PER_ADDRESS - 1);
    for (let nth = 1; nth <= 3; nth += 1) expect((await attempt(KNOWN, PASSWORD, '192.0.2.9')).status).toBe(303);
    expect((await attempt(UNKNOWN, 'wrong', '192.0.2.9')).status).toBe(401);
    expect((await attempt(KNOWN, PASSWORD, '192.0.2.9')).status).toBe(429);
  });
});

describe('what is counted', () => {
  it('is counted for all processes alike, and names nobody', async () => {
    await attempt(KNOWN, 'wrong', '192.0.2.9');
    // Another process shares the database and nothing else.
    const other = await startWorld({ worker: false, beside: world });
    const origin = { address: '192.0.2.9', userAgent: null, requestId: null, reason: null };
    await other.get(SignInService).signIn({ email: KNOWN, password: 'wrong', code: '' }, origin);
    await other.close();
    const { rows } = await world.owner.query<{ subject: Buffer; attempts: number }>(
      'SELECT subject, attempts FROM sign_in.attempts',
    );
    expect(rows.map(({ subject, attempts }) => [subject.length, attempts])).toEqual([
      [32, 2],
      [32, 2],
    ]);
  });

  it('is cleared away when it counts no more', async () => {
    await failBefore('address 192.0.2.77', 5);
    await world.owner.query(`UPDATE sign_in.attempts SET ends_at = now() - interval '1 second'`);
    await attempt(KNOWN, PASSWORD);
    const { rows } = await world.owner.query('SELECT FROM sign_in.attempts WHERE attempts >= 5');
    expect(rows).toEqual([]);
  });

  it('cannot be reached by the application inside an organisation', async () => {
    const { organisation } = await makeOrganisation(world);
    const read = world.database.read(organisation.id, (tx) => tx.query('SELECT FROM sign_in.attempts'));
    await expect(read).rejects.toThrow(/permission denied/);
  });
});

describe('an unknown account', () => {
  it('costs what a known one does', async () => {
    const costs = { known: [] as number[], unknown: [] as number[] };
    for (let nth = 0; nth < 9; nth += 1) {
      for (const who of ['known', 'unknown'] as const) {
        const started = performance.now();
        await attempt(who === 'known' ? KNOWN : `nobody${nth}@throttle.example`, 'wrong', `198.51.100.${nth}`);
        costs[who].push(performance.now() - started);
      }
    }
    const [known, unknown] = [median(costs.known), median(costs.unknown)];
    // Without the password that is verified for nobody, the ratio is about ten.
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(3);
  });
});

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!; // it is not empty
}
