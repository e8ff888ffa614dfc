import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { identifiersIn, type PersonalKind } from '#detection';
import { sealKey } from '#notices';
import { CONFIGURATION, type Configuration } from '#platform';

/** What is never stored as it was said, on any way in. */
export const MASKED_KINDS = [
  'CARD',
  'IBAN',
  'ACCOUNT',
  'NATIONAL_ID',
  'EMAIL',
  'PHONE',
  'ADDRESS',
  'BIRTH_DATE',
  'IP',
] as const satisfies readonly PersonalKind[];

const MASKED: ReadonlySet<PersonalKind> = new Set(MASKED_KINDS);
/** What reads like one of our placeholders and was sent so. */
const SENT_PLACEHOLDER = new RegExp(`\\[(?=(?:${MASKED_KINDS.join('|')})_[A-Z]{4}\\])`, 'g');
/** No vowels, so that no words come of them, and no digits, so that no number is read in them. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const LABEL_LETTERS = 4;
const KEY_BYTES = 32;

/** Writes placeholders for personal data before anything of a text is kept. Without a find, the text is the very same. */
export type Mask = (text: string) => string;

/** Makes masks: one a conversation, so that the same thing has the same placeholder there, and another elsewhere. */
@Injectable()
export class Masking {
  private key: Buffer | undefined;

  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  /** @param scope in which the same thing is written the same: organisation, source and external id */
  maskFor(...scope: readonly string[]): Mask {
    return (text) => this.mask(text, scope);
  }

  /** Tells contents apart without a trace of them: nobody without the key can try what would give the same. */
  digest(content: Uint8Array): Buffer {
    return createHmac('sha256', this.ownKey()).update(content).digest();
  }

  private mask(text: string, scope: readonly string[]): string {
    const found = identifiersIn(text).filter(({ kind }) => MASKED.has(kind));
    const asSent = (part: string) => (part.includes('[') ? part.replace(SENT_PLACEHOLDER, '[sent:') : part);
    if (found.length === 0) return asSent(text);
    let masked = '';
    let at = 0;
    for (const { start, end, kind, value } of found) {
      masked += `${asSent(text.slice(at, start))}[${kind}_${this.label([...scope, kind, value])}]`;
      at = end;
    }
    return masked + asSent(text.slice(at));
  }

  private label(parts: readonly string[]): string {
    const digest = createHmac('sha256', this.ownKey()).update(JSON.stringify(parts)).digest();
    let rest = digest.readUInt32BE();
    let label = '';
    for (let letter = 0; letter < LABEL_LETTERS; letter += 1) {
      label += LETTERS.charAt(rest % LETTERS.length);
      rest = Math.floor(rest / LETTERS.length);
    }
    return label;
  }

  /** Not the key of webhooks itself, but one that only follows from it. */
  private ownKey(): Buffer {
    this.key ??= Buffer.from(
      hkdfSync('sha256', sealKey(this.configuration), '', 'masking of conversations', KEY_BYTES),
    );
    return this.key;
  }
}
