export { type Actor, allowedTo, mayAccess, requireAccess } from './access.js';
export { AccountsModule } from './accounts.module.js';
export { AuthenticationService, requireStanding, SESSION_SECONDS } from './authentication.service.js';
export { KeysService } from './keys.service.js';
export { Organisation } from './organisation.entity.js';
export { OrganisationsService } from './organisations.service.js';
export { Person } from './person.entity.js';
export { PERMISSIONS, type Permission, ROLES, type Role, SCOPES, type Scope } from './permissions.js';
export { ServiceKey } from './service-key.entity.js';
