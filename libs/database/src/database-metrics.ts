import type pg from 'pg';
import { gauge, histogram } from '#platform';

const statementSeconds = histogram({
  name: 'answerable_sql_statement_duration_seconds',
  help: 'How long statements took, from the moment they were sent',
  buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10],
});

/** Measures an answer of the database, also one that fails. */
export async function measured<T>(answer: Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await answer;
  } finally {
    statementSeconds.observe((performance.now() - began) / 1000);
  }
}

const pools = new Set<pg.Pool>();
const sum = (of: (pool: pg.Pool) => number): number => [...pools].reduce((total, pool) => total + of(pool), 0);

gauge(
  { name: 'answerable_sql_connections', help: 'Connections of the pool, by what they do', labels: ['state'] },
  (connections) => {
    connections.set(
      { state: 'busy' },
      sum(({ totalCount, idleCount }) => totalCount - idleCount),
    );
    connections.set(
      { state: 'idle' },
      sum(({ idleCount }) => idleCount),
    );
  },
);
gauge({ name: 'answerable_sql_connection_waiters', help: 'Transactions that wait for a free connection' }, (waiters) =>
  waiters.set(sum(({ waitingCount }) => waitingCount)),
);

/** Counts the connections of this pool. @returns what ends that */
export function watchPool(pool: pg.Pool): () => void {
  pools.add(pool);
  return () => void pools.delete(pool);
}
