import type { Server } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import { Refused } from '#platform';
import { BODY_SECONDS, HEADERS_SECONDS, KEEP_ALIVE_SECONDS, SILENCE_SECONDS } from './limits.js';

/** Streams of conversations may go on for hours; all other bodies are short. */
const STREAM = '/v1/conversations';

/** Ends connections that only hold a place. */
export function hurry(server: Server): void {
  server.headersTimeout = HEADERS_SECONDS * 1000;
  server.keepAliveTimeout = KEEP_ALIVE_SECONDS * 1000;
  server.requestTimeout = 0; // it would end long streams; `onlyInTime` is stricter with everything else
  server.timeout = SILENCE_SECONDS * 1000;
}

/** Gives up a request whose body does not come, also when it was answered already. */
export function onlyInTime(request: Request, response: Response, next: NextFunction): void {
  const { headers } = request;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return next();
  const wait = () => {
    const patience = setTimeout(() => !request.complete && request.socket.destroy(), BODY_SECONDS * 1000).unref();
    request.once('end', () => clearTimeout(patience));
  };
  if (request.path === STREAM) response.once('finish', () => !request.complete && wait());
  else wait();
  next();
}

/** Refuses a body by its announced size; the parser would answer only when all of it had come. */
export function atMost(bytes: number) {
  return (request: Request, _: Response, next: NextFunction): void => {
    if (Number(request.headers['content-length'] ?? 0) <= bytes) return next();
    throw new Refused('TOO_LARGE', `The body is over the limit of ${bytes} bytes.`);
  };
}
