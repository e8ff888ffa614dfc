import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { HSTS_SECONDS } from './limits.js';
import { NOTHING_ALLOWED } from './page-policy.js';

/** Headers that every answer has. A page loosens the policy for itself and for nothing else. */
export function securityHeaders() {
  const always = helmet({
    contentSecurityPolicy: false, // by the kind of answer, below
    strictTransportSecurity: false, // by the kind of connection, below
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    response.setHeader('Content-Security-Policy', NOTHING_ALLOWED);
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    // Answers hold what was said in confidence; who wants one kept says so.
    response.setHeader('Cache-Control', 'no-store');
    if (request.secure) response.setHeader('Strict-Transport-Security', `max-age=${HSTS_SECONDS}; includeSubDomains`);
    always(request, response, next);
  };
}

/** Gives what is answered at an address the policy of its page. */
export function pagePolicy(policy: string) {
  return (_: Request, response: Response, next: NextFunction): void => {
    response.setHeader('Content-Security-Policy', policy);
    next();
  };
}
