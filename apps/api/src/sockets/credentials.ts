import type { Request } from 'express';
import type { Credential } from '#accounts';
import { bearerOf, readBearer } from '../web/identify.js';
import { isSameOrigin } from '../web/same-origin.js';
import { sessionOf } from '../web/session-cookie.js';

interface Shown {
  kind: Credential['kind'];
  secret: string;
}

/**
 * What a client shows of itself: a key in the payload of `connection_init` or in the header of the upgrade, else the
 * session cookie. Browsers send the cookie along for pages of others too, so it counts by the same rule as over HTTP.
 */
export function shownBy(request: Request, payload: Record<string, unknown> | undefined): Shown | undefined {
  const said = payload?.['authorization'] ?? payload?.['Authorization'];
  if (said !== undefined) return asKey(typeof said === 'string' ? readBearer(said) : undefined);
  const key = bearerOf(request);
  if (key !== undefined) return asKey(key);
  const token = sessionOf(request);
  return token !== undefined && isSameOrigin(request) ? { kind: 'SESSION', secret: token } : undefined;
}

function asKey(secret: string | undefined): Shown | undefined {
  return secret === undefined ? undefined : { kind: 'KEY', secret };
}
