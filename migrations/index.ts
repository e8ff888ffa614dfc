import { RateLimits1795600000003 } from './20261124-rate-limits.js';
import { TheMainJob1795500000000 } from './20261124-the-main-job.js';

/** Forward only, in order. A migration that has shipped is never edited: add the next one. */
export const MIGRATIONS = [TheMainJob1795500000000, RateLimits1795600000003];
