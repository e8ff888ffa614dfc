import { LinearModel, type ModelHeader } from './linear-model.js';

/**
 * The file of a model: the magic, the length of the header (32 bits, little end first), the header as JSON, then the
 * payload: the table of weights (a signed byte a class and row), then the weights of the named numbers (32-bit floats).
 * The header holds the SHA-256 of the payload in hexadecimal.
 */
const MAGIC = 'ANSWLIN1';
const LENGTH_BYTES = 4;
const FLOAT_BYTES = 4;

export type Digest = (payload: Uint8Array) => string;

/** The bytes of a model's file. */
export function writeModel({ header, weights, denseWeights }: LinearModel, digest: Digest): Uint8Array {
  const payload = new Uint8Array(weights.length + denseWeights.length * FLOAT_BYTES);
  payload.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length));
  const view = new DataView(payload.buffer);
  denseWeights.forEach((weight, at) => view.setFloat32(weights.length + at * FLOAT_BYTES, weight, true));
  const head = new TextEncoder().encode(JSON.stringify({ ...header, sha256: digest(payload) }));
  const file = new Uint8Array(MAGIC.length + LENGTH_BYTES + head.length + payload.length);
  file.set(new TextEncoder().encode(MAGIC));
  new DataView(file.buffer).setUint32(MAGIC.length, head.length, true);
  file.set(head, MAGIC.length + LENGTH_BYTES);
  file.set(payload, MAGIC.length + LENGTH_BYTES + head.length);
  return file;
}

/** Reads a model's file. Throws, with the reason, when it is not whole or not what it says. */
export function readModel(file: Uint8Array, digest: Digest): LinearModel {
  const start = MAGIC.length + LENGTH_BYTES;
  if (file.length < start || new TextDecoder().decode(file.subarray(0, MAGIC.length)) !== MAGIC) {
    throw new Error(`it does not begin with ${MAGIC}`);
  }
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = start + view.getUint32(MAGIC.length, true);
  const { sha256, ...header } = readHeader(file.subarray(start, end));
  const payload = file.subarray(end);
  const tableBytes = 2 ** header.features.bits * header.classes.length;
  const denseCount = header.dense.length * header.classes.length;
  const expected = tableBytes + denseCount * FLOAT_BYTES;
  if (payload.length !== expected)
    throw new Error(`it holds ${payload.length} bytes of weights instead of ${expected}`);
  if (digest(payload) !== sha256) throw new Error('its weights are not those its header names');
  const denseWeights = new Float32Array(denseCount);
  for (let at = 0; at < denseCount; at += 1) {
    denseWeights[at] = view.getFloat32(end + tableBytes + at * FLOAT_BYTES, true);
  }
  return new LinearModel(header, new Int8Array(file.buffer, file.byteOffset + end, tableBytes), denseWeights);
}

function readHeader(bytes: Uint8Array): ModelHeader & { sha256: string } {
  try {
    // Written by writeModel; the digest tells a damaged payload, and the sizes that follow from it are checked.
    return JSON.parse(new TextDecoder().decode(bytes)) as ModelHeader & { sha256: string };
  } catch {
    throw new Error('its header cannot be read');
  }
}
