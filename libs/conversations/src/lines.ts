import { Refused } from '#platform';
import { MAX_BLANK_BYTES, MAX_LINE_BYTES, MAX_QUARANTINED_BYTES } from './limits.js';

/** One line of a stream. A line that is too long keeps only its beginning. */
export type Line =
  { number: number; bytes: Buffer } | { number: number; bytes: Buffer; totalBytes: number; refusedBecause: string };

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/**
 * Cuts a stream of bytes into lines, in memory that does not grow with the stream. Blank lines are counted and left out.
 * @param limit bytes in one line; a longer one is passed on with its beginning and why it is refused
 * @throws Refused when there are too many blank lines on end
 * @returns for every chunk of the stream, the lines that it completed
 */
export async function* linesOf(stream: AsyncIterable<Buffer>, limit = MAX_LINE_BYTES): AsyncGenerator<Line[]> {
  const cutter = new LineCutter(limit);
  for await (const chunk of stream) yield cutter.push(chunk);
  yield cutter.end();
}

class LineCutter {
  private parts: Buffer[] = [];
  private total = 0;
  /** Of the blank lines since the last that was not. */
  private blankBytes = 0;
  private number = 1;

  constructor(private readonly limit: number) {}

  push(chunk: Buffer): Line[] {
    // Only now, so that what stood before them was passed on.
    if (this.blankBytes > MAX_BLANK_BYTES)
      throw new Refused('TOO_LARGE', `more than ${MAX_BLANK_BYTES} bytes of blank lines follow each other`);
    const lines: Line[] = [];
    let from = this.skipEmpty(chunk, 0);
    for (let end = chunk.indexOf(NEWLINE, from); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      this.keep(chunk.subarray(from, end));
      lines.push(...this.finish());
      from = this.skipEmpty(chunk, end + 1);
    }
    this.keep(chunk.subarray(from));
    return lines;
  }

  end(): Line[] {
    return this.total > 0 ? this.finish() : [];
  }

  /** Millions of empty lines come out of a few packed bytes, so each of them costs a count and no more. */
  private skipEmpty(chunk: Buffer, from: number): number {
    if (this.total > 0) return from; // the line before goes on here
    let at = from;
    while (chunk[at] === NEWLINE) at += 1;
    this.number += at - from;
    this.blankBytes += at - from;
    return at;
  }

  private keep(piece: Buffer): void {
    this.total += piece.length;
    if (this.total > this.limit) {
      this.parts = [Buffer.concat([...this.parts, piece]).subarray(0, MAX_QUARANTINED_BYTES)];
    } else if (piece.length > 0) {
      this.parts.push(piece);
    }
  }

  private finish(): Line[] {
    const bytes = this.parts.length === 1 ? this.parts[0]! : Buffer.concat(this.parts); // the length was just checked
    const line = { number: this.number, bytes: bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes };
    const totalBytes = this.total;
    this.parts = [];
    this.total = 0;
    this.number += 1;
    if (totalBytes > this.limit) {
      return [{ ...line, totalBytes, refusedBecause: `is over the limit of ${this.limit} bytes a line` }];
    }
    const blank = isBlank(line.bytes);
    this.blankBytes = blank ? this.blankBytes + totalBytes + 1 : 0;
    return blank ? [] : [line];
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9);
}
