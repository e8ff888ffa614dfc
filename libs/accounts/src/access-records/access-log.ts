import type { Actor } from '../access.js';

/** What can be done that leaves a record, with what it is done to. */
export const ACCESS_OPERATIONS = {
  CONVERSATION_READ: 'Conversation',
  TRANSCRIPT_READ: 'Conversation',
  TRANSCRIPT_SEARCHED: 'Conversation',
  KEY_CREATED: 'ServiceKey',
  KEY_ROTATED: 'ServiceKey',
  KEY_REVOKED: 'ServiceKey',
  KEY_USED: 'ServiceKey',
  PERSON_INVITED: 'Invitation',
  INVITATION_REVOKED: 'Invitation',
  PERSON_ADDED: 'Person',
  ROLE_CHANGED: 'Person',
  PERSON_DEACTIVATED: 'Person',
  PERSON_REACTIVATED: 'Person',
  SECOND_FACTOR_ADDED: 'Person',
  SECOND_FACTOR_REMOVED: 'Person',
  SIGN_IN_RESET_ISSUED: 'Person',
  PASSWORD_RESET: 'Person',
  OPENID_ACCOUNT_LINKED: 'Person',
  SIGNED_IN: 'Person',
  SIGNED_OUT: 'Person',
  SIGN_IN_FAILED: 'Person',
  SIGN_IN_THROTTLED: 'Person',
  SESSIONS_ENDED: 'Person',
  WEBHOOK_CREATED: 'WebhookEndpoint',
  WEBHOOK_CHANGED: 'WebhookEndpoint',
  WEBHOOK_SECRET_ROTATED: 'WebhookEndpoint',
  WEBHOOK_RESENT: 'WebhookEndpoint',
  WEBHOOK_TESTED: 'WebhookEndpoint',
  ACCESS_REASON_RULE_SET: 'Organisation',
  ACCESS_RECORDS_PURGED: 'Organisation',
} as const satisfies Record<string, string>;
export type AccessOperation = keyof typeof ACCESS_OPERATIONS;
export type SubjectType = (typeof ACCESS_OPERATIONS)[AccessOperation];

/** What shows words: an organisation can ask that whoever does it says why. */
export const READS_OF_WORDS: readonly AccessOperation[] = ['TRANSCRIPT_READ', 'TRANSCRIPT_SEARCHED'];

/** By whom something was done. Besides actors: somebody who did not prove who they are, and the program itself. */
export interface Doer {
  kind: Actor['kind'] | 'NOBODY' | 'PROGRAM';
  /** The organisation's, where it is no actor. */
  id: string;
  name: string;
}

export function nobodyIn(organisationId: string): Doer {
  return { kind: 'NOBODY', id: organisationId, name: 'nobody known' };
}

export function programIn(organisationId: string): Doer {
  return { kind: 'PROGRAM', id: organisationId, name: 'Answerable' };
}

/** From where, and why if that was said. */
export interface Origin {
  address: string | null;
  userAgent: string | null;
  requestId: string | null;
  reason: string | null;
}

/** Of what a command on the machine itself does. */
export const NO_ORIGIN: Origin = { address: null, userAgent: null, requestId: null, reason: null };

/** What was done to which subjects. */
export interface Access {
  operation: AccessOperation;
  subjectIds: string[];
}

const logs = new WeakMap<object, AccessLog>();

/**
 * What one actor reads in the course of one request, to be recorded before it is answered. Services note what they hand
 * out; they find the log by the actor, so that no read can be made past it.
 */
export class AccessLog {
  private readonly read = new Map<AccessOperation, Set<string>>();

  constructor(readonly origin: Origin) {}

  /** The actor as services should be given it: a new object, since a remembered one serves many requests. */
  static attach<A extends Actor>(actor: A, origin: Origin): { actor: A; log: AccessLog } {
    const log = new AccessLog(origin);
    const own = { ...actor };
    logs.set(own, log);
    return { actor: own, log };
  }

  add(operation: AccessOperation, subjectIds: Iterable<string>): void {
    const seen = this.read.get(operation) ?? new Set<string>();
    for (const id of subjectIds) seen.add(id);
    if (seen.size > 0) this.read.set(operation, seen);
  }

  /** All that was read since this was last asked. */
  take(): Access[] {
    const taken = [...this.read].map(([operation, ids]) => ({ operation, subjectIds: [...ids] }));
    this.read.clear();
    return taken;
  }
}

/** Notes what is being handed out to the actor. A command on the machine itself has no log, and shows no transcript. */
export function noteAccess(actor: Actor, operation: AccessOperation, subjectIds: Iterable<string>): void {
  logs.get(actor)?.add(operation, subjectIds);
}

/** From where the actor asks; the program itself from nowhere. */
export function originOf(actor: Doer): Origin {
  return logs.get(actor)?.origin ?? NO_ORIGIN;
}
