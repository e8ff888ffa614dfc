import { isUtf8 } from 'node:buffer';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { AuthenticationService } from '#accounts';
import { CONFIGURATION, type Configuration, Refused } from '#platform';
import { cannotListen } from './listening.js';
import { atMost, hurry, onlyInTime } from './web/hurry.js';
import { cors } from './web/cors.middleware.js';
import { ErrorFilter, nowhere } from './web/error.filter.js';
import { graphiql } from './web/graphiql.middleware.js';
import { MAX_FORM_BYTES, MAX_GRAPHQL_BYTES } from './web/limits.js';
import { plainPagePolicy } from './web/page-policy.js';
import { showError } from './web/refusals.js';
import { requestLog } from './web/request-log.middleware.js';
import { pagePolicy, securityHeaders } from './web/security-headers.middleware.js';
import { signInPage } from './web/sign-in.page.js';

/**
 * Listens, once `prepareApi` has run.
 * @returns the address. @throws ExpectedStop when nobody can listen there.
 */
export async function startApi(app: NestExpressApplication, { host, port }: Configuration): Promise<string> {
  hurry(app.getHttpServer());
  await app.listen(port, host).catch((error: unknown) => {
    throw cannotListen({ host, port }, error);
  });
  return (await app.getUrl()).replace('[::1]', 'localhost').replace('127.0.0.1', 'localhost');
}

/** Headers, bodies, GraphiQL and errors: before the application is initialised, since what comes first answers first. */
export function prepareApi(app: NestExpressApplication): void {
  const authentication = (app as INestApplicationContext).get(AuthenticationService, { strict: false });
  app.disable('x-powered-by');
  app.disable('etag'); // answers are made for one request; a hash over each would serve nobody
  const configuration = (app as INestApplicationContext).get<Configuration>(CONFIGURATION, { strict: false });
  app.set('trust proxy', configuration.trustedProxies);
  app.use(requestLog(), securityHeaders(), onlyInTime);
  app.use(['/graphql', '/v1'], cors(configuration.corsOrigins));
  app.use(
    '/graphql',
    onlyGraphql,
    graphiql(authentication),
    atMost(MAX_GRAPHQL_BYTES),
    express.json({ limit: MAX_GRAPHQL_BYTES, verify: requireUtf8 }),
  );
  app.use(
    ['/sign-in', '/invitation', '/reset'],
    pagePolicy(plainPagePolicy(signInPage())),
    atMost(MAX_FORM_BYTES),
    express.urlencoded({ extended: false, limit: MAX_FORM_BYTES }),
  );
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const { status, code, message, id } = showError(error);
    const graphql = request.baseUrl === '/graphql' || request.path === '/graphql';
    response
      .status(status)
      .json(
        graphql
          ? { errors: [{ message, extensions: id === undefined ? { code } : { code, id } }] }
          : { error: { code, message } },
      );
  });
  app.useGlobalFilters(new ErrorFilter());
}

/** GraphQL answers at one address and to two methods, and is mounted so that it would take more. */
function onlyGraphql(request: Request, response: Response, next: NextFunction): void {
  if (request.path !== '/') return nowhere(response, []);
  if (!['GET', 'HEAD', 'POST', 'OPTIONS'].includes(request.method)) return nowhere(response, ['GET', 'POST']);
  next();
}

/** JSON is UTF-8 (RFC 8259 §8.1). The parser would put U+FFFD for what is not, and something else would be stored than was sent. */
function requireUtf8(_request: unknown, _response: unknown, body: Buffer): void {
  if (!isUtf8(body)) throw new Refused('BAD_INPUT', 'The body is not valid UTF-8.');
}
