import type { NextFunction, Request, Response } from 'express';
import { CORS_SECONDS } from './limits.js';
import { isSameOrigin } from './same-origin.js';

const METHODS = 'GET, POST';
const REQUEST_HEADERS = 'Authorization, Content-Type, Content-Encoding, X-Request-Id, Access-Reason';
const ANSWER_HEADERS = 'X-Request-Id, Retry-After, RateLimit, RateLimit-Policy';

/**
 * Whether whatever sends this may call us at all: a page of ours or of these origins, or a program. For what browsers let
 * every page do without asking, as they do with WebSockets.
 */
export function mayCall(request: Request, origins: readonly string[]): boolean {
  const { origin } = request.headers;
  return origin === undefined || origins.includes(origin) || isSameOrigin(request);
}

/** Lets pages of these origins call us with a service key; a session counts only for our own pages. Pages of any other get no header, and no answer to read (Fetch §3.2). */
export function cors(origins: readonly string[]) {
  const listed = new Set(origins);
  return (request: Request, response: Response, next: NextFunction): void => {
    const { origin } = request.headers;
    if (listed.size > 0) response.vary('Origin');
    const allowed = origin !== undefined && listed.has(origin);
    if (allowed) {
      response.set({
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Expose-Headers': ANSWER_HEADERS,
        'Cross-Origin-Resource-Policy': 'cross-origin',
      });
    }
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return next();
    if (allowed) {
      response.set({
        'Access-Control-Allow-Methods': METHODS,
        'Access-Control-Allow-Headers': REQUEST_HEADERS,
        'Access-Control-Max-Age': String(CORS_SECONDS),
      });
    }
    response.status(204).end();
  };
}
