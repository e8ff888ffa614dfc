import { Refused } from '#platform';
import {
  NOT_BY_CLONE,
  type Permission,
  PERMISSION_NAMES,
  PERMISSIONS,
  type Role,
  type Scope,
  SCOPES,
} from './permissions.js';

/** A signed-in person. */
export interface PersonActor {
  kind: 'PERSON';
  organisationId: string;
  id: string;
  name: string;
  role: Role;
  /** None for an operator, who works without signing in. */
  sessionId?: string;
}

/** A service key, by one of its secrets. */
export interface KeyActor {
  kind: 'KEY';
  organisationId: string;
  id: string;
  name: string;
  scopes: readonly Scope[];
  /** The clones that it is restricted to; null: all. */
  cloneIds: readonly string[] | null;
  /** Of the secret that it came with, to ask again whether that still stands. */
  secretHash: Buffer;
}

/** Who asks: a signed-in person or a service key, always of one organisation. */
export type Actor = PersonActor | KeyActor;

/** Whoever may start commands on this machine may do what the owner of an organisation may. */
export function operatorOf(organisationId: string): PersonActor {
  return { kind: 'PERSON', organisationId, id: organisationId, name: 'operator', role: 'OWNER' };
}

/** @throws Refused `NOT_FOUND` when the actor may not: what is not allowed reads as not there. */
export function requireAccess(actor: Actor, permission: Permission): void {
  if (!mayAccess(actor, permission))
    throw new Refused('NOT_FOUND', 'There is nothing here that this key or person may use.');
}

/** The same for what spans all clones, which a key that is restricted to some may not have. */
export function requireAccessToAllClones(actor: Actor, permission: Permission): void {
  requireAccess(actor, permission);
  if (clonesOf(actor) !== null) throw new Refused('NOT_FOUND', 'This key is restricted to clones, and this is of all.');
}

/** The clones that the actor is restricted to; null: all of the organisation. Every query of what belongs to a clone takes it. */
export function clonesOf(actor: Actor): readonly string[] | null {
  return actor.kind === 'KEY' ? actor.cloneIds : null;
}

/** All that the actor may do. */
export function allowedTo(actor: Actor): Permission[] {
  return PERMISSION_NAMES.filter((permission) => mayAccess(actor, permission));
}

/** Whether the actor may pass this scope on: nobody gives to a key what they do not have. */
export function mayGrant(actor: Actor, scope: Scope): boolean {
  return PERMISSION_NAMES.filter((name) => grantOf(name).scopes.includes(scope)).every((name) =>
    mayAccess(actor, name),
  );
}

/** Why the actor may not, in words; null when it may. */
export function whyNot(actor: Actor, permission: Permission): string | null {
  if (mayAccess(actor, permission)) return null;
  const { roles, scopes } = grantOf(permission);
  if (actor.kind === 'PERSON') return `It takes one of the roles ${roles.join(', ')}; yours is ${actor.role}.`;
  if (scopes.some((scope) => actor.scopes.includes(scope)))
    return 'It covers all clones, and this key is restricted to some.';
  if (scopes.length === 0) return 'No scope of a key gives it; people have it.';
  const held = SCOPES.filter((scope) => actor.scopes.includes(scope)).join(', ') || 'none';
  return `It takes one of the scopes ${scopes.join(', ')}; this key has ${held}.`;
}

/** Whether the actor may, where the answer only changes what is shown. */
export function mayAccess(actor: Actor, permission: Permission): boolean {
  const { roles, scopes } = grantOf(permission);
  if (actor.kind === 'PERSON') return roles.includes(actor.role);
  if (actor.cloneIds !== null && NOT_BY_CLONE.includes(permission)) return false;
  return scopes.some((scope) => actor.scopes.includes(scope));
}

function grantOf(permission: Permission): { roles: readonly Role[]; scopes: readonly Scope[] } {
  return PERMISSIONS[permission];
}
