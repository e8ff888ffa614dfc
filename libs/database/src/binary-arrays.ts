/** Milliseconds from the epoch of JavaScript to that of PostgreSQL, 2000-01-01. */
const POSTGRES_EPOCH = Date.UTC(2000, 0, 1);
const MICROSECONDS_PER_MILLISECOND = 1_000n;
/** Dimensions, whether there are nulls, the element's type, the length, and the index of the first. */
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const UUID_BYTES = 16;

/** How one type is written: its number in PostgreSQL's catalog, and an element's size and bytes. */
interface ElementType<T> {
  oid: number;
  bytes: (value: T) => number;
  write: (into: Buffer, value: T, at: number) => void;
}

const TEXT: ElementType<string> = {
  oid: 25,
  bytes: (value) => Buffer.byteLength(value), // in UTF-8, as it is written
  write: (into, value, at) => into.write(value, at),
};
const UUID: ElementType<string> = {
  oid: 2950,
  bytes: () => UUID_BYTES,
  write: (into, value, at) => {
    if (into.write(value.replaceAll('-', ''), at, 'hex') !== UUID_BYTES) throw new TypeError('This is not a UUID.');
  },
};
const BYTEA: ElementType<Buffer> = {
  oid: 17,
  bytes: (value) => value.length,
  write: (into, value, at) => into.set(value, at),
};
const INTEGER: ElementType<number> = {
  oid: 23,
  bytes: () => 4,
  write: (into, value, at) => into.writeInt32BE(value, at),
};
const REAL: ElementType<number> = {
  oid: 700,
  bytes: () => 4,
  write: (into, value, at) => into.writeFloatBE(value, at),
};
const BOOLEAN: ElementType<boolean> = {
  oid: 16,
  bytes: () => 1,
  write: (into, value, at) => into.writeUInt8(value ? 1 : 0, at),
};
const INSTANT: ElementType<Date> = {
  oid: 1184,
  bytes: () => 8,
  write: (into, value, at) =>
    into.writeBigInt64BE(BigInt(value.getTime() - POSTGRES_EPOCH) * MICROSECONDS_PER_MILLISECOND, at),
};

/**
 * Columns of rows as PostgreSQL itself sends arrays (`array_send`): for statements that write many rows, where quoting and
 * parsing text costs both sides more than storing it. Each takes the values, null or not, and gives a parameter of `pg`.
 */
export const binaryArrays = {
  text: arraysOf(TEXT),
  uuid: arraysOf(UUID),
  bytea: arraysOf(BYTEA),
  integer: arraysOf(INTEGER),
  real: arraysOf(REAL),
  boolean: arraysOf(BOOLEAN),
  instant: arraysOf(INSTANT),
};

function arraysOf<T>(type: ElementType<T>): (values: readonly (T | null)[]) => Buffer {
  return (values) => {
    const sizes = values.map((value) => (value === null ? null : type.bytes(value)));
    const size = sizes.reduce<number>((sum, bytes) => sum + LENGTH_BYTES + (bytes ?? 0), HEADER_BYTES);
    const into = Buffer.allocUnsafe(size);
    writeHeader(into, type.oid, values.length, sizes.includes(null));
    let at = HEADER_BYTES;
    values.forEach((value, index) => {
      const bytes = sizes[index] ?? null;
      into.writeInt32BE(bytes ?? -1, at);
      at += LENGTH_BYTES;
      if (value !== null) type.write(into, value, at);
      at += bytes ?? 0;
    });
    return into;
  };
}

function writeHeader(into: Buffer, oid: number, length: number, hasNulls: boolean): void {
  [1, hasNulls ? 1 : 0, oid, length, 1].forEach((word, index) => into.writeInt32BE(word, index * 4));
}
