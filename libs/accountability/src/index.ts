export { AccountabilityModule } from './accountability.module.js';
export { AccountabilityService } from './accountability.service.js';
export { type Appointment, AssignmentsService } from './assignments.service.js';
export { Assignment } from './assignment.entity.js';
export { Party } from './party.entity.js';
export { recordAnswerability, type ReplyToRecord, resolveAnswerability } from './records.queries.js';
export { CHANNELS, type Channel } from './channels.js';
export { RESOLVER_VERSION, type Resolution, resolve } from './resolver.js';
export type { AccountabilityRecord } from './records.queries.js';
