import { hash } from 'node:crypto';

/** SHA-256 (FIPS 180-4) of the bytes, or of the UTF-8 of the text: 32 bytes. */
export function sha256(content: string | Uint8Array): Buffer {
  return hash('sha256', content, 'buffer');
}
