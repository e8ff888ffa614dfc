import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readWords } from '../words.js';
import type { FeatureSettings } from './feature-settings.js';
import { FeatureVector } from './feature-vector.js';
import { LinearModel } from './linear-model.js';
import { readModel, writeModel } from './model-format.js';
import { readWeights, sha256, trainedModel } from './weights-file.js';

const SETTINGS: FeatureSettings = {
  bits: 10,
  wordRun: 2,
  charactersFrom: 3,
  charactersTo: 5,
  negationReach: 3,
  wordsRead: 400,
};
const folder = mkdtempSync(join(tmpdir(), 'answerable-weights-'));
afterAll(() => rmSync(folder, { recursive: true }));

function rowsOf(text: string, prefix?: string, settings = SETTINGS): number[] {
  const vector = new FeatureVector(settings, 0);
  vector.clear();
  vector.addWords(readWords(text).words, prefix);
  return [...vector.rows.slice(0, vector.count)];
}

function smallModel(kind: 'ONE_OF' | 'ANY_OF'): LinearModel {
  const weights = new Int8Array(2 ** SETTINGS.bits * 2);
  for (const row of rowsOf('refund')) weights[row * 2] = 10;
  const header = {
    task: 'small',
    kind,
    seed: 1,
    classes: ['yes', 'no'],
    features: SETTINGS,
    dense: ['first'],
    bias: [0.5, -0.5],
    scales: [0.25, 0.25],
    calibration: { slopes: [2, 1], offsets: [0, 0.5] },
  };
  return new LinearModel(header, weights, Float32Array.of(1, 2));
}

describe('features', () => {
  it('are the same for the same words, each row once', () => {
    const rows = rowsOf('the fee, the fee, the fee');
    expect(rows).toEqual(rowsOf('the fee, the fee, the fee'));
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('differ by prefix and by negation', () => {
    const wide = { ...SETTINGS, bits: 18 };
    expect(rowsOf('refund', 'before', wide)).not.toEqual(rowsOf('refund', '', wide));
    expect(rowsOf('not a refund', '', wide).length).toBeGreaterThan(rowsOf('now a refund', '', wide).length);
  });

  it('do not tell numbers, capitals, nor how long a letter is drawn', () => {
    const words = { ...SETTINGS, charactersFrom: 0, charactersTo: 0 };
    expect(rowsOf('LATE 25')).toEqual(rowsOf('late 38'));
    expect(rowsOf('soooooo', '', words)).toEqual(rowsOf('sooo', '', words));
  });

  it.each([
    ['a hundred thousand letters', 'a'.repeat(100_000)],
    ['fifty thousand words', 'ab '.repeat(50_000)],
    ['zero-width characters', 'a\u200b'.repeat(50_000)],
    ['text without spaces', '我给您退款不能'.repeat(15_000)],
    ['many different words', Array.from({ length: 50_000 }, (_, at) => at.toString(36)).join(' ')],
  ])('stay few for %s', (_name, text) => {
    expect(rowsOf(text, '', { ...SETTINGS, bits: 18 }).length).toBeLessThanOrEqual(8192);
  });
});

describe('a model', () => {
  it('adds the rows of a text, the named numbers and the bias, and calibrates the sum', () => {
    const model = smallModel('ANY_OF');
    model.vector.clear();
    model.vector.addWords(readWords('refund').words);
    model.vector.dense[0] = 3;
    const count = model.vector.count;
    const yes = (10 * count * 0.25) / Math.sqrt(count) + 0.5 + 3;
    const no = -0.5 + 6;
    const [first = 0, second = 0] = model.judge();
    expect(first).toBeCloseTo(1 / (1 + Math.exp(-2 * yes)), 10);
    expect(second).toBeCloseTo(1 / (1 + Math.exp(-(no + 0.5))), 10);
  });

  it('gives exclusive classes shares of 1, also without a word', () => {
    const model = smallModel('ONE_OF');
    model.vector.clear();
    const [first = 0, second = 0] = model.judge();
    expect(first + second).toBeCloseTo(1, 10);
    expect(first).toBeGreaterThan(second);
  });
});

describe('the file of a model', () => {
  const file = writeModel(smallModel('ANY_OF'), sha256);
  const write = (name: string, bytes: Uint8Array): URL => {
    writeFileSync(join(folder, name), bytes);
    return pathToFileURL(join(folder, name));
  };

  it('is read as it was written', () => {
    const read = readModel(file, sha256);
    const { header, weights, denseWeights } = smallModel('ANY_OF');
    expect(read.header).toEqual(header);
    expect(read.weights).toEqual(weights);
    expect(read.denseWeights).toEqual(denseWeights);
  });

  it('is refused with the reason when it is missing, cut, changed, foreign or of another task', () => {
    const missing = pathToFileURL(join(folder, 'none.bin'));
    expect(() => readWeights(missing, 'none')).toThrow(/none\.bin cannot be used.*Restore/s);
    expect(() => readWeights(write('cut.bin', file.slice(0, -1)), 'small')).toThrow('bytes of weights instead of');
    const changed = file.slice();
    changed[changed.length - 40] = (changed[changed.length - 40] ?? 0) ^ 1;
    expect(() => readWeights(write('changed.bin', changed), 'small')).toThrow('not those its header names');
    expect(() => readWeights(write('foreign.bin', Buffer.from('PK\u0003\u0004 something')), 'small')).toThrow(
      'does not begin with',
    );
    expect(() => readWeights(write('other.bin', file), 'other')).toThrow('it holds the task small');
  });

  it('of each task that ships is whole and read once', () => {
    const model = trainedModel('sentiment');
    expect(trainedModel('sentiment')).toBe(model);
    expect(model.header.classes).toEqual(['negative', 'neutral', 'positive']);
    const shipped = readFileSync(new URL('../../weights/sentiment.bin', import.meta.url));
    expect(Buffer.from(writeModel(model, sha256)).equals(shipped)).toBe(true);
  });
});
