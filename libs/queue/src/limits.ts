/** How often one event is tried before it rests as a dead letter. */
export const MAX_ATTEMPTS = 5;
/** Pause after the first failure, in seconds; doubled after each further one, with up to half of it as jitter on top. */
export const RETRY_SECONDS = 2;
/** Events one handler call takes at most, unless the handler asks for fewer; they succeed or fail together, and after a failure are tried one by one. */
export const BATCH_EVENTS = 40;
/** How often lost bells are made good, in seconds: a bell may be lost, an outbox row may not. */
export const SWEEP_SECONDS = 2;
/** Bells of one organisation and event closer together than this, in milliseconds, become one. */
export const BELL_MILLISECONDS = 20;
/** Organisations one process works for at the same time. */
export const WORKER_CONCURRENCY = 2;
/** How long figures of the queue are given again before they are looked up anew, in seconds. */
export const FIGURES_FRESH_SECONDS = 5;
/** Rows that are counted for a figure; more are shown as so many. */
export const MAX_COUNTED_ROWS = 10_000;
/** Ids in one announcement: PostgreSQL takes fewer than 8,000 bytes. More ids become more announcements. */
export const ANNOUNCED_IDS = 150;
/** Ids that one feed holds for a reader that does not keep up, before it breaks. */
export const FEED_IDS = 10_000;
/** Ids of a feed of which it is found out at a time whether its reader wants them. */
export const FEED_CHOICE = 50;
/** Pause before a lost listening connection is opened again, in milliseconds; doubled up to `RELISTEN_MAX_MILLISECONDS`, plus as much again at random. */
export const RELISTEN_MILLISECONDS = 100;
export const RELISTEN_MAX_MILLISECONDS = 10_000;
/** How often the listening connection is tried, in seconds: one that a network has dropped says nothing by itself. */
export const LISTEN_CHECK_SECONDS = 15;
/** Pause before a worker whose connection was refused asks for bells again, in milliseconds. A process that stops waits for the end of it. */
export const BELL_RETRY_MILLISECONDS = 1_000;
