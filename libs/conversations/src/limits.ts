/** Conversations in one GraphQL mutation. A stream over HTTP has no such limit. */
export const MAX_CONVERSATIONS_PER_REQUEST = 500;
/** UTF-16 code units in what one turn said, or was generated to say. */
export const MAX_TURN_CHARACTERS = 20_000;
/** Turns in one conversation; indexes run from 0 to one less. */
export const MAX_TURNS_PER_CONVERSATION = 10_000;
/** UTF-16 code units in a source, an external id, a handle, a version label or a language tag. */
export const MAX_NAME_CHARACTERS = 200;
/** Bytes in one line of NDJSON; a longer line is refused without being held in memory. */
export const MAX_LINE_BYTES = 8 * 1024 * 1024;
/** Bytes of blank lines on end: they have no answer, and gzip makes millions of them out of nothing. */
export const MAX_BLANK_BYTES = 8 * 1024 * 1024;
/** How far a source's clock may run ahead of ours, in seconds. */
export const MAX_CLOCK_SKEW_SECONDS = 300;
/** Nothing was said to a clone before this. */
export const EARLIEST_MOMENT = new Date('2000-01-01T00:00:00Z');
/** Problems named for one conversation; the rest are only counted. */
export const MAX_PROBLEMS = 20;
/** Bytes of a refused input that are kept; its hash and full size are kept as well. */
export const MAX_QUARANTINED_BYTES = 64 * 1024;
/** Transactions one process runs for the intake of one organisation at a time: one is planned and sent while the other is written. */
export const INTAKE_GROUPS = 2;
/** Turns that calls arriving together share one transaction for. */
export const INTAKE_GROUP_TURNS = 4_000;
