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
export const SCOPES = ['ingest', 'read:conversations', 'read:trends', 'review', 'ledger', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];
/** What a key is for unless its maker says otherwise: conversations in, results out, and nothing that changes who may. */
export const USUAL_SCOPES = ['ingest', 'read:conversations', 'read:trends'] as const satisfies readonly Scope[];

interface Grant {
  roles: readonly Role[];
  scopes: readonly Scope[];
}

const READERS = ['OWNER', 'COMPLIANCE_LEAD', 'COMPLIANCE_OFFICER', 'AUDITOR'] as const;

/** Who may do what: the only such table. `requireAccess` enforces it, the API guide prints it. */
export const PERMISSIONS = {
  'conversation.ingest': { roles: ['OWNER', 'INTEGRATOR'], scopes: ['ingest', 'admin'] },
  'conversation.read': { roles: [...READERS, 'MANAGER'], scopes: ['read:conversations', 'review'] },
  'transcript.read': { roles: READERS, scopes: ['read:conversations', 'review'] },
  'flag.read': { roles: READERS, scopes: ['read:conversations', 'review'] },
  'clone.read': { roles: ROLES, scopes: SCOPES },
  'accountability.read': { roles: [...READERS, 'MANAGER'], scopes: ['read:conversations', 'review', 'ledger'] },
  'trend.read': { roles: [...READERS, 'MANAGER'], scopes: ['read:trends'] },
  'quarantine.read': { roles: [...READERS, 'INTEGRATOR'], scopes: ['ingest', 'admin'] },
  'dead-letter.read': { roles: ['OWNER', 'INTEGRATOR'], scopes: ['admin'] },
  'key.manage': { roles: ['OWNER', 'INTEGRATOR'], scopes: ['admin'] },
  'access-record.read': { roles: ['OWNER', 'COMPLIANCE_LEAD', 'AUDITOR'], scopes: ['admin'] },
  // No scope stands for people, rules and webhooks: a key could invite an owner, or have what flags say sent to itself.
  'person.read': { roles: ['OWNER', 'COMPLIANCE_LEAD', 'AUDITOR'], scopes: [] },
  'person.manage': { roles: ['OWNER'], scopes: [] },
  'organisation.manage': { roles: ['OWNER'], scopes: [] },
  'webhook.manage': { roles: ['OWNER', 'INTEGRATOR'], scopes: [] },
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof PERMISSIONS;
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[]; // the keys of a closed record

/** Permissions over what belongs to no clone, which a key that is restricted to clones therefore does not have. */
export const NOT_BY_CLONE: readonly Permission[] = [
  'quarantine.read',
  'dead-letter.read',
  'key.manage',
  'access-record.read',
  'person.read',
  'person.manage',
  'organisation.manage',
  'webhook.manage',
];
