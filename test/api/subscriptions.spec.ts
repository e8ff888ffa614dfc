import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ClonesService } from '#clones';
import { conversation, INGEST, RISKY_REPLY, type SentConversation } from '../factories/conversations.js';
import { makeOrganisation, signIn, type SmallOrganisation } from '../factories/organisations.js';
import { eventually } from '../support/eventually.js';
import { startWorld, type World } from '../support/world.js';

const FLAGS = `subscription ($cloneId: ID, $severityAtLeast: Severity) {
  flagRaised(cloneId: $cloneId, severityAtLeast: $severityAtLeast) { id code severity clone { handle }
    turn { said accountability { accountable { name } } conversation { externalId } } } }`;
const ANALYSED = `subscription ($cloneId: ID) { conversationAnalysed(cloneId: $cloneId) {
  flagCount conversation { id externalId digest { sentiment } clone { handle } } } }`;

let world: World;
let second: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld();
  second = await startWorld({ worker: false, beside: world });
  org = await makeOrganisation(world);
  await world.get(ClonesService).add(org.organisation.id, {
    handle: 'cfo',
    name: 'The CFO (clone)',
    principalName: 'Kim Berg',
    principalTitle: 'CFO',
  });
});
afterAll(async () => {
  await second.close();
  await world.close();
});

async function ingest(...conversations: SentConversation[]): Promise<void> {
  await org.client.ask(INGEST, { input: { conversations } });
  await world.analysed(org.organisation.id);
}

function risky(changes: Partial<SentConversation> = {}): SentConversation {
  return conversation({
    turns: [
      { speaker: 'CALLER', said: 'Where is my money?' },
      { speaker: 'CLONE', said: `You are speaking with the AI clone of Robin Ek. ${RISKY_REPLY}` },
    ],
    ...changes,
  });
}

async function cloneId(handle: string): Promise<string> {
  const { clones } = await org.client.ask('{ clones { id handle } }');
  return clones.find((clone: { handle: string }) => clone.handle === handle).id;
}

describe('a subscription', () => {
  it('hears of every flag once, with all that a query would answer', async () => {
    const subscriber = await org.client.connect();
    const id = await subscriber.follow(FLAGS);
    const sent = risky();
    await ingest(sent);
    const query = `{ flags { edges { node { id code severity clone { handle }
      turn { said accountability { accountable { name } } conversation { externalId } } } } } }`;
    const { flags } = await org.client.ask(query);
    const stored = flags.edges.map(({ node }: { node: object }) => node);
    expect(stored.length).toBeGreaterThan(0);
    const heard = [];
    while (heard.length < stored.length) heard.push((await subscriber.next(id)).data.flagRaised);
    expect(heard.sort(byId)).toEqual(stored.sort(byId));
    await subscriber.settled();
    expect(subscriber.of(id)).toHaveLength(stored.length);
    subscriber.close();
  });

  it('hears of a conversation when its analysis is ready, and again when it goes on', async () => {
    const subscriber = await org.client.connect();
    const id = await subscriber.follow(ANALYSED);
    const sent = conversation();
    await ingest(sent);
    const first = (await subscriber.next(id)).data.conversationAnalysed;
    expect(first).toEqual({
      flagCount: 0,
      conversation: {
        id: expect.any(String),
        externalId: sent.externalId,
        digest: { sentiment: expect.any(Number) },
        clone: { handle: 'ceo' },
      },
    });
    await ingest({ ...sent, turns: [...sent.turns, { speaker: 'CLONE', said: RISKY_REPLY }] });
    const again = (await subscriber.next(id)).data.conversationAnalysed;
    expect(again.conversation.id).toBe(first.conversation.id);
    expect(again.flagCount).toBeGreaterThan(0);
    subscriber.close();
  });

  it('is filtered by clone and by severity', async () => {
    const subscriber = await org.client.connect();
    const cfo = await cloneId('cfo');
    const [all, analysedCfo, flagsCfo, critical] = [
      await subscriber.follow(ANALYSED),
      await subscriber.follow(ANALYSED, { cloneId: cfo }),
      await subscriber.follow(FLAGS, { cloneId: cfo }),
      await subscriber.follow(FLAGS, { severityAtLeast: 'CRITICAL' }),
    ];
    const hidden = 'I am a person, not a machine. Thank you.'; // a flag, whatever its severity
    await ingest(risky({ turns: [{ speaker: 'CLONE', said: hidden }] }), risky({ clone: 'cfo' }), risky());
    for (let one = 0; one < 3; one += 1) await subscriber.next(all);
    const { data } = await subscriber.next(analysedCfo);
    expect(data.conversationAnalysed.conversation.clone.handle).toBe('cfo');
    const { flags } = await org.client.ask(
      `query ($filter: FlagFilter) { flags(filter: $filter) { edges { node { id } } } }`,
      { filter: { cloneId: cfo } },
    );
    await eventually('all flags of one clone are heard', () => subscriber.of(flagsCfo).length === flags.edges.length);
    await subscriber.next(critical);
    await subscriber.settled();
    expect(subscriber.of(analysedCfo)).toHaveLength(1);
    expect(new Set(JSON.stringify(subscriber.of(flagsCfo)).match(/"handle":"\w+"/g))).toEqual(
      new Set(['"handle":"cfo"']),
    );
    expect(new Set(JSON.stringify(subscriber.of(critical)).match(/"severity":"\w+"/g))).toEqual(
      new Set(['"severity":"CRITICAL"']),
    );
    subscriber.close();
  });

  it('hears the same at every process', async () => {
    const [here, there] = [await org.client.connect(), await second.client(org.key).connect()];
    const ids = [await here.follow(ANALYSED), await there.follow(ANALYSED)] as const;
    const sent = conversation();
    await second.client(org.key).ask(INGEST, { input: { conversations: [sent] } });
    const answers = [await here.next(ids[0]), await there.next(ids[1])];
    for (const { data } of answers) expect(data.conversationAnalysed.conversation.externalId).toBe(sent.externalId);
    expect(answers[0]!.data).toEqual(answers[1]!.data);
    for (const subscriber of [here, there]) subscriber.close();
  });

  it('that is completed hears nothing more, while others of its connection go on', async () => {
    const subscriber = await org.client.connect();
    const [left, stays] = [await subscriber.follow(ANALYSED), await subscriber.follow(ANALYSED)];
    subscriber.send({ id: left, type: 'complete' });
    await subscriber.settled();
    await ingest(conversation());
    await subscriber.next(stays);
    await subscriber.settled();
    expect(subscriber.of(left)).toEqual([]);
    subscriber.close();
  });

  it('is for the fields that its actor may read: the others are errors of the answer, as in a query', async () => {
    const cookie = await signIn(world, org.organisation, 'MANAGER');
    const subscriber = await world.client(cookie).connect();
    const id = await subscriber.follow('subscription { conversationAnalysed { conversation { id flags { code } } } }');
    await ingest(risky());
    const { data, errors } = await subscriber.next(id);
    expect(data).toBeNull();
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['conversationAnalysed', 'conversation', 'flags'], 'NOT_FOUND'],
    ]);
    subscriber.close();
  });

  it('works with the client of the protocol’s own library', async () => {
    const client = createClient({
      url: `${world.address.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${org.key}` },
    });
    const answers = client.iterate<{ conversationAnalysed: { flagCount: number } }>({ query: ANALYSED });
    const answer = answers.next();
    let heard = false;
    void answer.then(() => (heard = true));
    await eventually('it hears of one', async () => {
      await ingest(conversation()); // the library does not tell when it has subscribed
      return heard;
    });
    expect((await answer).value?.data?.conversationAnalysed.flagCount).toBe(0);
    await client.dispose();
  });
});

describe('what is no subscription', () => {
  it.each([
    ['{ viewer { name } }', 'BAD_INPUT'],
    ['mutation { appendTurns(input: { conversations: [] }) { outcomes { __typename } } }', 'BAD_INPUT'],
    ['{ __schema { queryType { name } } }', 'BAD_INPUT'],
    ['subscription { flagRaised { id } conversationAnalysed { flagCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { flagRaised { idd } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription {', 'GRAPHQL_PARSE_FAILED'],
  ])('is refused: %s', async (document, code) => {
    const subscriber = await org.client.connect();
    const id = await subscriber.follow(document);
    const [{ type, payload }, ...more] = subscriber.of(id) as [{ type: string; payload: object[] }];
    expect([type, more]).toEqual(['error', []]);
    expect(payload[0]).toMatchObject({ message: expect.any(String), extensions: { code } });
    subscriber.close();
  });

  it('is refused when it is nested too deeply', async () => {
    const subscriber = await org.client.connect();
    const id = await subscriber.follow(`subscription { flagRaised ${'{turn'.repeat(10_000)}`);
    expect(subscriber.of(id)).toMatchObject([{ type: 'error', payload: [{ extensions: { code: 'TOO_LARGE' } }] }]);
    subscriber.close();
  });

  it('is refused when a variable has the wrong shape', async () => {
    const subscriber = await org.client.connect();
    const id = await subscriber.follow(FLAGS, { severityAtLeast: 'SEVERE' });
    const { errors } = await subscriber.next(id);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    const other = await subscriber.follow(ANALYSED, { cloneId: 'bm9uZQ' });
    expect((await subscriber.next(other)).errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
    subscriber.close();
  });

  it('and a subscription over HTTP is refused too', async () => {
    const { body } = await org.client.post('subscription { flagRaised { id } }');
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
  });
});

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}
