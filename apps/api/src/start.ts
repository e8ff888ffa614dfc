import { isUtf8 } from 'node:buffer';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { AuthenticationService } from '#accounts';
import { type Configuration, coded, ExpectedStop, Refused } from '#platform';
import { ErrorFilter } from './web/error.filter.js';
import { graphiql } from './web/graphiql.middleware.js';
import { MAX_FORM_BYTES, MAX_GRAPHQL_BYTES } from './web/limits.js';
import { showError } from './web/refusals.js';

/**
 * Listens, once `prepareApi` has run.
 * @returns the address. @throws ExpectedStop when the port is taken or may not be used.
 */
export async function startApi(app: NestExpressApplication, { host, port }: Configuration): Promise<string> {
  try {
    await app.listen(port, host);
  } catch (error) {
    if (coded(error) === 'EADDRINUSE')
      throw new ExpectedStop(`Port ${port} on ${host} is taken. Set PORT to another one.`);
    if (coded(error) === 'EACCES')
      throw new ExpectedStop(`Port ${port} may not be used by this user. Set PORT to one from 1024 on.`);
    if (coded(error) === 'EADDRNOTAVAIL')
      throw new ExpectedStop(`This machine has no address ${host}. Set HOST to one it has.`);
    throw error;
  }
  return (await app.getUrl()).replace('[::1]', 'localhost').replace('127.0.0.1', 'localhost');
}

/** Headers, bodies, GraphiQL and errors: before the application is initialised, since what comes first answers first. */
export function prepareApi(app: NestExpressApplication): void {
  const authentication = (app as INestApplicationContext).get(AuthenticationService, { strict: false });
  app.disable('x-powered-by');
  app.disable('etag'); // answers are made for one request; a hash over each would serve nobody
  app.use((_: Request, response: Response, next: NextFunction) => {
    response.set({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'X-Frame-Options': 'DENY' });
    next();
  });
  app.use('/graphql', graphiql(authentication), express.json({ limit: MAX_GRAPHQL_BYTES, verify: requireUtf8 }));
  app.use('/sign-in', express.urlencoded({ extended: false, limit: MAX_FORM_BYTES }));
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const { status, code, message, id } = showError(error);
    response.status(status).json({ errors: [{ message, extensions: id === undefined ? { code } : { code, id } }] });
  });
  app.useGlobalFilters(new ErrorFilter());
}

/** JSON is UTF-8 (RFC 8259 §8.1). The parser would put U+FFFD for what is not, and something else would be stored than was sent. */
function requireUtf8(_request: unknown, _response: unknown, body: Buffer): void {
  if (!isUtf8(body)) throw new Refused('BAD_INPUT', 'The body is not valid UTF-8.');
}
