import { once } from 'node:events';
import { type AddressInfo, connect as connectTo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect, Database } from '#database';
import { openQueue } from '../../libs/queue/src/queue.module.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

/** ReadyForQuery (PostgreSQL's message formats): the connection is made, or a statement is done. */
const READY = Buffer.from('5a0000000549', 'hex');
/** What a server process says when the server under it is killed. */
const FAREWELL = errorResponse(
  'SFATAL',
  'VFATAL',
  'C57P01',
  'Mterminating connection due to unexpected postmaster exit',
);

let database: TestDatabase;
let server: Server;
let url: string;
let leaving: boolean;
let farewells: number;

/** Stands before the real server, and says its farewell in the same packet that tells that a connection is made. */
beforeEach(async () => {
  [leaving, farewells] = [true, 0];
  database = await createDatabase();
  const real = { host: new URL(database.url).hostname, port: Number(new URL(database.url).port) };
  server = createServer((client) => {
    const backend = connectTo(real);
    for (const socket of [client, backend]) socket.on('error', () => {}); // the other end hangs up
    client.pipe(backend);
    backend.on('data', (data) => pass(data, client, backend)).on('close', () => client.end());
    client.on('close', () => backend.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = database.url.replace(`:${real.port}/`, `:${(server.address() as AddressInfo).port}/`); // it listens on TCP
});
afterEach(async () => {
  server.close();
  await database.drop();
});

function pass(data: Buffer, client: Socket, backend: Socket): void {
  if (!leaving || !data.subarray(-READY.length).equals(READY)) return void client.write(data);
  farewells += 1;
  client.end(Buffer.concat([data, FAREWELL]));
  backend.destroy();
}

function errorResponse(...fields: string[]): Buffer {
  const body = Buffer.from(`${fields.map((field) => `${field}\0`).join('')}\0`);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from('E'), length, body]);
}

// Unheard, each of these farewells would be an uncaught exception, which fails the run.
it('a process that starts while the server ends tells so in one line', async () => {
  await expect(connect(url, [])).rejects.toThrow(/^The database could not be reached: /);
  await expect(openQueue({ databaseUrl: url, redisUrl: undefined })).rejects.toThrow();
  expect(farewells).toBeGreaterThanOrEqual(2);
});

it('a transaction that gets its connection while the server ends fails, and the process goes on', async () => {
  leaving = false;
  const source = await connect(url, []);
  try {
    const alone = new Database(source);
    const ask = () => alone.system((tx) => tx.query<{ one: number }>('SELECT 1 AS one'));
    await alone.system(async () => {
      leaving = true; // the connection that there is stays busy, so another one is made
      await expect(ask()).rejects.toThrow();
      expect(farewells).toBe(1);
      leaving = false;
    });
    await eventually('the database answers again', async () => (await ask())[0]?.one === 1);
  } finally {
    await source.destroy();
  }
});

it('a queue whose connections are made while the server ends fails its start', async () => {
  leaving = false;
  const backend = await openQueue({ databaseUrl: url, redisUrl: undefined });
  leaving = true;
  await expect(backend.queue()).rejects.toThrow(/^The database was lost while the queue started/);
  await expect(backend.worker(async () => {})).rejects.toThrow(/^The database was lost while the queue started/);
  expect(farewells).toBeGreaterThanOrEqual(2);
  await backend.close();
});
