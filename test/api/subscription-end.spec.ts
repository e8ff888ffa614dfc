import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  accountLimits,
  AuthenticationService,
  credentialOf,
  KeysService,
  PeopleService,
  type Role,
  SCOPES,
  StandingService,
} from '#accounts';
import { Clock } from '#platform';
import { announce } from '#queue';
import { CREDENTIAL_CHECK_SECONDS } from '../../apps/api/src/sockets/limits.js';
import { conversation, INGEST } from '../factories/conversations.js';
import { makeOrganisation, signIn, type SmallOrganisation } from '../factories/organisations.js';
import { eventually } from '../support/eventually.js';
import type { Subscriber } from '../support/subscriber.js';
import { startWorld, type World } from '../support/world.js';

const ANALYSED = 'subscription { conversationAnalysed { conversation { externalId } } }';
/** A conversation as large as the intake takes: more than the operating system keeps for a connection. */
const LARGE = `subscription { conversationAnalysed { conversation { turns(first: 100) { edges { node { said generated } } } } } }`;

let world: World;
/** A second process, at which those are connected of whom the first one is told. Its clock can run ahead. */
let second: World;
let ahead = 0;
let org: SmallOrganisation;
/** Ids of conversations that are analysed. */
let stored: string;
let large: string;

beforeAll(async () => {
  world = await startWorld();
  second = await startWorld({ worker: false, beside: world, clock: new Clock(() => Date.now() + ahead) });
  org = await makeOrganisation(world);
  const long = 'word '.repeat(4_000);
  const turns = Array.from({ length: 100 }, () => ({ speaker: 'STAFF', said: long, generated: long }));
  await org.client.ask(INGEST, { input: { conversations: [conversation()] } });
  await org.client.ask(INGEST, { input: { conversations: [conversation({ turns })] } });
  await world.analysed(org.organisation.id);
  const { rows } = await world.owner.query<{ id: string }>('SELECT id FROM conversation ORDER BY id');
  [stored, large] = rows.map(({ id }) => id) as [string, string]; // two were sent
});
afterAll(async () => {
  await second.close();
  await world.close();
});

/** Has every subscriber told of a conversation, as the worker does at its commit. */
function tell(...ids: string[]): Promise<void> {
  return world.database.transaction(org.organisation.id, async (tx) => announce(tx, 'ConversationAnalysed', ids));
}

const actor = (token: string) => world.get(AuthenticationService).withSession(token);

describe('who is connected', () => {
  it('is asked for as the same that a request would find', async () => {
    const elsewhere = await makeOrganisation(world, { scopes: ['read:trends', 'read:conversations'] });
    const token = (await signIn(world, elsewhere.organisation, 'MANAGER')).split('=')[1]!; // it has a name
    const [person, key] = [await actor(token), await world.get(AuthenticationService).withKey(elsewhere.key)];
    const standing = world.get(StandingService);
    expect(await standing.actorOf(credentialOf(person))).toEqual(person);
    expect(await standing.actorOf(credentialOf(key))).toEqual(key);
  });
});

describe('who may no longer be connected', () => {
  let key: { id: string; prefix: string };
  let guest: Subscriber;
  let witness: Subscriber;
  let ids: { guest: string; witness: string };

  beforeEach(async () => {
    const expiresAt = new Date(Date.now() + 3_600_000);
    const made = await world.get(KeysService).create(org.organisation.id, { name: 'guest', scopes: SCOPES, expiresAt });
    key = made.key;
    guest = await second.client(made.secret).connect();
    witness = await second.client(org.key).connect();
    ids = { guest: await guest.follow(ANALYSED), witness: await witness.follow(ANALYSED) };
  });

  it.each([
    ['was revoked', () => world.get(KeysService).revoke(org.organisation.id, key.prefix)],
    ['was rotated away', () => world.get(KeysService).rotate(org.organisation.id, key.id, 0)],
    ['has expired', async () => (ahead = 3_600_000)],
  ])('hears nothing that comes after their key %s, at whichever process', async (_, end) => {
    await tell(stored);
    await guest.next(ids.guest);
    await end();
    await tell(stored);
    expect((await guest.closed).code).toBe(4401);
    expect(guest.of(ids.guest)).toHaveLength(1);
    for (let one = 0; one < 2; one += 1) await witness.next(ids.witness);
    witness.close();
    ahead = 0;
  });

  it('begins no further subscription', async () => {
    await world.get(KeysService).revoke(org.organisation.id, key.prefix);
    await expect(guest.follow(ANALYSED)).rejects.toThrow('closed with 4401');
    witness.close();
  });

  it(`is disconnected within ${CREDENTIAL_CHECK_SECONDS} seconds when nothing comes, and nobody else is`, async () => {
    await world.get(KeysService).revoke(org.organisation.id, key.prefix);
    expect((await guest.closed).code).toBe(4401);
    await tell(stored);
    await witness.next(ids.witness);
    witness.close();
  });
});

describe('a session', () => {
  async function member(role: Role, { organisation } = org) {
    const cookie = await signIn(world, organisation, role);
    const token = cookie.slice(cookie.indexOf('=') + 1);
    const subscriber = await second.client(cookie).connect();
    const id = await subscriber.follow(ANALYSED);
    return { cookie, token, subscriber, id };
  }

  /** Lets time pass for the session of a token, by moving its moments back. */
  async function pass(token: string, seconds: number, column: 'last_used_at' | 'token_issued_at') {
    const { rowCount } = await world.owner.query(
      `UPDATE session SET ${column} = ${column} - interval '${seconds} seconds'
       WHERE sha256($1) IN (token_hash, previous_token_hash)`,
      [token],
    );
    expect(rowCount).toBe(1);
  }

  it('that is ended takes its connections along', async () => {
    const { cookie, subscriber } = await member('OWNER');
    await fetch(`${world.address}/sign-out`, { method: 'POST', headers: { cookie }, redirect: 'manual' });
    expect((await subscriber.closed).code).toBe(4401);
  });

  it('that runs out takes its connections along', async () => {
    const { subscriber } = await member('AUDITOR');
    await world.owner.query('UPDATE session SET expires_at = now()');
    expect((await subscriber.closed).code).toBe(4401);
  });

  it('that is not used for long takes its connections along: staying connected is no use', async () => {
    const { token, subscriber } = await member('MANAGER', await makeOrganisation(world));
    await pass(token, accountLimits.SESSION_IDLE_SECONDS, 'last_used_at');
    expect((await subscriber.closed).code).toBe(4401);
  });

  it('whose person is deactivated takes its connections along', async () => {
    const elsewhere = await makeOrganisation(world);
    const owner = await member('OWNER', elsewhere);
    const { token, subscriber } = await member('AUDITOR', elsewhere);
    const [by, auditor] = [await actor(owner.token), await actor(token)];
    await world.get(PeopleService).deactivate(by, auditor.id);
    expect((await subscriber.closed).code).toBe(4401);
    await owner.subscriber.settled();
    owner.subscriber.close();
  });

  it('whose token is replaced stays connected, also when the old token is over', async () => {
    const { cookie, token, subscriber, id } = await member('MANAGER');
    await pass(token, accountLimits.SESSION_ROTATION_SECONDS, 'token_issued_at');
    const response = await fetch(`${world.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: '{"query":"{ viewer { name } }"}',
    });
    expect(response.headers.getSetCookie()).toHaveLength(1);
    await pass(token, accountLimits.SESSION_OVERLAP_SECONDS, 'token_issued_at');
    await expect(actor(token)).rejects.toThrow('This session has ended.');
    await tell(stored);
    expect(await subscriber.next(id)).toMatchObject({ data: { conversationAnalysed: {} } });
    subscriber.close();
  });

  it('whose person gets another role has to come in anew', async () => {
    const { cookie, subscriber } = await member('COMPLIANCE_LEAD');
    await world.owner.query(`UPDATE person SET role = 'INTEGRATOR' WHERE role = 'COMPLIANCE_LEAD'`);
    expect((await subscriber.closed).code).toBe(4401);
    const again = await world.client(cookie).connect();
    const refused = await again.follow(ANALYSED);
    expect((await again.next(refused)).errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    again.close();
  });
});

describe('a connection', () => {
  it('whose client does not read is ended, and nobody else notices', async () => {
    const [slow, quick] = [await org.client.connect(), await org.client.connect()];
    await slow.follow(LARGE);
    const id = await quick.follow(LARGE);
    slow.socket.pause();
    for (let one = 0; one < 10; one += 1) {
      await tell(large);
      await quick.next(id);
    }
    // Read again, it finds that it was left; what the system held for it is not all there was.
    slow.socket.resume();
    expect((await slow.closed).code).toBe(1006);
    expect(slow.messages.filter(({ type }) => type === 'next').length).toBeLessThan(10);
    quick.close();
  });

  it('is ended, to come back and look, when something may have been missed', async () => {
    const subscriber = await org.client.connect();
    await subscriber.follow(ANALYSED);
    await world.owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'answerable-announcements'`,
    );
    expect((await subscriber.closed).code).toBe(1013);
    await eventually('it hears again', async () => {
      const again = await org.client.connect();
      const isHeard = await again
        .follow(ANALYSED)
        .then((id) => tell(stored).then(() => again.next(id)))
        .then(
          () => true,
          () => false, // not yet, and it was told so
        );
      again.close();
      return isHeard;
    });
  });

  it('is told when its process goes down, and the process does not wait for it', async () => {
    const process = await startWorld({ worker: false, beside: world });
    const [polite, deaf] = [await process.client(org.key).connect(), await process.client(org.key).connect()];
    deaf.socket.pause();
    await process.close();
    expect((await polite.closed).code).toBe(1001);
    deaf.socket.terminate();
  });
});
