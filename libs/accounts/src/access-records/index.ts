export { AccessRecordRetentionService } from './access-record-retention.service.js';
export * from './access-log.js';
export { recordChange } from './access-records.queries.js';
export * from './access-records.service.js';
