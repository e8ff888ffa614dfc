import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';
import { MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS } from './limits.js';

/** Argon2id cost: 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet, second option). */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 };

/** @returns the hash in PHC string form. */
export function hashPassword(password: string): Promise<string> {
  return argon2id({ ...COST, password, salt: randomBytes(16), outputType: 'encoded' });
}

export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  if (password === '') return false; // nobody has it, and the library throws on it
  return argon2Verify({ password, hash });
}

/** What is wrong with a password that somebody chose, or undefined. */
export function problemOfPassword(password: string): string | undefined {
  const characters = [...password].length;
  if (characters < MIN_PASSWORD_CHARACTERS)
    return `The password must have at least ${MIN_PASSWORD_CHARACTERS} characters.`;
  if (characters > MAX_PASSWORD_CHARACTERS)
    return `The password must have at most ${MAX_PASSWORD_CHARACTERS} characters.`;
  return undefined;
}
