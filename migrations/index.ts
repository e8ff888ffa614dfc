import { TheMainJob1795500000000 } from './20261124-the-main-job.js';
import { Notices1795600000006 } from './20261124-notices.js';

/** Forward only, in order. A migration that has shipped is never edited: add the next one. */
export const MIGRATIONS = [TheMainJob1795500000000, Notices1795600000006];
