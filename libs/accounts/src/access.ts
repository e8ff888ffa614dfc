import { Refused } from '#platform';
import { type Permission, PERMISSIONS, type Role, type Scope } from './permissions.js';

/** Who asks: a signed-in person or a service key, always of one organisation. */
export type Actor =
  | { kind: 'PERSON'; organisationId: string; id: string; name: string; role: Role; sessionId?: string } // none: an operator
  | { kind: 'KEY'; organisationId: string; id: string; name: string; scopes: readonly Scope[] };

/** @throws Refused `NOT_FOUND` when the actor may not: what is not allowed reads as not there. */
export function requireAccess(actor: Actor, permission: Permission): void {
  if (!mayAccess(actor, permission))
    throw new Refused('NOT_FOUND', 'There is nothing here that this key or person may use.');
}

/** All that the actor may do. */
export function allowedTo(actor: Actor): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => mayAccess(actor, permission)); // keys of a closed record
}

/** Whether the actor may, where the answer only changes what is shown. */
export function mayAccess(actor: Actor, permission: Permission): boolean {
  const grant: { roles: readonly Role[]; scopes: readonly Scope[] } = PERMISSIONS[permission];
  if (actor.kind === 'PERSON') return grant.roles.includes(actor.role);
  return grant.scopes.some((scope) => actor.scopes.includes(scope));
}
