import { linesOf, readJson, type SentItem } from '#conversations';
import { ExpectedStop } from '#platform';
import { identityOf, toConversation, toTurn } from './apply-mapping.js';
import { csvRows, type RawRecord } from './csv-rows.js';
import type { Mapping } from './mapping.js';

/** Bytes of a JSON file that holds one list; it is read whole, unlike NDJSON and CSV. */
const MAX_JSON_BYTES = 256 * 1024 * 1024;

/** One conversation of a file, and the line or row where it begins. */
export interface FileRecord {
  number: number;
  item: SentItem;
}

/** The conversations of a file, one after the other. What cannot be read is passed on to be refused. */
export async function* recordsOf(bytes: AsyncIterable<Buffer>, mapping: Mapping | null): AsyncGenerator<FileRecord> {
  if (mapping === null) {
    for await (const lines of linesOf(bytes)) for (const line of lines) yield { number: line.number, item: line };
  } else {
    yield* mapped(rawRecords(bytes, mapping), mapping);
  }
}

function rawRecords(bytes: AsyncIterable<Buffer>, mapping: Mapping): AsyncGenerator<RawRecord> {
  switch (mapping.format) {
    case 'csv':
      return csvRows(bytes, mapping);
    case 'json':
      return listItems(bytes);
    case 'ndjson':
      return jsonLines(bytes);
  }
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
      throw new ExpectedStop(`A JSON list may have ${MAX_JSON_BYTES} bytes; use NDJSON for more.`);
  }
  const json = readJson(Buffer.concat(parts));
  if (!json.ok) throw new ExpectedStop(`The file ${json.problems[0]?.message}.`);
  if (!Array.isArray(json.value)) throw new ExpectedStop('A JSON file must hold one list.');
  for (const [at, record] of (json.value as unknown[]).entries()) yield { number: at + 1, record };
}

async function* mapped(records: AsyncIterable<RawRecord>, mapping: Mapping): AsyncGenerator<FileRecord> {
  const { turns } = mapping;
  if ('rows' in turns) {
    yield* gathered(records, mapping, turns);
    return;
  }
  for await (const { number, record, refused } of records) {
    yield { number, item: refused ?? { value: toConversation(mapping, record, number) } };
  }
}

/** Gathers rows that follow each other and name the same conversation. */
async function* gathered(
  rows: AsyncIterable<RawRecord>,
  mapping: Mapping,
  selectors: Extract<Mapping['turns'], { rows: true }>,
): AsyncGenerator<FileRecord> {
  let current: { identity: string; number: number; value: { turns: unknown[] } } | undefined;
  for await (const { number, record, refused } of rows) {
    if (refused !== undefined) {
      yield { number, item: refused };
      continue;
    }
    const identity = identityOf(mapping, record, number);
    if (current !== undefined && current.identity === identity) {
      current.value.turns.push(toTurn(selectors, record, number));
      continue;
    }
    if (current !== undefined) yield { number: current.number, item: { value: current.value } };
    current = { identity, number, value: toConversation(mapping, record, number) as { turns: unknown[] } }; // rows give a list
  }
  if (current !== undefined) yield { number: current.number, item: { value: current.value } };
}
