import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend, Queue, runMigrations, withBackend, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { surviveLoss } from '#database';
import { coded, ExpectedStop } from '#platform';
import type { Bell, BellQueue } from './bells.js';
import { BELL_RETRY_MILLISECONDS, WORKER_CONCURRENCY } from './limits.js';

const QUEUE = 'answerable-bells';
/** Per queue or worker: its own statements and one connection that listens. */
const BELL_CONNECTIONS = 3;
const REDIS_CONNECT_MILLISECONDS = 5_000;
/** How long a process that stops waits for Redis to answer; a Redis that is gone never does. */
const REDIS_FAREWELL_MILLISECONDS = 3_000;

export type RingHandler = (bell: Bell) => Promise<void>;
export interface BellWorker {
  close(): Promise<void>;
}

/** BullMQ on one of its two backends; nothing else in the product knows which. */
export interface Backend {
  queue(): Promise<BellQueue>;
  worker(onBell: RingHandler): Promise<BellWorker>;
  close(): Promise<void>;
}

/** @throws ExpectedStop when the server cannot be reached. */
export async function redisBackend(url: string): Promise<Backend> {
  const connections: Redis[] = [];
  const connect = () => {
    const connection = new Redis(url, {
      maxRetriesPerRequest: null,
      lazyConnect: true,
      connectTimeout: REDIS_CONNECT_MILLISECONDS,
    });
    connection.on('error', () => {}); // ioredis reconnects by itself; the outbox loses nothing meanwhile
    connections.push(connection);
    return connection;
  };
  const probe = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: REDIS_CONNECT_MILLISECONDS,
  });
  let reason = '';
  probe.on('error', (error) => (reason ||= error.message)); // the cause; connect only says that the connection is closed
  await probe.connect().catch((error: unknown) => {
    const { host } = new URL(url);
    reason ||= error instanceof Error ? error.message : 'unknown';
    throw new ExpectedStop(`Redis at ${host} could not be reached: ${reason}`);
  });
  await probe.quit();
  return {
    queue: async () => quiet(new Queue<Bell>(QUEUE, { connection: connect() })),
    worker: async (onBell) => {
      const connection = connect();
      const worker = quiet(
        new Worker<Bell>(QUEUE, (job) => onBell(job.data), { connection, concurrency: WORKER_CONCURRENCY }),
      );
      return { close: () => takeLeave(connection, (isGone) => worker.close(isGone)) };
    },
    close: async () => {
      for (const connection of connections) {
        await takeLeave(connection, (isGone) => (isGone ? Promise.resolve() : connection.quit()));
        connection.disconnect();
      }
    },
  };
}

/** BullMQ and ioredis wait for a lost Redis to come back, and a process that stops must not. */
async function takeLeave(connection: Redis, farewell: (isGone: boolean) => Promise<unknown>): Promise<void> {
  const patience = sleep(REDIS_FAREWELL_MILLISECONDS, undefined, { ref: false });
  await Promise.race([farewell(connection.status !== 'ready'), patience]).catch(() => {}); // we are leaving anyway
}

/** @throws ExpectedStop when the server cannot be reached. */
export async function postgresBackend(databaseUrl: string): Promise<Backend> {
  const classes = withBackend(createPostgresBackend);
  const pools: pg.Pool[] = [];
  const connect = () => {
    const pool = new pg.Pool({
      connectionString: databaseUrl,
      max: BELL_CONNECTIONS,
      application_name: 'answerable-bells',
      // A bell may be lost in a crash, the outbox may not: so a bell need not wait for the disk.
      options: '-c search_path=bullmq -c synchronous_commit=off',
      onConnect: surviveLoss, // BullMQ listens to its connections only after a while
    });
    pool.on('error', () => {}); // an idle connection that ended is replaced at the next query
    pools.push(pool);
    return pool;
  };
  const client = new pg.Client({ connectionString: databaseUrl });
  surviveLoss(client);
  await client.connect().catch((error: unknown) => {
    const { host } = new URL(databaseUrl);
    throw new ExpectedStop(`The database at ${host} could not be reached by the queue: ${coded(error) ?? 'no code'}`);
  });
  await runMigrations(client).finally(() => client.end());
  return {
    queue: () => whenReady(quiet(new classes.Queue<Bell>(QUEUE, { connection: connect() }))),
    worker: async (onBell) => {
      const options = {
        connection: connect(),
        concurrency: WORKER_CONCURRENCY,
        autorun: false,
        // BullMQ cannot be called out of this pause, 15 seconds unless told, so that a stop would wait for it.
        runRetryDelay: BELL_RETRY_MILLISECONDS,
      };
      const worker = await whenReady(quiet(new classes.Worker<Bell>(QUEUE, (job) => onBell(job.data), options)));
      worker.run().catch(() => {}); // without bells the sweep finds the events
      return worker;
    },
    close: async () => {
      await Promise.allSettled(pools.map((pool) => pool.end()));
    },
  };
}

/**
 * BullMQ keeps the answer to its first connection for good. After a failure a queue would never ring, and a worker would
 * ask again without a pause and starve the process, so a failure must end the start instead.
 */
async function whenReady<T extends { waitUntilReady(): Promise<unknown>; close(): Promise<void> }>(
  part: T,
): Promise<T> {
  try {
    await part.waitUntilReady();
    return part;
  } catch (error) {
    await part.close().catch(() => {}); // the first error is the one to tell
    throw new ExpectedStop(`The database was lost while the queue started: ${coded(error) ?? 'no code'}`);
  }
}

/** BullMQ emits connection errors as events, and an unheard 'error' event would end the process. */
function quiet<T extends { on(event: 'error', listener: () => void): unknown }>(emitter: T): T {
  emitter.on('error', () => {});
  return emitter;
}
