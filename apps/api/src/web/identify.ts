import type { Request } from 'express';
import type { Actor, AuthenticationService } from '#accounts';
import { Refused } from '#platform';
import { readOrigin } from './origin.js';

export const SESSION_COOKIE = 'answerable_session';

/** Who sends this request: by service key in `Authorization: Bearer`, else by session cookie. @throws Refused `UNAUTHENTICATED`. */
export async function identify(request: Request, authentication: AuthenticationService): Promise<Actor> {
  const key = bearerOf(request);
  if (key !== undefined) return authentication.withKey(key, readOrigin(request));
  const token = sessionOf(request);
  if (token !== undefined) return authentication.withSession(token);
  throw new Refused('UNAUTHENTICATED', 'Send a service key as "Authorization: Bearer ans_…", or sign in at /sign-in.');
}

/** The same for work that makes sure of the key itself, in the transaction that acts. @throws Refused `UNAUTHENTICATED`. */
export async function identifyToConfirm(request: Request, authentication: AuthenticationService): Promise<Actor> {
  const key = bearerOf(request);
  return key === undefined
    ? identify(request, authentication)
    : authentication.withKeyToConfirm(key, readOrigin(request));
}

/** The service key of the request, if it carries one. */
export function bearerOf(request: Request): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** The session token of the request, if it carries one. */
export function sessionOf(request: Request): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(';').map((part) => part.trim());
  return cookies.find((cookie) => cookie.startsWith(`${SESSION_COOKIE}=`))?.slice(SESSION_COOKIE.length + 1);
}
