import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { PassThrough, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { linesOf, readJson, type SentItem } from '#conversations';
import { coded, ExpectedStop } from '#platform';
import { identityOf, toConversation, toTurn } from './apply-mapping.js';
import type { Mapping } from './mapping.js';

/** Bytes of a JSON file that holds one list; it is read whole, unlike NDJSON and CSV. */
const MAX_JSON_BYTES = 256 * 1024 * 1024;
/** Bytes of one CSV row. */
const MAX_ROW_BYTES = 8 * 1024 * 1024;
const GZIP_MAGIC = [0x1f, 0x8b];

/** One conversation of a file, and the line or row where it begins. */
export interface FileRecord {
  number: number;
  item: SentItem;
}

/** A file, or standard input for `-`, unpacked when it begins like gzip. `onBytes` gets the bytes read, packed. */
export async function openFile(path: string, onBytes: (count: number) => void): Promise<AsyncIterable<Buffer>> {
  const raw: Readable = path === '-' ? process.stdin : createReadStream(path);
  const counted = new PassThrough();
  raw.on('data', (chunk: Buffer) => onBytes(chunk.length));
  raw.on('error', (error) => counted.destroy(error));
  raw.pipe(counted);
  const first = await firstChunk(counted, path);
  if (first?.[0] !== GZIP_MAGIC[0] || first?.[1] !== GZIP_MAGIC[1]) return counted;
  const gunzip = createGunzip();
  counted.on('error', (error) => gunzip.destroy(error));
  return counted.pipe(gunzip);
}

/** Size of a file in bytes. @throws ExpectedStop when it cannot be read. */
export async function sizeOf(path: string): Promise<number> {
  try {
    const file = await open(path, 'r');
    const stat = await file.stat();
    await file.close();
    if (stat.isDirectory()) throw new ExpectedStop(`${path} is a folder, not a file.`);
    return stat.size;
  } catch (error) {
    if (error instanceof ExpectedStop) throw error;
    throw new ExpectedStop(`The file ${path} cannot be read (${coded(error)}).`);
  }
}

/** The conversations of a file, one after the other. What cannot be read is passed on to be refused. */
export async function* recordsOf(bytes: AsyncIterable<Buffer>, mapping: Mapping | null): AsyncGenerator<FileRecord> {
  if (mapping?.format === 'csv') yield* inRows(csvRows(bytes, mapping.delimiter ?? ','), mapping);
  else if (mapping?.format === 'json') yield* mapped(listItems(bytes), mapping);
  else if (mapping !== null) yield* mapped(jsonLines(bytes), mapping);
  else for await (const lines of linesOf(bytes)) for (const line of lines) yield { number: line.number, item: line };
}

interface RawRecord {
  number: number;
  record?: unknown;
  refused?: SentItem;
}

async function* jsonLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<RawRecord> {
  for await (const lines of linesOf(bytes)) {
    for (const line of lines) {
      const json = 'refusedBecause' in line ? { ok: false as const } : readJson(line.bytes);
      yield json.ok ? { number: line.number, record: json.value } : { number: line.number, refused: line };
    }
  }
}

async function* listItems(bytes: AsyncIterable<Buffer>): AsyncGenerator<RawRecord> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of bytes) {
    parts.push(part);
    size += part.length;
    if (size > MAX_JSON_BYTES)
      throw new ExpectedStop(`A JSON file may have ${MAX_JSON_BYTES} bytes; use NDJSON for more.`);
  }
  const json = readJson(Buffer.concat(parts));
  if (!json.ok) throw new ExpectedStop(`The file ${json.problems[0]?.message}.`);
  if (!Array.isArray(json.value)) throw new ExpectedStop('A JSON file must hold one list of conversations.');
  for (const [at, record] of json.value.entries()) yield { number: at + 1, record };
}

/** Rows that cannot be read are passed over by the parser and refused by us, under their line. */
async function* csvRows(bytes: AsyncIterable<Buffer>, delimiter: string): AsyncGenerator<RawRecord> {
  const skipped: { number: number; why: string }[] = [];
  const parser = parse({
    columns: true,
    delimiter,
    bom: true,
    info: true,
    max_record_size: MAX_ROW_BYTES,
    relax_quotes: delimiter === '\t',
    quote: delimiter === '\t' ? null : '"',
    skip_records_with_error: true,
    on_skip: (error) => {
      skipped.push({ number: Number(error?.lines ?? 0), why: String(error?.code ?? 'CSV_ERROR') });
    },
  });
  const feed = async () => {
    try {
      for await (const part of bytes)
        if (!parser.write(part)) await new Promise((resolve) => parser.once('drain', resolve));
      parser.end();
    } catch (error) {
      parser.destroy(error instanceof Error ? error : new Error('unreadable'));
    }
  };
  void feed();
  for await (const row of parser as AsyncIterable<{ record: unknown; info: { lines: number } }>) {
    yield* refusedRows(skipped);
    yield { number: row.info.lines, record: row.record };
  }
  yield* refusedRows(skipped);
}

function* refusedRows(skipped: { number: number; why: string }[]): Generator<RawRecord> {
  for (const { number, why } of skipped.splice(0)) {
    const refusedBecause = `is not a readable row (${why.toLowerCase().replaceAll('_', ' ')})`;
    yield { number, refused: { bytes: Buffer.from(`row at line ${number}`), totalBytes: 0, refusedBecause } };
  }
}

async function* mapped(records: AsyncIterable<RawRecord>, mapping: Mapping): AsyncGenerator<FileRecord> {
  if ('rows' in mapping.turns) return yield* inRows(records, mapping);
  for await (const { number, record, refused } of records) {
    yield { number, item: refused ?? { value: toConversation(mapping, record, number) } };
  }
}

/** Gathers rows in a row that name the same conversation. */
async function* inRows(rows: AsyncIterable<RawRecord>, mapping: Mapping): AsyncGenerator<FileRecord> {
  if (!('rows' in mapping.turns)) return yield* mapped(rows, mapping);
  let current: { identity: string; number: number; value: { turns: unknown[] } } | undefined;
  for await (const { number, record, refused } of rows) {
    if (refused !== undefined) {
      yield { number, item: refused };
      continue;
    }
    const identity = identityOf(mapping, record, number);
    if (current?.identity === identity) {
      current.value.turns.push(toTurn(mapping.turns, record, number));
      continue;
    }
    if (current !== undefined) yield { number: current.number, item: { value: current.value } };
    current = { identity, number, value: toConversation(mapping, record, number) as { turns: unknown[] } }; // rows give a list
  }
  if (current !== undefined) yield { number: current.number, item: { value: current.value } };
}

/** Waits for the first bytes and leaves them in the stream. */
function firstChunk(stream: PassThrough, path: string): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    stream.once('error', (error) => reject(new ExpectedStop(`The file ${path} cannot be read (${coded(error)}).`)));
    stream.once('readable', () => {
      const chunk = stream.read() as Buffer | null; // a stream of bytes
      if (chunk !== null) stream.unshift(chunk);
      resolve(chunk);
    });
  });
}
