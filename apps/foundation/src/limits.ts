/** How long an answer of /readyz about the database is given again, in milliseconds. */
export const READY_FRESH_MILLISECONDS = 1_000;
/** How long /readyz waits for the database, in milliseconds. */
export const READY_PATIENCE_MILLISECONDS = 2_000;
/** How long open requests may go on when the process stops, in seconds. */
export const STOP_SECONDS = 20;
