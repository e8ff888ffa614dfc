/** Bytes of a GraphQL request's body. */
export const MAX_GRAPHQL_BYTES = 8 * 1024 * 1024;
/** Bytes of a sign-in form. */
export const MAX_FORM_BYTES = 4 * 1024;
/** Bytes of lines that one group of a streamed intake holds, and so what one stream costs in memory (twice). */
export const GROUP_BYTES = 512 * 1024;
/** How long the lines that are there wait for more before they are stored, in milliseconds. */
export const IDLE_MILLISECONDS = 3;
/** Groups of one stream that are stored at the same time. */
export const GROUPS_UNDER_WAY = 2;
/** What a client should wait after 503, in seconds. */
export const RETRY_AFTER_SECONDS = 5;
/** How long a browser that met us over TLS refuses anything else, in seconds. */
export const HSTS_SECONDS = 365 * 24 * 60 * 60;
/** How long a browser remembers what a page of another origin may do, in seconds. */
export const CORS_SECONDS = 10 * 60;
/** Characters of a request id that a client gives. */
export const MAX_REQUEST_ID_CHARACTERS = 64;
