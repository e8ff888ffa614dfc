/** Bytes of one message that a client sends. */
export const MAX_MESSAGE_BYTES = 64 * 1024;
/** How long a client may take to say who it is, in milliseconds. */
export const INIT_MILLISECONDS = 3_000;
/** Connections from one address to one process that have not said who they are. */
export const MAX_SILENT_SOCKETS_PER_ADDRESS = 40;
/** Connections to one process that have not said who they are; far fewer than all, so that they keep nobody out who says it. */
export const MAX_SILENT_SOCKETS = 200;
/** Subscriptions of one connection. */
export const MAX_SUBSCRIPTIONS = 50;
/** Connections of one key or session to one process. */
export const MAX_SOCKETS_PER_CREDENTIAL = 20;
/** Connections to one process. */
export const MAX_SOCKETS = 1_000;
/** Bytes that wait for a client that does not read; what is sent beyond them ends its connection. */
export const MAX_BUFFERED_BYTES = 256 * 1024;
/** How often keys and sessions of all connections are looked up, in seconds: how long a revoked one may stay. */
export const CREDENTIAL_CHECK_SECONDS = 5;
/** How often each client is asked for a sign of life, in seconds; without one until the next time its connection ends. */
export const PING_SECONDS = 20;
/** How long a client may take to answer that its connection ends, in milliseconds. */
export const FAREWELL_MILLISECONDS = 1_000;
