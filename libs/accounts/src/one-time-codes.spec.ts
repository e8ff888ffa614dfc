import { describe, expect, it } from 'vitest';
import { CODE_STEP_SECONDS } from './limits.js';
import { describeSecret, newRecoveryCode, newSecret, plainRecoveryCode, stepOf } from './one-time-codes.js';

const SECRET = Buffer.from('12345678901234567890');
/** RFC 6238 appendix B, SHA-1: eight digits, of which the last six are the six-digit code. */
const VECTORS: [number, string][] = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
];

const at = (seconds: number) => new Date(seconds * 1000);

describe('a one-time code', () => {
  it.each(VECTORS)('at %d is that of RFC 6238', (seconds, code) => {
    expect(stepOf(SECRET, code.slice(2), at(seconds))).toBe(Math.floor(seconds / CODE_STEP_SECONDS));
  });

  it.each(VECTORS)('of %d counts one step early and late, as its own step, and no further', (seconds, code) => {
    const step = Math.floor(seconds / CODE_STEP_SECONDS);
    for (const [off, expected] of [[-2, undefined], [-1, step], [1, step], [2, undefined]] as const)
      expect(stepOf(SECRET, code.slice(2), at(seconds + off * CODE_STEP_SECONDS)), String(off)).toBe(expected);
  }); // prettier-ignore

  it.each(['', '287083', '94287082', ' 287082', '28708２', 'abcdef', '287082\n'])('is not %j', (code) => {
    expect(stepOf(SECRET, code, at(59))).toBeUndefined();
  });
});

describe('a secret', () => {
  it('is random, 160 bits, and read by apps from an otpauth address', () => {
    expect(newSecret()).toHaveLength(20);
    expect(newSecret()).not.toEqual(newSecret());
    const { secret, uri } = describeSecret(SECRET, 'robin@one.example');
    expect(secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(uri).toBe(
      `otpauth://totp/Answerable:robin%40one.example?issuer=Answerable&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});

describe('a recovery code', () => {
  it('is 80 random bits in groups, and the same however it is typed', () => {
    const code = newRecoveryCode();
    expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    expect(plainRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ')}`)).toBe(plainRecoveryCode(code));
  });
});
