import { gzipSync } from 'node:zlib';
import type { NextFunction, Request, Response } from 'express';
import type { AuthenticationService } from '#accounts';
import { sessionOf } from './identify.js';

/** Serves GraphiQL to a browser that opens /graphql: everything inside one page, nothing from elsewhere. */
export function graphiql(authentication: AuthenticationService) {
  let page: Promise<Buffer> | undefined;
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.method !== 'GET' || request.query['query'] !== undefined || !request.accepts(['json', 'html']))
      return next();
    if (request.accepts(['json', 'html']) !== 'html') return next();
    const token = sessionOf(request);
    const signedIn = token === undefined ? Promise.reject(new Error('no session')) : authentication.withSession(token);
    signedIn
      .then(
        async () => {
          page ??= renderPage();
          response
            .set({
              'Content-Type': 'text/html; charset=utf-8',
              'Content-Encoding': 'gzip',
              'Cache-Control': 'private, max-age=3600',
            })
            .send(await page);
        },
        () => response.redirect(302, '/sign-in'),
      )
      .catch(next);
  };
}

/** Nine megabytes, loaded and compressed when somebody first asks for it. */
async function renderPage(): Promise<Buffer> {
  const { graphiqlPage } = await import('./graphiql.page.js');
  return gzipSync(graphiqlPage());
}
