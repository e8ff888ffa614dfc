import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '#platform';
import { announce } from '#queue';
import { MAX_ALIASES, MAX_COST, MAX_DEPTH, MAX_DIRECTIVES, MAX_FIELDS } from '../../apps/api/src/graphql/limits.js';
import { conversation, ndjson } from '../factories/conversations.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { Subscriber } from '../support/subscriber.js';
import { startWorld, type World } from '../support/world.js';

const ANALYSED = 'subscription { conversationAnalysed { conversation { externalId } } }';
/** A `ConversationAnalysed` and a `Conversation`. */
const COST_OF_ANALYSED = 2;
const ANSWERS = 9;
const COST = (1 + ANSWERS) * COST_OF_ANALYSED;
const UNKNOWN = 3;

/** The error that a subscription was answered with. */
function errorOf(subscriber: Subscriber, id: string): { code: string; message: string } {
  const [{ type, payload }] = subscriber.of(id) as [
    { type: string; payload: [{ message: string; extensions: { code: string } }] },
  ]; // as the protocol has it
  expect(type).toBe('error');
  return { code: payload[0].extensions.code, message: payload[0].message };
}

describe('a document of a subscription', () => {
  let world: World;
  let org: SmallOrganisation;
  beforeAll(async () => {
    world = await startWorld({ worker: false });
    org = await makeOrganisation(world);
  });
  afterAll(() => world.close());

  const nested = (times: number, before: string, within: string, after: string) =>
    `${before.repeat(times)}${within}${after.repeat(times)}`;
  const list = (times: number, one: (at: number) => string) =>
    Array.from({ length: times }, (_, at) => one(at)).join(' ');
  const deep = nested(5, 'turn { conversation { flags { ', 'id', ' } } }');
  const pages = nested(3, 'conversation { turns(first: 100) { edges { node { ', 'id', ' } } } }');
  it.each([
    ['MAX_DEPTH', `flagRaised { ${deep} }`, 'TOO_LARGE', MAX_DEPTH],
    ['MAX_ALIASES', `flagRaised { ${list(MAX_ALIASES + 1, (at) => `a${at}: id`)} }`, 'TOO_LARGE', MAX_ALIASES],
    ['MAX_FIELDS', `flagRaised { ${list(MAX_FIELDS, () => 'unknown')} }`, 'TOO_LARGE', MAX_FIELDS],
    ['MAX_DIRECTIVES', `flagRaised { id ${list(MAX_DIRECTIVES + 1, () => '@unknown')} }`, 'TOO_LARGE', MAX_DIRECTIVES],
    ['MAX_COST', `conversationAnalysed { ${pages} }`, 'TOO_COSTLY', MAX_COST],
  ])('is refused over %s, before it is validated', async (_, selection, code, limit) => {
    const subscriber = await org.client.connect();
    const id = await subscriber.follow(`subscription { ${selection} }`);
    expect(errorOf(subscriber, id)).toEqual({ code, message: expect.stringContaining(String(limit)) });
    subscriber.close();
  });
});

describe('the budget of a minute', () => {
  let one: World;
  let two: World;
  beforeAll(async () => {
    const settings = {
      RATE_LIMIT_COST_PER_MINUTE: String(COST),
      RATE_LIMIT_UNAUTHENTICATED_PER_MINUTE: String(UNKNOWN),
    };
    one = await startWorld({ settings });
    two = await startWorld({ worker: false, settings, beside: one });
  });
  afterAll(async () => {
    await two.close();
    await one.close();
  });

  async function store({ client, organisation }: SmallOrganisation): Promise<string> {
    await client.send(ndjson(conversation()));
    await one.analysed(organisation.id);
    const { rows } = await one.owner.query<{ id: string }>('SELECT id FROM conversation WHERE organisation_id = $1', [
      organisation.id,
    ]);
    return rows[0]!.id; // one was sent
  }

  it('is spent by each answer, at every process, and who has spent it hears nothing more', async () => {
    const [org, neighbour] = [await makeOrganisation(one), await makeOrganisation(one)];
    const tell = async ({ organisation }: SmallOrganisation, stored: string) =>
      one.database.transaction(organisation.id, async (tx) => announce(tx, 'ConversationAnalysed', [stored]));
    const [stored, theirs] = [await store(org), await store(neighbour)];
    const [subscriber, other] = [await two.client(org.key).connect(), await two.client(neighbour.key).connect()];
    const [id, othersId] = [await subscriber.follow(ANALYSED), await other.follow(ANALYSED)];
    for (let answers = 1; answers <= ANSWERS; answers += 1) {
      await tell(org, stored);
      const remaining = COST - (1 + answers) * COST_OF_ANALYSED;
      expect(await subscriber.next(id)).toMatchObject({
        data: { conversationAnalysed: {} },
        extensions: { cost: { requested: COST_OF_ANALYSED, limit: COST, remaining } },
      });
    }
    await tell(org, stored);
    await expect(subscriber.next(id)).rejects.toThrow(/^error .*"TOO_MANY_REQUESTS"/);
    for (const world of [one, two]) {
      const again = await world.client(org.key).connect();
      expect(errorOf(again, await again.follow(ANALYSED)).code).toBe('TOO_MANY_REQUESTS');
      again.close();
      expect((await world.client(org.key).post('{ viewer { name } }')).status).toBe(429);
    }
    await tell(neighbour, theirs);
    expect(await other.next(othersId)).toMatchObject({ data: {} });
    for (const each of [subscriber, other]) each.close();
  });

  it('of an address that shows no key we know is spent by connecting too, and a known key is let in all the same', async () => {
    const org = await makeOrganisation(one);
    const knock = (world: World) => Subscriber.connect(world.address, 'ans_unknown');
    for (let knocks = 0; knocks < UNKNOWN; knocks += 1)
      await expect(knock(knocks % 2 === 0 ? one : two)).rejects.toThrow('closed with 4403');
    for (const world of [one, two]) {
      await expect(knock(world)).rejects.toThrow('closed with 4429');
      expect((await world.client('ans_unknown').post('{ viewer { name } }')).status).toBe(429);
    }
    (await org.client.connect()).close();
  });
});

describe('where only trusted documents are answered, and the schema cannot be asked for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'answerable-trusted-'));
  const hash = sha256(ANALYSED).toString('hex');
  const mistaken = 'subscription { flagRaised { cod } }';
  let world: World;
  let org: SmallOrganisation;
  let subscriber: Subscriber;
  beforeAll(async () => {
    const file = join(folder, 'documents.json');
    const documents = [ANALYSED, mistaken].map((text) => [sha256(text).toString('hex'), text]);
    writeFileSync(file, JSON.stringify(Object.fromEntries(documents)));
    world = await startWorld({
      settings: {
        GRAPHQL_TRUSTED_DOCUMENTS: 'only',
        GRAPHQL_TRUSTED_DOCUMENTS_FILE: file,
        GRAPHQL_INTROSPECTION: 'off',
      },
    });
    org = await makeOrganisation(world);
    subscriber = await org.client.connect();
  });
  afterAll(async () => {
    subscriber.close();
    await world.close();
    rmSync(folder, { recursive: true });
  });

  it('a subscription is none of another document', async () => {
    const id = await subscriber.follow('subscription { flagRaised { id } }');
    expect(errorOf(subscriber, id).code).toBe('NOT_FOUND');
  });

  it.each([
    ['its text', { query: ANALYSED }],
    ['its id', { query: '', documentId: `sha256:${hash}` }],
    ['its hash', { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }],
  ])('a subscription is of a trusted one by %s', async (way, payload) => {
    subscriber.send({ id: way, type: 'subscribe', payload });
    await subscriber.settled();
    const sent = conversation();
    await org.client.send(ndjson(sent));
    expect(await subscriber.next(way)).toMatchObject({
      data: { conversationAnalysed: { conversation: { externalId: sent.externalId } } },
    });
  });

  it('an error suggests no names of the schema', async () => {
    const { code, message } = errorOf(subscriber, await subscriber.follow(mistaken));
    expect(code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(message).not.toContain('Did you mean');
  });
});
