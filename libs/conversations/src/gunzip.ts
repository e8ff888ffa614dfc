import { once } from 'node:events';
import { createGunzip, type Gunzip } from 'node:zlib';

/** Packed bytes unpacked at a time. Text may shrink to a thousandth, so this bounds what waits unpacked in memory. */
const PIECE_BYTES = 8 * 1024;
/** Fewer, larger steps than by default: each waits for another thread. */
const CHUNK_BYTES = 64 * 1024;

/**
 * Unpacks gzip. Of a damaged stream everything before the damage is given, and then zlib's error is thrown.
 *
 * zlib's streams drop what they had unpacked of a piece in which they find damage. So a second one follows one piece
 * behind, and takes the piece that failed byte by byte. Unpacking everything twice costs far less than storing it.
 */
export async function* gunzipped(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const [ahead, behind] = [new Unpacker(), new Unpacker()];
  try {
    for await (const part of packed) {
      for (let from = 0; from < part.length; from += PIECE_BYTES) {
        const piece = part.subarray(from, from + PIECE_BYTES);
        const unpacked = await ahead.take(piece).catch(() => null);
        if (unpacked === null) yield* byteByByte(behind, piece);
        else yield* unpacked;
        await behind.take(piece);
      }
    }
    yield* await ahead.end();
  } finally {
    ahead.close();
    behind.close();
  }
}

async function* byteByByte(unpacker: Unpacker, piece: Buffer): AsyncGenerator<Buffer> {
  for (const byte of piece) yield* await unpacker.take(Buffer.of(byte));
}

class Unpacker {
  private readonly stream: Gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  private given: Buffer[] = [];
  /** Resolves at the end and rejects at an error. After both the stream calls nobody back, so whoever waits must wait for this too. */
  private readonly over = once(this.stream, 'end');

  constructor() {
    this.stream.on('data', (part: Buffer) => this.given.push(part));
    this.over.catch(() => {}); // told to whoever waits
  }

  async take(piece: Buffer): Promise<Buffer[]> {
    if (this.stream.readableEnded) return []; // zeros after the end are padding (gzip manual, "Tapes")
    const taken = new Promise<void>((resolve) => this.stream.write(piece, () => resolve()));
    await Promise.race([this.over, taken]);
    return this.given.splice(0);
  }

  /** @throws when the stream ends before its end */
  async end(): Promise<Buffer[]> {
    this.stream.end();
    await this.over;
    return this.given.splice(0);
  }

  close(): void {
    this.stream.destroy();
  }
}
