import { type Bench, type Measure, ratioAtMost, result } from '../bench.js';
import { dataOf, GRAPHQL, graphqlBody } from '../clients.js';
import { alternate, median, seconds } from '../rounds.js';
import { BIG, buildTwoSizes, RARE, type Side, SMALL } from '../two-sizes.js';

const REQUESTS = 15;
const ROUNDS = 9;
const WARM_UP = 3;

const search: Measure = {
  name: 'search',
  unit: 'ms',
  compares: `Median time of a word search over GraphQL HTTP that finds ${RARE.conversations} conversations: among ${BIG.toLocaleString('en')} against among ${SMALL.toLocaleString('en')}.`,
  target: ratioAtMost(1.3),
};

const QUERY = `query ($search: String) { conversations(first: 50, search: $search) {
  edges { node { id externalId startedAt } } } }`;

export const searchBench: Bench = {
  name: 'search',
  async run(workshop) {
    const { small, big, close } = await buildTwoSizes(workshop);
    const body = graphqlBody(QUERY, { search: RARE.word });
    const ask = async ({ clients }: Side): Promise<void> => {
      const { edges } = dataOf<{ conversations: { edges: unknown[] } }>(
        await clients.send(GRAPHQL, body),
      ).conversations;
      if (edges.length !== RARE.conversations) throw new Error(`${edges.length} conversations were found.`);
    };
    const typical = async (side: Side): Promise<number> => {
      const times: number[] = [];
      for (let number = 0; number < REQUESTS; number += 1) times.push((await seconds(() => ask(side))) * 1000);
      return median(times);
    };
    const plan = { rounds: ROUNDS, warmUp: WARM_UP, tell: workshop.tell };
    const times = await alternate(plan, { small: () => typical(small), big: () => typical(big) });
    await close();
    return [result(search, { value: times.big, baseline: times.small, n: ROUNDS * REQUESTS })];
  },
};
