import { Secret, TOTP } from 'otpauth';
import { CODE_DRIFT_STEPS, CODE_STEP_SECONDS } from './limits.js';

/** What every authenticator app understands (RFC 6238 with SHA-1, RFC 4226 §5.3). */
const FORM = { algorithm: 'SHA1', digits: 6, period: CODE_STEP_SECONDS };
/** RFC 4226 §4, R6. */
const SECRET_BYTES = 20;
const RECOVERY_BYTES = 10;

export function newSecret(): Uint8Array {
  return new Secret({ size: SECRET_BYTES }).bytes;
}

/** The secret as people type it, and as an app reads it from a QR code. */
export function describeSecret(secret: Uint8Array, account: string): { secret: string; uri: string } {
  const totp = new TOTP({ ...FORM, secret: secretOf(secret), issuer: 'Answerable', label: account });
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/** The time step that a code belongs to, or undefined when it belongs to none about now. */
export function stepOf(secret: Uint8Array, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const moment = { timestamp: now.getTime() };
  const totp = new TOTP({ ...FORM, secret: secretOf(secret) });
  const delta = totp.validate({ token: code, window: CODE_DRIFT_STEPS, ...moment });
  return delta === null ? undefined : totp.counter(moment) + delta;
}

/** A code for the day when the app is lost, in groups of four. */
export function newRecoveryCode(): string {
  return new Secret({ size: RECOVERY_BYTES }).base32.replace(/(.{4})(?=.)/g, '$1-');
}

/** The same code however it was typed. */
export function plainRecoveryCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

function secretOf(bytes: Uint8Array): Secret {
  return new Secret({ buffer: Uint8Array.from(bytes).buffer });
}
