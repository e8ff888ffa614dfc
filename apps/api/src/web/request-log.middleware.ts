import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { type CurrentRequest, histogram, inRequest, log } from '#platform';
import { MAX_REQUEST_ID_CHARACTERS } from './limits.js';

const requestSeconds = histogram({
  name: 'answerable_http_request_duration_seconds',
  help: 'How long requests took, from their headers to the end of their answer',
  labels: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
});

/** What a client may call its request: nothing that could mean something in a log, a header or a page. */
const WELL_FORMED = new RegExp(`^[A-Za-z0-9][A-Za-z0-9._-]{0,${MAX_REQUEST_ID_CHARACTERS - 1}}$`);

/** Names the request, in its answer and in all that is logged for it, and logs it once when it is over. */
export function requestLog() {
  return (request: Request, response: Response, next: NextFunction): void => {
    const began = performance.now();
    const current: CurrentRequest = { requestId: requestIdOf(request) };
    response.setHeader('X-Request-Id', current.requestId);
    response.once('close', () => {
      const seconds = (performance.now() - began) / 1000;
      const facts = {
        method: request.method,
        route: routeOf(request),
        status: response.statusCode,
        milliseconds: Math.round(seconds * 1000),
        actor: current.actorKind ?? 'NOBODY',
        ...(response.writableFinished ? {} : { aborted: true }),
      };
      requestSeconds.observe({ method: methodOf(request), route: facts.route, status: facts.status }, seconds);
      inRequest(current, () => log.info('request', facts));
    });
    inRequest(current, next);
  };
}

/** The client's own id when it is short and plain, else a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && WELL_FORMED.test(given) ? given : randomUUID();
}

/** Node knows dozens of methods, and anybody may send each of them. */
function methodOf({ method }: Request): string {
  return ['GET', 'POST', 'HEAD', 'OPTIONS'].includes(method) ? method : 'OTHER';
}

/** The pattern of the address, never the address: that may hold an id, a query or whatever a stranger writes. */
function routeOf(request: Request): string {
  const route = request.route as { path?: unknown } | undefined; // Express sets it when an address was found
  if (typeof route?.path === 'string') return route.path;
  return /^\/(graphql|sign-in)(?=[/?]|$)/.exec(request.originalUrl)?.[0] ?? 'none';
}
