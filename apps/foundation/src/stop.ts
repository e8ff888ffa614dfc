import type { Server } from 'node:http';
import type { INestApplication, INestApplicationContext } from '@nestjs/common';
import { STOP_SECONDS } from './limits.js';
import { Readiness } from './readiness.js';

/** Stops in order: /readyz says so first, then nothing new is taken, what is open finishes, and the database closes last. */
export async function stopInOrder(app: INestApplicationContext): Promise<void> {
  await app.get(Readiness, { strict: false }).leave();
  await app.close();
}

/** The same for a process that serves requests. A client that never ends its request must not keep the process. */
export async function stopServing(app: INestApplication): Promise<void> {
  const server = app.getHttpServer() as Server;
  await app.get(Readiness, { strict: false }).leave();
  const patience = setTimeout(() => server.closeAllConnections(), STOP_SECONDS * 1000);
  await app.close().finally(() => clearTimeout(patience));
}
