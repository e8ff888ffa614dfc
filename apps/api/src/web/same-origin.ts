import type { Request } from 'express';
import { Refused } from '#platform';

/**
 * Whether a request comes from a page of ours, or from no page at all. Browsers say where a request begins, in
 * `Sec-Fetch-Site` (W3C Fetch Metadata) or else, whenever it is a POST, in `Origin`; a page cannot set either. What has
 * neither was sent by a program.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  return origin === undefined || hostOf(origin) === request.host;
}

/** @throws Refused `BAD_INPUT` for a form that another site had sent. */
export function requireSameOrigin(request: Request): void {
  if (!isSameOrigin(request)) throw new Refused('BAD_INPUT', 'This form was sent from another site.');
}

/** The scheme is left out: a proxy that ends TLS hides it. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
