import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { KeysService, OrganisationsService } from '#accounts';
import { conversation, INGEST, ndjson } from '../factories/conversations.js';
import { makeOrganisation } from '../factories/organisations.js';
import { type CapturedLog, captureLog } from '../support/captured-log.js';
import { eventually } from '../support/eventually.js';
import { startWorld, type World } from '../support/world.js';

/** What nobody may find in a log, by where it is planted; each appears nowhere else. */
const PLANTED = {
  said: 'my pin is zebra-4111-said',
  generated: 'zebra-4111-generated',
  email: 'zebra-person@secret.example',
  password: 'zebra-4111-password',
  wrongPassword: 'zebra-4111-wrong',
  literal: 'zebra-4111-literal',
  variable: 'zebra-4111-variable',
  query: 'zebra-4111-query',
  path: 'zebra-4111-path',
  header: 'zebra-4111-header',
  reason: 'zebra-4111-reason',
  broken: 'zebra-4111-broken',
  forgedKey: 'ans_zebra4111forged',
  forgedSession: 'zebra-4111-session',
  personName: 'Zebra-4111 Person',
};

let world: World;
let log: CapturedLog;

beforeAll(async () => {
  log = captureLog('debug');
  world = await startWorld({ settings: { LOG_LEVEL: 'debug' } });
});
afterAll(async () => {
  log.stop();
  await world.close();
});

function post(path: string, body: string | Buffer, headers: Record<string, string>): Promise<Response> {
  return fetch(`${world.address}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: body as BodyInit,
  });
}

/** Signs in. @returns the session's token */
async function signIn(): Promise<string> {
  const form = (password: string) => new URLSearchParams({ email: PLANTED.email, password }).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  await post('/sign-in', form(PLANTED.wrongPassword), type);
  const response = await post('/sign-in', form(PLANTED.password), type);
  return /answerable_session=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')![1]!; // the sign-in worked
}

async function useTheIntake(key: string): Promise<void> {
  const headers = { 'content-type': 'application/x-ndjson', authorization: `Bearer ${key}` };
  const turns = [
    { speaker: 'CALLER', said: PLANTED.said },
    { speaker: 'CLONE', said: `I promise a refund, ${PLANTED.said}`, generated: PLANTED.generated },
  ];
  const good = conversation({ turns });
  const other = { ...good, turns: [{ speaker: 'CALLER', said: `${PLANTED.said}!` }, turns[1]] };
  const bodies = [
    ndjson(good, good, other, { ...good, channel: PLANTED.broken, clone: PLANTED.broken }),
    `{"said": "${PLANTED.broken}`,
    gzipSync(ndjson(good)).subarray(0, 40),
  ];
  for (const body of bodies) await post('/v1/conversations', body, headers);
  await post('/v1/conversations', gzipSync(bodies[0]!).subarray(0, 60), { ...headers, 'content-encoding': 'gzip' });
  await post('/v1/conversations', PLANTED.broken, { ...headers, 'content-type': `text/${PLANTED.header}` });
}

async function useGraphql(credential: Record<string, string>): Promise<void> {
  const headers = { 'content-type': 'application/json', 'access-reason': PLANTED.reason, ...credential };
  const ask = (query: string, variables: object = {}) =>
    post('/graphql', JSON.stringify({ query, variables }), headers);
  const search = 'query ($text: String) { conversations(search: $text) { edges { node { id flags { code } } } } }';
  await ask(search, { text: PLANTED.variable });
  await ask(`{ conversations(search: "${PLANTED.literal}") { edges { node { turns { edges { node { said } } } } } } }`);
  await ask(`{ conversation(id: "${PLANTED.literal}") { id } node(id: "${PLANTED.literal}") { id } }`);
  await ask(`{ conversations(first: "${PLANTED.literal}") { edges { cursor } } }`);
  await ask(`query { ${PLANTED.literal.replaceAll('-', '_')} }`);
  await ask(search, { text: { deep: PLANTED.variable } });
  await ask(INGEST, { input: { conversations: [{ source: PLANTED.variable, turns: [{ said: PLANTED.variable }] }] } });
  await post('/graphql', `{"query": "${PLANTED.broken}`, headers);
  await post('/graphql', '{}', { ...headers, 'access-reason': `${PLANTED.reason} %` });
  await fetch(`${world.address}/graphql?query={viewer{name}}&x=${PLANTED.query}`, { headers });
  // Our own faults, with the texts in the statement that fails.
  await world.owner.query('ALTER TABLE conversation RENAME TO conversation_gone');
  await ask(search, { text: PLANTED.variable });
  await ask(INGEST, {
    input: { conversations: [conversation({ turns: [{ speaker: 'CALLER', said: PLANTED.said }] })] },
  });
  await world.owner.query('ALTER TABLE conversation_gone RENAME TO conversation');
  await world.owner.query('ALTER TABLE access_record RENAME TO access_record_gone');
  await ask('{ conversations { edges { node { id } } } }');
  await world.owner.query('ALTER TABLE access_record_gone RENAME TO access_record');
}

async function useStrangeAddresses(): Promise<void> {
  await fetch(`${world.address}/${PLANTED.path}?token=${PLANTED.query}`);
  await fetch(`${world.address}/sign-in?next=${PLANTED.query}`, { headers: { referer: `http://x/${PLANTED.header}` } });
  await fetch(`${world.address}/readyz`, { headers: { 'x-request-id': `${PLANTED.header} two words` } });
  await post('/graphql', '{}', { 'content-type': 'application/json', authorization: `Bearer ${PLANTED.forgedKey}` });
  await post('/graphql', '{}', {
    'content-type': 'application/json',
    cookie: `answerable_session=${PLANTED.forgedSession}`,
  });
  await post('/sign-out', '', { cookie: `answerable_session=${PLANTED.forgedSession}` });
}

it('the log of everything that can be done holds no secret, no text and no name', async () => {
  const org = await makeOrganisation(world);
  await world.get(OrganisationsService).addPerson(org.organisation.id, {
    email: PLANTED.email,
    name: PLANTED.personName,
    role: 'OWNER',
    password: PLANTED.password,
  });
  const { secret } = await world
    .get(KeysService)
    .create(org.organisation.id, { name: 'zebra-key-name', scopes: ['ingest'] });
  const session = await signIn();
  await useTheIntake(org.key);
  await useTheIntake(secret);
  await useGraphql({ authorization: `Bearer ${org.key}` });
  await useGraphql({ cookie: `answerable_session=${session}` });
  await useStrangeAddresses();
  await post('/sign-out', '', { cookie: `answerable_session=${session}` });
  // A job that fails while it holds what was said.
  await world.owner.query('ALTER TABLE conversation_digest RENAME TO conversation_digest_gone');
  await org.client.send(ndjson(conversation({ turns: [{ speaker: 'CALLER', said: PLANTED.said }] })));
  await eventually('the job has failed', () => log.lines().some(({ event }) => event === 'job-failed'));
  await world.owner.query('ALTER TABLE conversation_digest_gone RENAME TO conversation_digest');
  await world.analysed(org.organisation.id);

  const events = log.lines().map(({ event }) => event);
  expect(events.filter((event) => event === 'request').length).toBeGreaterThan(40);
  expect(events).toEqual(expect.arrayContaining(['internal-error', 'job-failed']));
  const written = log.text().toLowerCase();
  const { rows } = await world.owner.query<{ id: string }>('SELECT id FROM access_record');
  expect(rows.length).toBeGreaterThan(4);
  const recordIds = rows.map(({ id }) => id);
  const secrets = [...Object.values(PLANTED), secret, org.key, session, 'zebra', ...recordIds];
  for (const planted of secrets) expect.soft(written).not.toContain(planted.toLowerCase());
});
