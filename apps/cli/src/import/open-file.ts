import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { gunzipped } from '#conversations';
import { coded, ExpectedStop } from '#platform';

/** RFC 1952 §2.3.1. */
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
/** Bytes that tell how a file is written. */
const MARK_BYTES = 3;

/** The bytes of a file, or of standard input for `-`: unpacked when they begin like gzip, without a byte order mark. */
export async function* bytesOf(path: string, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  let first = true;
  for await (const part of withWholeStart(unpacked(counted(path, onBytes)))) {
    if (first && UTF16_MARKS.some((mark) => startsWith(part, mark)))
      throw new ExpectedStop('The file is UTF-16. Save it as UTF-8.');
    yield first && startsWith(part, UTF8_MARK) ? part.subarray(UTF8_MARK.length) : part;
    first = false;
  }
}

/** Size of a file in bytes; null for what can be read only once, like a pipe. @throws ExpectedStop when it cannot be read. */
export async function sizeOf(path: string): Promise<number | null> {
  if (path === '-') return null;
  try {
    const file = await open(path, 'r');
    const stat = await file.stat();
    await file.close();
    if (stat.isDirectory()) throw new ExpectedStop(`${path} is a folder, not a file.`);
    return stat.isFile() ? stat.size : null;
  } catch (error) {
    throw cannotBeRead(path, error);
  }
}

/** In one line, why a file cannot be read. */
export function cannotBeRead(path: string, error: unknown): ExpectedStop {
  if (error instanceof ExpectedStop) return error;
  if (coded(error) === 'ENOENT') return new ExpectedStop(`There is no file ${path}.`);
  return new ExpectedStop(`The file ${path} cannot be read (${coded(error) ?? 'unknown reason'}).`);
}

async function* counted(path: string, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  const raw: AsyncIterable<Buffer> = path === '-' ? process.stdin : createReadStream(path);
  for await (const part of raw) {
    onBytes(part.length);
    yield part;
  }
}

async function* unpacked(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const parts = withWholeStart(bytes);
  const first = await parts.next();
  if (first.done === true) return;
  const all = withFirst(first.value, parts);
  yield* startsWith(first.value, GZIP_MAGIC) ? gunzipped(all) : all;
}

async function* withFirst(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

/** The same bytes; the first part is long enough to tell what they are, unless there are no more. */
async function* withWholeStart(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | null = Buffer.alloc(0);
  for await (const part of bytes) {
    if (start === null) {
      yield part;
      continue;
    }
    start = Buffer.concat([start, part]);
    if (start.length < MARK_BYTES) continue;
    yield start;
    start = null;
  }
  if (start !== null && start.length > 0) yield start;
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}
