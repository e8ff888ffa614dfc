import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { sha256 } from '#platform';

const CIPHER = 'aes-256-gcm';
/** Layout of a sealed text: version, mark of the key, nonce, tag, ciphertext. */
const VERSION = 1;
const MARK_AT = 1;
const NONCE_AT = 5;
const TAG_AT = 17;
const TEXT_AT = 33;
const LENGTHS = { authTagLength: TEXT_AT - TAG_AT };

/** What was sealed cannot be opened by this key, in this place. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/**
 * Encrypts texts that must be read again, such as signing secrets. `place` is bound to the text: a sealed text that is
 * moved to another row, or to another organisation, does not open.
 */
export class Seal {
  private read: Buffer | undefined;

  /** @param readKey asked at the first use only: most processes never seal */
  constructor(private readonly readKey: () => Buffer) {}

  close(text: string, place: readonly string[]): Buffer {
    const nonce = randomBytes(TAG_AT - NONCE_AT);
    const cipher = createCipheriv(CIPHER, this.key, nonce).setAAD(bytesOf(place));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from([VERSION]), this.mark, nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws SealBroken */
  open(sealed: Buffer, place: readonly string[]): string {
    if (sealed[0] !== VERSION || !sealed.subarray(MARK_AT, NONCE_AT).equals(this.mark))
      throw new SealBroken('It was sealed with another key.');
    try {
      const decipher = createDecipheriv(CIPHER, this.key, sealed.subarray(NONCE_AT, TAG_AT), LENGTHS);
      decipher.setAAD(bytesOf(place)).setAuthTag(sealed.subarray(TAG_AT, TEXT_AT));
      return decipher.update(sealed.subarray(TEXT_AT)).toString('utf8') + decipher.final('utf8');
    } catch {
      throw new SealBroken('It was changed, or moved.');
    }
  }

  private get key(): Buffer {
    this.read ??= this.readKey();
    return this.read;
  }

  /** Tells keys apart without telling anything of them. */
  private get mark(): Buffer {
    return sha256(this.key).subarray(0, NONCE_AT - MARK_AT);
  }
}

function bytesOf(place: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(place));
}
