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
