import { type Bench, type Measure, ratioAtMost, result } from '../bench.js';
import { dataOf, GRAPHQL, graphqlBody } from '../clients.js';
import { alternate, median, seconds } from '../rounds.js';
import { countStatements } from '../statement-count.js';
import { BIG, buildTwoSizes, CLIENTS, type Side, SMALL } from '../two-sizes.js';

/** Conversations of a page. */
export const PAGE = 50;
/** The pages that are asked for in turn: the same conversations in both databases. */
const PAGES = 6;
const ROUNDS = 7;
const WARM_UP = 2;
const REQUESTS = 6;

const sizes = `${BIG.toLocaleString('en')} conversations against one of ${SMALL.toLocaleString('en')}`;
const time: Measure = {
  name: 'page',
  unit: 'ms',
  compares: `Median time of a page of ${PAGE} conversations with turns, signals, flags and who answers, over GraphQL HTTP: in a database of ${sizes}, the same page in both.`,
  target: ratioAtMost(1.3),
};
const throughput: Measure = {
  name: 'page-throughput',
  unit: 'pages/s',
  compares: `The same page asked for by ${CLIENTS} clients at a time: ${sizes}.`,
};
const statements: Measure = {
  name: 'page-statements',
  unit: 'statements',
  compares: `SQL statements for one such page, without those that only begin or end transactions: ${sizes}.`,
  target: { text: 'the same number', reached: ({ ratio }) => ratio === 1 },
};

export const page: Bench = {
  name: 'page',
  async run(workshop) {
    const { small, big, close } = await buildTwoSizes(workshop);
    const bodies = await pagesOf(small);
    const ask = (side: Side, body: Buffer) => side.clients.send(GRAPHQL, body).then((text) => dataOf<Page>(text));
    const typical = async (side: Side): Promise<number> => {
      const times: number[] = [];
      for (const body of bodies) times.push((await seconds(() => ask(side, body))) * 1000);
      return median(times);
    };
    const many = async (side: Side): Promise<number> => {
      const requests = Array.from({ length: REQUESTS }, () => bodies).flat();
      const took = await seconds(() => side.clients.sendAll(GRAPHQL, requests, () => {}));
      return requests.length / took;
    };
    const plan = { rounds: ROUNDS, warmUp: WARM_UP, tell: workshop.tell };
    const times = await alternate(plan, { small: () => typical(small), big: () => typical(big) });
    const rates = await alternate(
      { ...plan, rounds: 3, warmUp: 1 },
      { small: () => many(small), big: () => many(big) },
    );
    const first = bodies[0]!; // there is at least one page
    const counts = {
      small: await countStatements(workshop, small.databaseUrl, () => ask(small, first)),
      big: await countStatements(workshop, big.databaseUrl, () => ask(big, first)),
    };
    await close();
    return [
      result(time, { value: times.big, baseline: times.small, n: ROUNDS * PAGES }),
      result(throughput, { value: rates.big, baseline: rates.small, n: 3 }),
      result(statements, { value: counts.big, baseline: counts.small, n: 1 }),
    ];
  },
};

export interface Page {
  conversations: { edges: { node: { turns: { edges: unknown[] } } }[]; pageInfo: { endCursor: string } };
}

const QUERY = `query ($after: String, $first: Int!) { conversations(first: $first, after: $after) {
  pageInfo { hasNextPage endCursor }
  edges { node { id externalId channel startedAt clone { name }
    digest { language sentiment topics highestSeverity }
    flags { code severity }
    turns(first: 50) { edges { node { index speaker said spokenAt
      signals { detector code outcome score label }
      flags { code severity reason evidence { start end quote } }
      accountability { outcome accountable { name } fallback { name } } } } } } } } }`;

/** One request per page, the newest first. */
export async function pagesOf({ clients }: Pick<Side, 'clients'>): Promise<Buffer[]> {
  const bodies: Buffer[] = [];
  let after: string | null = null;
  for (let number = 0; number < PAGES; number += 1) {
    const body = graphqlBody(QUERY, { after, first: PAGE });
    const { edges, pageInfo } = dataOf<Page>(await clients.send(GRAPHQL, body)).conversations;
    const turns = edges.reduce((sum, { node }) => sum + node.turns.edges.length, 0);
    if (edges.length !== PAGE || turns < PAGE)
      throw new Error(`A page of ${edges.length} conversations, ${turns} turns.`);
    bodies.push(body);
    after = pageInfo.endCursor;
  }
  return bodies;
}
