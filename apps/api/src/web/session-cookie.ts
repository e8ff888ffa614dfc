import type { CookieOptions, Request, Response } from 'express';
import type { SessionToken } from '#accounts';

const PLAIN_NAME = 'answerable_session';
/** Browsers take a cookie of this name only from this very host and over HTTPS, so no neighbouring host can set one (RFC 6265bis §4.1.3.2). */
const SECURE_NAME = `__Host-${PLAIN_NAME}`;

/** The session token of the request, if it carries one. Over HTTPS the plain name does not count: somebody else may have set it. */
export function sessionOf(request: Request): string | undefined {
  return cookieOf(request, SECURE_NAME) ?? (request.secure ? undefined : cookieOf(request, PLAIN_NAME));
}

/** The first cookie of this name, as it was sent. */
export function cookieOf(request: Request, name: string): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(';').map((part) => part.trim());
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}

export function setSession(response: Response, { token, lastsSeconds }: SessionToken): void {
  response.cookie(nameFor(response), token, { ...optionsFor(response), maxAge: lastsSeconds * 1000 });
}

export function clearSession(response: Response): void {
  response.clearCookie(nameFor(response), optionsFor(response));
}

function nameFor({ req }: Response): string {
  return req.secure ? SECURE_NAME : PLAIN_NAME;
}

function optionsFor({ req }: Response): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', secure: req.secure, path: '/' };
}
