/** Roles a person can have. */
export const ROLES = [
  'OWNER',
  'COMPLIANCE_LEAD',
  'COMPLIANCE_OFFICER',
  'MANAGER',
  'ACCOUNTABLE_PERSON',
  'AUDITOR',
  'INTEGRATOR',
] as const;
export type Role = (typeof ROLES)[number];

/** What a service key can be allowed. */
export const SCOPES = ['ingest', 'read:conversations', 'read:trends'] as const;
export type Scope = (typeof SCOPES)[number];

interface Grant {
  roles: readonly Role[];
  scopes: readonly Scope[];
}

const READERS = ['OWNER', 'COMPLIANCE_LEAD', 'COMPLIANCE_OFFICER', 'AUDITOR'] as const;

/** Who may do what: the only such table. `requireAccess` enforces it, the API guide prints it. */
export const PERMISSIONS = {
  'conversation.ingest': { roles: ['OWNER', 'INTEGRATOR'], scopes: ['ingest'] },
  'conversation.read': { roles: [...READERS, 'MANAGER'], scopes: ['read:conversations'] },
  'flag.read': { roles: READERS, scopes: ['read:conversations'] },
  'clone.read': { roles: ROLES, scopes: SCOPES },
  'accountability.read': { roles: [...READERS, 'MANAGER'], scopes: ['read:conversations'] },
  'trend.read': { roles: [...READERS, 'MANAGER'], scopes: ['read:trends'] },
  'quarantine.read': { roles: [...READERS, 'INTEGRATOR'], scopes: ['ingest'] },
  'dead-letter.read': { roles: ['OWNER', 'INTEGRATOR'], scopes: [] },
  'person.read': { roles: ['OWNER', 'COMPLIANCE_LEAD', 'AUDITOR'], scopes: [] },
  'person.manage': { roles: ['OWNER'], scopes: [] },
  'webhook.manage': { roles: ['OWNER', 'INTEGRATOR'], scopes: [] },
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof PERMISSIONS;
