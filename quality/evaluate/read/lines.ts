import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { ExpectedStop } from '#platform';
import { z } from 'zod';

/** Bytes a packed file may unpack to; labelled sets have a hundredth of it. */
const MOST_BYTES = 512 * 1024 * 1024;

/** The data cannot be measured: says the file, the line and the field, and never what stands there. */
export class DataProblem extends ExpectedStop {}

/** One line of a file, with where it stands. */
export interface Line {
  file: string;
  /** Counted from 1, empty lines too. */
  number: number;
  value: Record<string, unknown>;
}

/**
 * The JSON objects of a file, one a line; packed with gzip or not, whatever it is called.
 * @throws DataProblem when there is no such file, or a line is no object
 */
export function readLines(file: string): Line[] {
  const lines = textOf(file)
    .split('\n')
    .map((text, at) => ({ text, number: at + 1 }))
    .filter(({ text }) => text.trim() !== '');
  if (lines.length === 0) throw new DataProblem(`${file} has no lines.`);
  return lines.map(({ text, number }) => ({ file, number, value: objectOf(text, file, number) }));
}

/** The file as text, without a byte order mark; packed with gzip or not. @throws DataProblem */
export function textOf(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code; // what the file system throws has one
    throw new DataProblem(code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${code}).`);
  }
  return unpacked(bytes, file)
    .toString('utf8')
    .replace(/^\ufeff/, '');
}

function unpacked(bytes: Buffer, file: string): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch {
    throw new DataProblem(`${file} begins as gzip and cannot be unpacked.`);
  }
}

function objectOf(text: string, file: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DataProblem(`${file}, line ${number}: this is not JSON.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DataProblem(`${file}, line ${number}: a line is one JSON object.`);
  }
  return value as Record<string, unknown>; // what JSON.parse makes of an object
}

/** What a line says, by the schema of its format. @throws DataProblem naming the field */
export function parseLine<Schema extends z.ZodType>(line: Line, schema: Schema): z.infer<Schema> {
  const read = schema.safeParse(line.value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw problemIn(line, issue?.path.join('.') || 'the line', issue?.message ?? 'is wrong');
}

export function problemIn({ file, number }: Line, field: string, what: string): DataProblem {
  return new DataProblem(`${file}, line ${number}, ${field}: ${what.replace(/\.$/, '')}.`);
}
