import { gzipSync } from 'node:zlib';
import type { NextFunction, Request, Response } from 'express';
import type { AuthenticationService } from '#accounts';
import { sessionOf } from './session-cookie.js';
import { graphiqlPolicy } from './page-policy.js';

/** Serves GraphiQL to a browser that opens /graphql: everything inside one page, nothing from elsewhere. */
export function graphiql(authentication: AuthenticationService) {
  let page: Promise<Page> | undefined;
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
          const { policy, compressed } = await page;
          response
            .set({
              'Content-Type': 'text/html; charset=utf-8',
              'Content-Encoding': 'gzip',
              'Cache-Control': 'private, max-age=3600',
              'Content-Security-Policy': policy,
            })
            .send(compressed);
        },
        () => response.redirect(302, '/sign-in'),
      )
      .catch(next);
  };
}

interface Page {
  policy: string;
  compressed: Buffer;
}

/** Nine megabytes, loaded and compressed when somebody first asks for it. */
async function renderPage(): Promise<Page> {
  const { graphiqlPage } = await import('./graphiql.page.js');
  const html = graphiqlPage();
  return { policy: graphiqlPolicy(html), compressed: gzipSync(html) };
}
