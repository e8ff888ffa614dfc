import { type Bench, type Measure, ratioAtLeast, result } from '../bench.js';
import { startApiProcess } from '../api-process.js';
import { BareInserts, type Way } from '../bare-inserts.js';
import { Clients, dataOf, GRAPHQL, graphqlBody, NDJSON } from '../clients.js';
import { ConversationMaker, type SentConversation } from '../conversations.js';
import { addOrganisation } from '../organisation.js';
import { alternate, seconds } from '../rounds.js';
import type { Workshop } from '../workshop.js';

const CLIENTS = 8;
const TURNS = 20;
const CHARACTERS = 600;
/** Conversations each side stores in one round. */
const CONVERSATIONS = 1_000;
const PER_GRAPHQL_REQUEST = 50;
const ROUNDS = 7;
const WARM_UP = 2;
const BATCHES = [100, 500, 1_000];
const CONNECTIONS = [1, 2, 4];

const BARE =
  'the same rows as bare multi-row INSERTs into the same tables by their owner, best batch size and connections';

const http: Measure = {
  name: 'ingest',
  unit: 'turns/s',
  compares: `Taking conversations in over HTTP, all invariants on (${CLIENTS} clients, a conversation of ${TURNS} turns of ${CHARACTERS} characters a request; API in its own process, no worker, load included), against ${BARE}.`,
  target: ratioAtLeast(0.35),
};
const graphql: Measure = {
  name: 'ingest-graphql',
  unit: 'turns/s',
  compares: `The same over GraphQL, ${PER_GRAPHQL_REQUEST} conversations a request, against ${BARE}.`,
};

export const ingest: Bench = {
  name: 'ingest',
  async run(workshop) {
    const url = await workshop.database();
    const { key } = await addOrganisation(url);
    const api = await startApiProcess(workshop, url);
    const clients = new Clients(api, key, CLIENTS);
    const owner = workshop.owner(url, Math.max(...CONNECTIONS));
    const maker = new ConversationMaker({ turns: TURNS, characters: CHARACTERS, times: true });
    const makeRound = (): SentConversation[] => Array.from({ length: CONVERSATIONS }, () => maker.next());
    const rate = async (send: () => Promise<void>) => (CONVERSATIONS * TURNS) / (await seconds(send));
    const overHttp = (): Promise<number> => {
      const bodies = makeRound().map((one) => Buffer.from(`${JSON.stringify(one)}\n`));
      return rate(() => clients.sendAll(NDJSON, bodies, checkLine));
    };
    const overGraphql = (): Promise<number> => {
      const bodies = inRequests(makeRound());
      return rate(() => clients.sendAll(GRAPHQL, bodies, checkMutation));
    };
    workshop.tell('warming up');
    await overHttp();
    const bare = await BareInserts.of(owner, CONVERSATIONS);
    const way = await bestWay(bare, workshop);
    const sides = { http: overHttp, bare: () => bare.insert(way), graphql: overGraphql };
    const medians = await alternate({ rounds: ROUNDS, warmUp: WARM_UP, tell: workshop.tell }, sides);
    clients.close();
    await api.stop();
    await owner.end();
    await workshop.drop(url);
    return [
      result(http, { value: medians.http, baseline: medians.bare, n: ROUNDS }),
      result(graphql, { value: medians.graphql, baseline: medians.bare, n: ROUNDS }),
    ];
  },
};

/** The baseline may choose how it is fastest here: the best of two tries of every way. */
async function bestWay(bare: BareInserts, { tell }: Workshop): Promise<Way> {
  const ways = BATCHES.flatMap((batch) => CONNECTIONS.map((connections) => ({ batch, connections, reached: 0 })));
  await bare.insert(ways[0]!); // there is at least one way; the first copy only warms up
  for (const order of [ways, ways.toReversed()]) {
    for (const way of order) way.reached = Math.max(way.reached, await bare.insert(way));
  }
  ways.sort((a, b) => b.reached - a.reached);
  const [best] = ways as [Way & { reached: number }, ...unknown[]];
  tell(
    `bare INSERTs: ${ways.map((way) => `${way.batch} rows x ${way.connections}: ${Math.round(way.reached)}/s`).join(', ')}`,
  );
  return best;
}

function checkLine(answer: string): void {
  const { outcome, turnsAccepted } = JSON.parse(answer) as { outcome: string; turnsAccepted?: number };
  if (outcome !== 'ACCEPTED' || turnsAccepted !== TURNS) throw new Error(`Not accepted: ${answer.slice(0, 300)}`);
}

const MUTATION = `mutation ($input: IngestConversationsInput!) { ingestConversations(input: $input) { outcomes {
  __typename ... on ConversationAccepted { conversationId turnsAccepted } } } }`;

function inRequests(conversations: readonly SentConversation[]): Buffer[] {
  const requests: Buffer[] = [];
  for (let from = 0; from < conversations.length; from += PER_GRAPHQL_REQUEST) {
    const input = { conversations: conversations.slice(from, from + PER_GRAPHQL_REQUEST) };
    requests.push(graphqlBody(MUTATION, { input }));
  }
  return requests;
}

function checkMutation(answer: string): void {
  interface Data {
    ingestConversations: { outcomes: { turnsAccepted?: number }[] };
  }
  const { outcomes } = dataOf<Data>(answer).ingestConversations;
  const accepted = outcomes.filter(({ turnsAccepted }) => turnsAccepted === TURNS).length;
  if (accepted !== PER_GRAPHQL_REQUEST) throw new Error(`Only ${accepted} of ${PER_GRAPHQL_REQUEST} were accepted.`);
}
