import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse';
import type { SentItem } from '#conversations';
import { ExpectedStop } from '#platform';
import type { Mapping, Selector } from './mapping.js';

/** Bytes of one CSV row. */
const MAX_ROW_BYTES = 8 * 1024 * 1024;
/** Columns that are named to a person, and characters of a name: a file without a header has a whole row there. */
const SHOWN_COLUMNS = 20;
const SHOWN_CHARACTERS = 40;

/** A record of a file as it stands there, or why it cannot be read. */
export interface RawRecord {
  /** The line or the place in the list where it begins, from 1. */
  number: number;
  record?: unknown;
  refused?: SentItem;
}

/** What the parser gives: every text as single bytes. */
interface ParsedRow {
  record: Record<string, string>;
  raw: string;
  /** `lines` up to the end of the row. */
  info: { lines: number };
}

/**
 * The rows of a CSV file; those that cannot be read are passed on to be refused. Fields are parsed as single bytes and
 * read as UTF-8 afterwards, so that a field in another encoding is refused instead of being stored broken.
 */
export async function* csvRows(bytes: AsyncIterable<Buffer>, mapping: Mapping): AsyncGenerator<RawRecord> {
  const rows: RawRecord[] = [];
  let refusedLine = 0;
  const delimiter = Buffer.from(mapping.delimiter ?? ',').toString('latin1');
  const parser = parse({
    columns: (header: string[]) => columnsFor(mapping, header),
    delimiter,
    encoding: 'latin1',
    info: true,
    raw: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_BYTES,
    quote: delimiter === '\t' ? null : '"', // tab-separated files hold quotes as they are
    skip_records_with_error: true,
    on_record: (row: ParsedRow) => {
      rows.push(readRow(row));
      return null; // gathered here, in order with the rows that are refused
    },
    on_skip: (error, raw) => {
      const line = Number(error?.lines ?? 0);
      if (line !== refusedLine)
        rows.push(refusedRow(line, raw ?? '', WHY[error?.code ?? ''] ?? 'is not a readable row'));
      refusedLine = line; // one row may have several faults
      return undefined;
    },
  });
  parser.on('error', () => {}); // told by the promises
  parser.resume();
  for await (const part of bytes) {
    await told((done) => parser.write(part, done));
    yield* rows.splice(0);
  }
  await told((done) => parser.end(done));
  yield* rows.splice(0);
}

/** @throws ExpectedStop when the first row lacks a column that every conversation needs, or names one twice. */
function columnsFor(mapping: Mapping, header: readonly string[]): string[] {
  const columns = header.map((name) => Buffer.from(name, 'latin1').toString('utf8'));
  const twice = columns.find((name, at) => name !== '' && columns.indexOf(name) < at);
  if (twice !== undefined) throw new ExpectedStop(`The first row of the file names the column ${twice} twice.`);
  const { source, externalId, clone, channel, startedAt } = mapping.conversation;
  const needed: Selector[] = [source, externalId, clone, channel, startedAt];
  if ('rows' in mapping.turns) needed.push(mapping.turns.speaker, mapping.turns.said);
  for (const { field, default: standIn } of needed) {
    if (field !== undefined && standIn === undefined && !columns.includes(field))
      throw new ExpectedStop(
        `The first row of the file names no column ${field}, only ${shownColumns(columns)}. --map says where each field comes from, see docs/import.md.`,
      );
  }
  return columns;
}

/** Only what looks like a name: the rest may be what somebody said, or bytes that do harm to a terminal. */
function shownColumns(columns: readonly string[]): string {
  const names = columns
    .filter((name) => name.length <= SHOWN_CHARACTERS && /^[\p{L}\p{N}_.: -]+$/u.test(name))
    .slice(0, SHOWN_COLUMNS);
  const others = columns.length - names.length;
  if (names.length === 0) return others === 1 ? 'one that looks like no name' : `${others} that look like no names`;
  return names.join(', ') + (others > 0 ? ` and ${others} more` : '');
}

function readRow({ record: fields, raw, info }: ParsedRow): RawRecord {
  const record: Record<string, string> = {};
  let number = info.lines;
  for (const [name, text] of Object.entries(fields)) {
    const bytes = Buffer.from(text, 'latin1');
    if (!isUtf8(bytes)) return refusedRow(info.lines, raw, 'is not valid UTF-8');
    record[name] = bytes.toString('utf8');
    number -= text.split('\n').length - 1;
  }
  return { number, record };
}

function refusedRow(number: number, raw: string, refusedBecause: string): RawRecord {
  const bytes = Buffer.from(raw.replace(/[\r\n]+$/, ''), 'latin1');
  return { number, refused: { bytes, totalBytes: bytes.length, refusedBecause } };
}

const WHY: Record<string, string> = {
  CSV_RECORD_INCONSISTENT_COLUMNS: 'has more or fewer fields than the first row',
  CSV_QUOTE_NOT_CLOSED: 'begins a quote that never ends',
  CSV_INVALID_CLOSING_QUOTE: 'has text after a closing quote',
  INVALID_OPENING_QUOTE: 'has a quote inside a field that does not begin with one',
  CSV_MAX_RECORD_SIZE: `is over the limit of ${MAX_ROW_BYTES} bytes a row`,
};

function told(begin: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => begin((error) => (error ? reject(error) : resolve())));
}
