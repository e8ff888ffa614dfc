import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExpectedStop, readConfiguration } from '#platform';
import { Seal, SealBroken } from './seal.js';
import { sealKey } from './seal-key.js';

const seal = new Seal(() => Buffer.alloc(32, 1));
const PLACE = ['organisation', 'endpoint', '1'];

describe('a seal', () => {
  it('opens what it closed, never shows it, and never closes it the same way twice', () => {
    const sealed = seal.close('whsec_secret', PLACE);
    expect(seal.open(sealed, PLACE)).toBe('whsec_secret');
    expect(sealed.toString('latin1')).not.toContain('secret');
    expect(seal.close('whsec_secret', PLACE)).not.toEqual(sealed);
  });

  it('does not open in another place, with another key, or after any byte was changed', () => {
    const sealed = seal.close('whsec_secret', PLACE);
    expect(() => seal.open(sealed, ['other', 'endpoint', '1'])).toThrow(SealBroken);
    expect(() => seal.open(sealed, ['organisation', 'endpoint1', ''])).toThrow(SealBroken);
    expect(() => new Seal(() => Buffer.alloc(32, 2)).open(sealed, PLACE)).toThrow(SealBroken);
    for (const at of sealed.keys()) {
      const changed = Buffer.from(sealed);
      changed[at] = changed[at]! ^ 1; // its own index
      expect(() => seal.open(changed, PLACE), `byte ${at}`).toThrow(SealBroken);
      expect(() => seal.open(sealed.subarray(0, at), PLACE), `cut at ${at}`).toThrow(SealBroken);
    }
  });
});

describe('the key', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'answerable-seal-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = (settings: Record<string, string> = {}) =>
    sealKey(readConfiguration({ ANSWERABLE_DATA_DIR: join(folder, 'data'), ...settings }));

  it('is made once, in a file that only its owner reads', () => {
    const key = read();
    expect(key).toHaveLength(32);
    expect(read()).toEqual(key);
    const file = join(folder, 'data/webhook-secret.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toEqual(key);
  });

  it('is the one that is set, if one is', () => {
    expect(read({ WEBHOOK_SECRET_KEY: Buffer.alloc(32, 9).toString('base64') })).toEqual(Buffer.alloc(32, 9));
  });

  it('stops with one line when the file is broken', () => {
    read();
    const file = join(folder, 'data/webhook-secret.key');
    chmodSync(file, 0o600);
    writeFileSync(file, 'c2hvcnQ=');
    expect(() => read()).toThrow(ExpectedStop);
  });
});
