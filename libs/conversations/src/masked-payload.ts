import { MAX_QUARANTINED_BYTES } from './limits.js';
import type { Mask } from './masking.js';
import { readJson } from './reading.js';

/** No kind of personal data is longer in characters, so that none is kept cut in two. */
const LONGEST_FIND = 200;

/**
 * What is kept of a refused input: the same bytes when nothing in them is personal, else with placeholders. Nothing at
 * all when it cannot be told, such as a value that is nested too deeply.
 * @param whole whether the bytes are all that was sent
 */
export function maskedPayload(bytes: Buffer, whole: boolean, mask: Mask): Buffer {
  try {
    if (!whole || bytes.length > MAX_QUARANTINED_BYTES) return maskedBeginning(bytes, mask);
    const json = readJson(bytes);
    if (json.ok) {
      const masked = maskedValue(json.value, mask);
      if (masked !== json.value) return Buffer.from(JSON.stringify(masked));
    }
    // A field that is named twice is in the bytes, and once only in the value.
    return maskedText(bytes, mask);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The end goes with it when a find may have been cut there. */
function maskedBeginning(bytes: Buffer, mask: Mask): Buffer {
  const text = plainText(bytes.subarray(0, MAX_QUARANTINED_BYTES));
  const masked = mask(text);
  if (masked === text && !/[\p{N}@]/u.test(text.slice(-LONGEST_FIND))) return bytes;
  return Buffer.from(masked.slice(0, -LONGEST_FIND));
}

function maskedText(bytes: Buffer, mask: Mask): Buffer {
  const text = plainText(bytes);
  const masked = mask(text);
  return masked === text ? bytes : Buffer.from(masked);
}

/** Digits may be written as escapes of JSON. */
function plainText(bytes: Buffer): string {
  return bytes
    .toString('utf8')
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The same value when nothing in it is personal. */
function maskedValue(value: unknown, mask: Mask): unknown {
  if (typeof value === 'string') return mask(value);
  if (typeof value === 'number') {
    const written = String(value);
    const masked = mask(written);
    return masked === written ? value : masked;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const masked = value.map((one) => maskedValue(one, mask));
    return masked.some((one, at) => one !== value[at]) ? masked : value;
  }
  const entries = Object.entries(value);
  const masked = entries.map(([name, one]) => [mask(name), maskedValue(one, mask)] as const);
  const changed = masked.some(([name, one], at) => name !== entries[at]?.[0] || one !== entries[at][1]);
  return changed ? Object.fromEntries(masked) : value;
}
