import { AccessRecordRules1795600001020 } from './20261124-access-record-rules.js';
import { AssignmentEnds1795550000000 } from './20261124-assignment-ends.js';
import { KeysAndAccessRecords1795600000002 } from './20261124-keys-and-access-records.js';
import { Notices1795600000006 } from './20261124-notices.js';
import { Operations1795500040000 } from './20261124-operations.js';
import { People1795600000001 } from './20261124-people.js';
import { PersonIdentity1795600000007 } from './20261124-person-identity.js';
import { RateLimits1795600000003 } from './20261124-rate-limits.js';
import { SignInResets1795600001010 } from './20261124-sign-in-resets.js';
import { TheMainJob1795500000000 } from './20261124-the-main-job.js';

/** Forward only, in order. A migration that has shipped is never edited: add the next one. */
export const MIGRATIONS = [
  TheMainJob1795500000000,
  Operations1795500040000,
  AssignmentEnds1795550000000,
  People1795600000001,
  KeysAndAccessRecords1795600000002,
  RateLimits1795600000003,
  Notices1795600000006,
  PersonIdentity1795600000007,
  SignInResets1795600001010,
  AccessRecordRules1795600001020,
];
