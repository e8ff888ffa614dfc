import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gunzipped } from './gunzip.js';

const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
/** Does not compress well, so that it fills many of the pieces that are unpacked at a time. */
const TEXT = Buffer.from(
  Array.from({ length: 40_000 }, (_, at) => Math.imul(at, 2_654_435_761).toString(36)).join(' '),
);
const PACKED = gzipSync(TEXT);

/** Unpacks a stream that comes in parts of this size. @returns what came, and the code of the error that ended it */
async function unpack(packed: Buffer, partBytes = 64 * 1024): Promise<{ text: Buffer; code: string | undefined }> {
  const parts = Array.from({ length: Math.ceil(packed.length / partBytes) }, (_, at) =>
    packed.subarray(at * partBytes, (at + 1) * partBytes),
  );
  const given: Buffer[] = [];
  try {
    for await (const part of gunzipped(stream(parts))) given.push(part);
    return { text: Buffer.concat(given), code: undefined };
  } catch (error) {
    return { text: Buffer.concat(given), code: (error as NodeJS.ErrnoException).code };
  }
}

async function* stream(parts: readonly Buffer[]): AsyncGenerator<Buffer> {
  await Promise.resolve();
  yield* parts;
}

const changed = (at: number) => {
  const copy = Buffer.from(PACKED);
  copy[at]! ^= 0xff; // within the copy
  return copy;
};

describe('unpacking', () => {
  it.each([1000, 8192, 65_536, PACKED.length])('gives the whole text, in parts of %i bytes', async (partBytes) => {
    expect(await unpack(PACKED, partBytes)).toEqual({ text: TEXT, code: undefined });
  });

  it('goes on with a second member and passes over zeros after the end, wherever the parts end', async () => {
    const two = Buffer.concat([gzipSync('one '), gzipSync('two'), Buffer.alloc(20)]);
    for (const partBytes of [1, 2, 3, 24, 1000])
      expect(await unpack(two, partBytes)).toEqual({ text: Buffer.from('one two'), code: undefined });
  });

  it('gives every byte before the end of a stream that is cut off', async () => {
    expect(await unpack(PACKED.subarray(0, -TRAILER_BYTES))).toEqual({ text: TEXT, code: 'Z_BUF_ERROR' });
  });

  it('gives every byte before a block that cannot be read', async () => {
    for (const whole of [0, 1, 100, 70_000, TEXT.length]) {
      const block = deflateRawSync(TEXT.subarray(0, whole), { finishFlush: constants.Z_FULL_FLUSH });
      const broken = Buffer.concat([PACKED.subarray(0, HEADER_BYTES), block, Buffer.alloc(5000, 0xff)]);
      const { text, code } = await unpack(broken);
      expect([text.length, code]).toEqual([whole, 'Z_DATA_ERROR']);
      expect(text.equals(TEXT.subarray(0, whole))).toBe(true);
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('gives the whole text when byte %i from the end is wrong', async (fromEnd) => {
    expect(await unpack(changed(PACKED.length - fromEnd))).toEqual({ text: TEXT, code: 'Z_DATA_ERROR' });
  });

  it('gives the whole text when something else comes after it', async () => {
    for (const partBytes of [8192, PACKED.length, PACKED.length + 7]) {
      const { text, code } = await unpack(Buffer.concat([PACKED, Buffer.from('garbage')]), partBytes);
      expect([text.equals(TEXT), code]).toEqual([true, 'Z_DATA_ERROR']);
    }
  });

  it('ends with an error wherever a byte is wrong', async () => {
    for (let at = 0; at < PACKED.length; at += 9973) {
      if (at > 3 && at < HEADER_BYTES) continue; // a time and a system, which mean nothing here
      expect((await unpack(changed(at))).code, `byte ${at}`).toMatch(/^Z_/);
    }
  });
});
