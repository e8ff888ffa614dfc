import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, ndjson } from '../factories/conversations.js';
import type { Ended } from '../support/command-line.js';
import { eventually } from '../support/eventually.js';
import { type Installation, makeInstallation } from '../support/installation.js';

let installation: Installation;
beforeAll(async () => {
  installation = await makeInstallation();
});
afterAll(() => installation.close());

const RECORDS = 30;
/** Length of the CRC and the size that end a gzip file (RFC 1952 §2.3.1). */
const TRAILER_BYTES = 8;
/** Length of a gzip header without optional fields. */
const HEADER_BYTES = 10;

const linesOf = (source: string) =>
  Array.from({ length: RECORDS }, (_, at) => ndjson(conversation({ source, externalId: `n-${at}` })));

/** A block that is whole, then one of a kind that does not exist, where the records from `whole` on should be. */
function brokenAfter(lines: readonly string[], whole: number): Buffer {
  const packed = gzipSync(lines.join(''));
  const block = deflateRawSync(lines.slice(0, whole).join(''), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([packed.subarray(0, HEADER_BYTES), block, Buffer.alloc(100, 0xff)]);
}

function withWrongSum(packed: Buffer): Buffer {
  const damaged = Buffer.from(packed);
  damaged[packed.length - TRAILER_BYTES]! ^= 0xff; // a gzip file has a trailer
  return damaged;
}

const DAMAGES: [string, (lines: string[]) => Buffer, number, string][] = [
  ['broken in the middle', (lines) => brokenAfter(lines, 20), 20, 'damaged'],
  ['whose CRC is wrong', (lines) => withWrongSum(gzipSync(lines.join(''))), RECORDS, 'damaged'],
  [
    'with something else after its end',
    (lines) => Buffer.concat([gzipSync(lines.join('')), Buffer.from('garbage')]),
    RECORDS,
    'damaged',
  ],
  ['that ends early', (lines) => gzipSync(lines.join('')).subarray(0, -TRAILER_BYTES), RECORDS, 'cut off'],
];

describe.each(DAMAGES)('a gzip file %s', (kind, damage, whole, word) => {
  it.each(['from a file', 'from standard input'])('is taken in up to the damage, which is told: %s', async (way) => {
    const source = `${kind} ${way}`.replaceAll(' ', '-');
    const packed = damage(linesOf(source));
    const ended = await (way === 'from a file'
      ? runToEnd([installation.cli.file(`${source}.gz`, packed)])
      : runToEnd(['-'], packed));
    expect(ended.stderr.trimEnd().split('\n').at(-1)).toBe(
      `Not the whole file was read: the gzip file is ${word} after record ${whole}.`,
    );
    expect(ended.stdout).toContain(`${whole} conversations taken in, `);
    expect(ended.code).toBe(1);
    const [stored] = await installation.read<{ count: number }>(
      `SELECT count(*)::int FROM conversation WHERE source = '${source}'`,
    );
    expect(stored?.count).toBe(whole);
  });
});

/** An import that hangs is killed, so that it fails here and holds up nothing else. */
async function runToEnd(args: string[], input?: Buffer): Promise<Ended> {
  const running = installation.cli.start(['import', '--no-analyse', ...args], input === undefined ? {} : { input });
  try {
    await eventually('the import ends', () => !running.isAlive);
  } finally {
    if (running.isAlive) await running.stop('SIGKILL');
  }
  return running.ended;
}
