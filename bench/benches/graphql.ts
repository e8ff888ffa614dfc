import { isDeepStrictEqual } from 'node:util';
import { type ApiProcess, startApiProcess, startProcess } from '../api-process.js';
import { type Bench, type Measure, ratioAtLeast, ratioAtMost, result } from '../bench.js';
import { Clients, dataOf, GRAPHQL } from '../clients.js';
import { repeatedSample } from '../conversations.js';
import { addOrganisation } from '../organisation.js';
import { alternate, median, seconds } from '../rounds.js';
import { drainOutbox, takeIn } from '../worker.js';
import { type Page, PAGE, pagesOf } from './page.js';

const CONVERSATIONS = 2_000;
const CLIENTS = 4;
const ROUNDS = 9;
const WARM_UP = 3;
const REQUESTS = 8;

const checks: Measure = {
  name: 'graphql-checks',
  unit: 'ms',
  compares: `Median time of the GraphQL page of ${PAGE} conversations: with permission checks, limits, cost and budget, against the same program without them.`,
  target: ratioAtMost(1.1),
};
const whole: Measure = {
  name: 'graphql-bare',
  unit: 'pages/s',
  compares: `The same page asked for by ${CLIENTS} clients at a time, through Apollo with a key, row-level security, checks and limits, against the same answer built by bare node:http, pg and DataLoader.`,
  target: ratioAtLeast(0.6),
};

export const graphqlBench: Bench = {
  name: 'graphql',
  async run(workshop) {
    const url = await workshop.database();
    const { organisationId, key } = await addOrganisation(url);
    workshop.tell(`taking in and analysing ${CONVERSATIONS} conversations`);
    await takeIn(url, organisationId, repeatedSample(CONVERSATIONS));
    const owner = workshop.owner(url);
    await drainOutbox(url, owner);
    await owner.query('VACUUM (ANALYZE)');
    await owner.end();
    const apis: ApiProcess[] = [
      await startApiProcess(workshop, url),
      await startApiProcess(workshop, url, ['--import', './dist/bench/without-checks.js']),
      await startProcess(workshop, 'dist/bench/bare-page-server.js', [url, organisationId]),
    ];
    const [checked, unchecked, bare] = apis.map((api) => new Clients(api, key, CLIENTS)) as [Clients, Clients, Clients]; // one for each of three
    const bodies = await pagesOf({ clients: checked });
    await requireSameAnswers([checked, unchecked, bare], bodies);
    const typical = async (clients: Clients): Promise<number> => {
      const times: number[] = [];
      for (const body of bodies) times.push((await seconds(() => clients.send(GRAPHQL, body))) * 1000);
      return median(times);
    };
    const many = async (clients: Clients): Promise<number> => {
      const requests = Array.from({ length: REQUESTS }, () => bodies).flat();
      return requests.length / (await seconds(() => clients.sendAll(GRAPHQL, requests, () => {})));
    };
    const plan = { rounds: ROUNDS, warmUp: WARM_UP, tell: workshop.tell };
    const rates = await alternate(plan, { checked: () => many(checked), bare: () => many(bare), unchecked: () => many(unchecked) }); // prettier-ignore
    const times = await alternate(plan, { checked: () => typical(checked), unchecked: () => typical(unchecked) });
    for (const clients of [checked, unchecked, bare]) clients.close();
    for (const api of apis) await api.stop();
    await workshop.drop(url);
    return [
      result(checks, { value: times.checked, baseline: times.unchecked, n: ROUNDS * bodies.length }),
      result(whole, { value: rates.checked, baseline: rates.bare, n: ROUNDS }),
    ];
  },
};

async function requireSameAnswers(all: readonly Clients[], bodies: readonly Buffer[]): Promise<void> {
  for (const body of bodies) {
    const [expected, ...others] = await Promise.all(all.map(async (clients) => dataOf<Page>(await clients.send(GRAPHQL, body)))); // prettier-ignore
    if (!others.every((other) => isDeepStrictEqual(other, expected))) throw new Error('The answers are not the same.');
  }
}
