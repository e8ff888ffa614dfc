import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coded, type Configuration, ExpectedStop, makeFolder } from '#platform';

const FILE = 'webhook-secret.key';
const KEY_BYTES = 32;

/** The key that is set, or else the one of the data folder, which is made when it is first needed. */
export function sealKey({ dataDirectory, webhooks }: Configuration): Buffer {
  if (webhooks.secretKey !== undefined) return webhooks.secretKey;
  const file = join(dataDirectory, FILE);
  try {
    const key = readIfThere(file) ?? makeKey(dataDirectory, file);
    if (key.length === KEY_BYTES) return key;
  } catch (error) {
    throw new ExpectedStop(`The key ${file} cannot be read or made (${coded(error)}). Set WEBHOOK_SECRET_KEY instead.`);
  }
  throw new ExpectedStop(`The key ${file} is broken. Restore it, or set WEBHOOK_SECRET_KEY.`);
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return Buffer.from(readFileSync(file, 'utf8'), 'base64');
  } catch (error) {
    if (coded(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Readable by its owner only, and there in whole or not at all: two processes that make it at a time end with one key. */
function makeKey(folder: string, file: string): Buffer {
  const draft = `${file}.${process.pid}`;
  makeFolder(folder);
  writeFileSync(draft, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (coded(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return Buffer.from(readFileSync(file, 'utf8'), 'base64');
}
