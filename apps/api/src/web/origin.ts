import type { Request } from 'express';
import { accountLimits, type Origin } from '#accounts';
import { currentRequest, Refused } from '#platform';

const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/;

/** So that all that a request does is said to be of one request. */
const origins = new WeakMap<Request, Origin>();

/**
 * From where a request comes, and why: the reason stands in the header `Access-Reason`, percent-encoded where it is not
 * ASCII. @throws Refused `BAD_INPUT` when the reason cannot be kept as it was given.
 */
export function readOrigin(request: Request): Origin {
  let origin = origins.get(request);
  if (origin === undefined) {
    origin = read(request);
    origins.set(request, origin);
  }
  return origin;
}

function read(request: Request): Origin {
  return {
    address: request.ip ?? null,
    userAgent: request.headers['user-agent'] ?? null,
    requestId: currentRequest()?.requestId ?? null,
    reason: readReason(request.headers['access-reason']),
  };
}

function readReason(given: string | string[] | undefined): string | null {
  if (typeof given !== 'string' || given.trim() === '') return null;
  const reason = decode(given.trim());
  if (reason === undefined || CONTROL_CHARACTER.test(reason))
    throw new Refused('BAD_INPUT', 'Access-Reason must be percent-encoded UTF-8 without control characters.');
  const most = accountLimits.MAX_REASON_CHARACTERS;
  if (reason.length > most) throw new Refused('BAD_INPUT', `Access-Reason is longer than ${most} characters.`);
  return reason;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
