import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { HSTS_SECONDS } from './limits.js';
import { NOTHING_ALLOWED } from './page-policy.js';

/** Headers that every answer has. A page loosens the policy for itself and for nothing else. */
export function securityHeaders() {
  const always = headersOfHelmet();
  always.set('Content-Security-Policy', NOTHING_ALLOWED);
  always.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  // Answers hold what was said in confidence; who wants one kept says so.
  always.set('Cache-Control', 'no-store');
  return (request: Request, response: Response, next: NextFunction): void => {
    response.setHeaders(always);
    if (request.secure) response.setHeader('Strict-Transport-Security', `max-age=${HSTS_SECONDS}; includeSubDomains`);
    next();
  };
}

/** What helmet would set: the same for every answer, so it is asked once and not by a dozen calls each time. */
function headersOfHelmet(): Map<string, string> {
  const headers = new Map<string, string>();
  const setHeader = (name: string, value: string) => headers.set(name, value);
  const response = { setHeader, removeHeader: () => {} } as unknown as Response; // all that helmet calls
  const always = helmet({
    contentSecurityPolicy: false, // by the kind of answer, above
    strictTransportSecurity: false, // by the kind of connection, above
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  always({} as Request, response, () => {});
  return headers;
}

/** Gives what is answered at an address the policy of its page. */
export function pagePolicy(policy: string) {
  return (_: Request, response: Response, next: NextFunction): void => {
    response.setHeader('Content-Security-Policy', policy);
    next();
  };
}
