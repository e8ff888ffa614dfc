import { TheMainJob1795500000000 } from './20261124-the-main-job.js';
import { KeysAndAccessRecords1795600000002 } from './20261124-keys-and-access-records.js';

/** Forward only, in order. A migration that has shipped is never edited: add the next one. */
export const MIGRATIONS = [TheMainJob1795500000000, KeysAndAccessRecords1795600000002];
