/** Endpoints of one organisation. */
export const MAX_ENDPOINTS = 20;
/** Characters of an endpoint's address. */
export const MAX_URL_CHARACTERS = 2_048;
/** Characters of an endpoint's description. */
export const MAX_DESCRIPTION_CHARACTERS = 500;
/** How long the secrets before a rotation go on signing, in seconds: a day. */
export const SECRET_OVERLAP_SECONDS = 86_400;
/** Secrets of one endpoint that sign at the same time. */
export const MAX_SIGNING_SECRETS = 3;
/** How long a connection may take to open, TLS included, in seconds. */
export const CONNECT_SECONDS = 5;
/** How long one attempt may take from the look-up of the name to the end of the answer, in seconds. */
export const ATTEMPT_SECONDS = 15;
/** Bytes of an answer's body that are read before the connection is closed; the status counts all the same. */
export const MAX_ANSWER_BYTES = 65_536;
/** How long a delivery belongs to the worker that took it, in seconds: longer than an attempt, so that only a dead worker loses it. */
export const LEASE_SECONDS = 60;
/** Pause before each further attempt, in seconds; after the last one the delivery rests as a dead letter. Together about a day. */
export const RETRY_SCHEDULE_SECONDS = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 21_600, 36_000] as const;
/** Part of a pause that is added at random at most, so that what failed together is not repeated together. */
export const RETRY_JITTER = 0.2;
/** Longest pause that `Retry-After` can ask for, in seconds. */
export const MAX_RETRY_AFTER_SECONDS = 21_600;
/** Attempts that one process makes at the same time. */
export const ATTEMPTS_UNDER_WAY = 32;
/** Attempts that one process makes at the same time for one organisation. */
export const ATTEMPTS_PER_ORGANISATION = 16;
/** Attempts that are under way to one endpoint at the same time, so that a slow one holds back only itself. */
export const ATTEMPTS_PER_ENDPOINT = 4;
/** How often a worker looks for deliveries that are due, in seconds. */
export const DELIVERY_SWEEP_SECONDS = 1;
