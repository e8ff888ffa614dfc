import type { Request } from 'express';
import type { Actor, AuthenticationService } from '#accounts';
import { currentRequest, Refused } from '#platform';
import { readOrigin } from './origin.js';
import { isSameOrigin } from './same-origin.js';
import { sessionOf, setSession } from './session-cookie.js';

/** Who sends this request: by service key in `Authorization: Bearer`, else by session cookie. @throws Refused `UNAUTHENTICATED`. */
export async function identify(request: Request, authentication: AuthenticationService): Promise<Actor> {
  const key = bearerOf(request);
  if (key !== undefined) return noted(await authentication.withKey(key, readOrigin(request)));
  const token = sessionOf(request);
  if (token !== undefined) return continueSession(request, token, authentication);
  throw new Refused('UNAUTHENTICATED', 'Send a service key as "Authorization: Bearer ans_…", or sign in at /sign-in.');
}

/** The same for work that makes sure of the key itself, in the transaction that acts. @throws Refused `UNAUTHENTICATED`. */
export async function identifyToConfirm(request: Request, authentication: AuthenticationService): Promise<Actor> {
  const key = bearerOf(request);
  if (key === undefined) return identify(request, authentication);
  return noted(await authentication.withKeyToConfirm(key, readOrigin(request)));
}

/** The log of the request says which kind of actor asked. */
function noted(actor: Actor): Actor {
  const request = currentRequest();
  if (request !== undefined) request.actorKind = actor.kind;
  return actor;
}

/** The service key of the request, if it carries one. */
export function bearerOf({ headers }: Request): string | undefined {
  return readBearer(headers.authorization ?? '');
}

/** The key in the text of an Authorization header. */
export function readBearer(authorization: string): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
}

async function continueSession(request: Request, token: string, authentication: AuthenticationService): Promise<Actor> {
  if (!isSameOrigin(request))
    throw new Refused('UNAUTHENTICATED', 'A session counts only for requests of pages of this very server.');
  const { actor, renewed } = await authentication.useSession(token, readOrigin(request));
  if (renewed !== undefined && request.res !== undefined) setSession(request.res, renewed);
  return noted(actor);
}
