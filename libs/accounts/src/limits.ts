/** How long an invitation can be accepted, in seconds. */
export const INVITATION_SECONDS = 7 * 24 * 60 * 60;
/** Characters of a password at least; no kinds of characters are prescribed (NIST SP 800-63B §3.1.1.2). */
export const MIN_PASSWORD_CHARACTERS = 12;
/** Characters of a password at most. */
export const MAX_PASSWORD_CHARACTERS = 200;
/** Characters of an e-mail address (RFC 5321 §4.5.3.1.3, without the brackets). */
export const MAX_EMAIL_CHARACTERS = 254;
/** Characters of a person's name. */
export const MAX_PERSON_NAME_CHARACTERS = 200;
/** How long a sign-in lasts at most, in seconds. */
export const SESSION_SECONDS = 12 * 60 * 60;
/** How long a session lasts without being used, in seconds. */
export const SESSION_IDLE_SECONDS = 2 * 60 * 60;
/** Age at which a session's token is replaced, in seconds. */
export const SESSION_ROTATION_SECONDS = 15 * 60;
/** How long a replaced token still counts, for requests that are under way with it, in seconds. */
export const SESSION_OVERLAP_SECONDS = 60;
/** Uses of a session closer together than this are noted once, in seconds. */
export const SESSION_USE_SECONDS = 60;
/** Sessions of one person; another sign-in ends the one that was used least lately. */
export const MAX_SESSIONS_PER_PERSON = 50;
/** Failed sign-ins for one account before more are refused. */
export const MAX_FAILURES_PER_ACCOUNT = 10;
/** Failed sign-ins from one network address before more are refused: an office shares one. */
export const MAX_FAILURES_PER_ADDRESS = 100;
/** How long failed sign-ins count, from the first on, in seconds. */
export const THROTTLE_SECONDS = 15 * 60;
/** How long one code of a second factor is shown, in seconds (RFC 6238 §5.2). */
export const CODE_STEP_SECONDS = 30;
/** Steps by which a person's clock may be off, either way. */
export const CODE_DRIFT_STEPS = 1;
/** Recovery codes of one second factor; each works once. */
export const RECOVERY_CODES = 10;
/** How long a sign-in may take at the OpenID provider. */
export const OPENID_SIGN_IN_SECONDS = 600;
/** For each request to the OpenID provider. */
export const OPENID_PROVIDER_SECONDS = 10;
/** How long the earlier secrets of a key go on working after a rotation, unless it says otherwise, in seconds. */
export const ROTATION_OVERLAP_SECONDS = 24 * 60 * 60;
/** The longest such time, in seconds. */
export const MAX_ROTATION_OVERLAP_SECONDS = 30 * 24 * 60 * 60;
/** Uses of a key closer together than this are noted as one, in seconds. */
export const KEY_USE_SECONDS = 300;
/** Characters of a key's name. */
export const MAX_KEY_NAME_CHARACTERS = 100;
/** Clones that one key can be restricted to. */
export const MAX_CLONES_PER_KEY = 100;
/** Characters of a reason for an access. */
export const MAX_REASON_CHARACTERS = 300;
/** Characters of a user agent that are kept. */
export const MAX_USER_AGENT_CHARACTERS = 120;
/** How long a code to reset a sign-in can be used, in seconds. */
export const RESET_SECONDS = 60 * 60;
/** Access records that one transaction of the purge takes away. */
export const PURGE_BATCH_RECORDS = 5_000;
/** How often a worker looks for access records that are too old, in seconds. */
export const PURGE_SWEEP_SECONDS = 60 * 60;
