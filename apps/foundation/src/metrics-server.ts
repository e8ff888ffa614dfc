import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { timingSafeEqual } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { collectDefaultMetrics } from 'prom-client';
import { type Configuration, coded, ExpectedStop, log, metrics, sha256 } from '#platform';
import type { Lifetime } from './process.js';
import { Readiness } from './readiness.js';

/**
 * Serves /metrics, /healthz and /readyz on a port of their own, apart from the API's, when METRICS_PORT names one.
 * @throws ExpectedStop when the port is taken.
 */
export async function serveMetrics(
  app: INestApplicationContext,
  { metrics: { port, host, token } }: Configuration,
  lifetime: Lifetime,
): Promise<void> {
  if (port === undefined) return;
  if (metrics.getSingleMetric('process_cpu_seconds_total') === undefined) collectDefaultMetrics({ register: metrics });
  const readiness = app.get(Readiness, { strict: false });
  const server = createServer((request, response) => {
    answer(request, response, readiness, token).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve)).catch(
    (error: unknown) => {
      throw new ExpectedStop(`METRICS_PORT ${port} on ${host} may not be used: ${coded(error) ?? 'unknown'}.`);
    },
  );
  lifetime.onStop(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });
  log.info('metrics-started', { host, port: (server.address() as AddressInfo).port }); // it listens on a port
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  readiness: Readiness,
  token: string | undefined,
): Promise<void> {
  const path = request.url?.split('?')[0];
  const tell = (status: number, body: string, type = 'application/json', headers = {}) =>
    response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', ...headers }).end(body);
  if (request.method !== 'GET') return void tell(405, '', 'text/plain', { Allow: 'GET' });
  if (path === '/healthz') return void tell(200, '{"status":"ok"}');
  if (path === '/readyz') {
    const { ready, checks } = await readiness.look();
    return void tell(ready ? 200 : 503, JSON.stringify({ status: ready ? 'ready' : 'unready', checks }));
  }
  if (path !== '/metrics') return void tell(404, '{"error":{"code":"NOT_FOUND"}}');
  if (token !== undefined && !isToken(request, token)) {
    return void tell(401, '{"error":{"code":"UNAUTHENTICATED"}}', 'application/json', { 'WWW-Authenticate': 'Bearer' });
  }
  tell(200, await metrics.metrics(), metrics.contentType);
}

function isToken({ headers }: IncomingMessage, token: string): boolean {
  return timingSafeEqual(sha256(headers.authorization ?? ''), sha256(`Bearer ${token}`));
}
