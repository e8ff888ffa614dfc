import { describe, expect, it } from 'vitest';
import { linesOf } from './lines.js';

async function cut(chunks: (string | Buffer)[], limit?: number) {
  async function* stream() {
    for (const chunk of chunks) yield await Promise.resolve(Buffer.from(chunk));
  }
  const lines = [];
  for await (const batch of linesOf(stream(), limit)) {
    for (const line of batch) lines.push({ ...line, bytes: line.bytes.toString() });
  }
  return lines;
}

describe('cutting a stream into lines', () => {
  it('does not care where the chunks end, not even inside a character', async () => {
    const bytes = Buffer.from('{"a":"å"}\n{"b":"你好"}\n');
    for (let at = 0; at <= bytes.length; at += 1) {
      const lines = await cut([bytes.subarray(0, at), bytes.subarray(at)]);
      expect(lines.map((line) => line.bytes)).toEqual(['{"a":"å"}', '{"b":"你好"}']);
    }
  });

  it('counts blank lines without passing them on, and takes Windows line ends and a last line without one', async () => {
    expect(await cut(['one\r\n\n  \ntwo'])).toEqual([
      { number: 1, bytes: 'one' },
      { number: 4, bytes: 'two' },
    ]);
    const bytes = 'one\n\n\n \n\ntwo\n\n';
    for (let at = 0; at <= bytes.length; at += 1) {
      expect(await cut([bytes.slice(0, at), bytes.slice(at), '\nthree'])).toEqual([
        { number: 1, bytes: 'one' },
        { number: 6, bytes: 'two' },
        { number: 9, bytes: 'three' },
      ]);
    }
  });

  it('refuses a line over the limit, keeps its beginning, and goes on after it', async () => {
    const lines = await cut(['ok\n', 'x'.repeat(11), 'y'.repeat(5), '\nok\n'], 10);
    expect(lines).toEqual([
      { number: 1, bytes: 'ok' },
      { number: 2, bytes: 'xxxxxxxxxxxyyyyy', totalBytes: 16, refusedBecause: 'is over the limit of 10 bytes a line' },
      { number: 3, bytes: 'ok' },
    ]);
    expect(await cut(['x'.repeat(10)], 10)).toEqual([{ number: 1, bytes: 'x'.repeat(10) }]);
  });
});
