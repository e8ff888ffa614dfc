/** Bytes of a GraphQL request's body. */
export const MAX_GRAPHQL_BYTES = 8 * 1024 * 1024;
/** Bytes of the forms to sign in, to accept an invitation and to set a new password. */
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
/** In which the headers of a request must be here, in seconds. */
export const HEADERS_SECONDS = 15;
/** In which the body of a request must be here unless it is a stream, in seconds. */
export const BODY_SECONDS = 30;
/** How long an idle connection is kept, in seconds: longer than proxies keep theirs, or they would write into a closed one. */
export const KEEP_ALIVE_SECONDS = 65;
/** Without a byte in either direction, after which a connection ends, in seconds. */
export const SILENCE_SECONDS = 10 * 60;
/** Bytes of a compressed stream that are read whatever it grows to. */
export const FREE_INFLATED_BYTES = 32 * 1024 * 1024;
/** How many times its size a compressed stream may grow to; text of people stays far below. */
export const MAX_INFLATION = 250;
