import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { EMBEDDED_VERSION } from '#detection';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILES } from './every-file.js';
import { run } from './run.js';

interface Printed {
  n: number;
  metrics: Record<string, number | null>;
  turnsPerSecond: number;
}

const FIXTURES = join(import.meta.dirname, 'fixtures');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'answerable-evaluate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function evaluate(...given: string[]) {
  let said = '';
  let told = '';
  const code = await run(given, {
    say: (text) => void (said += text),
    tell: (text) => void (told += text),
    variables: {},
    page: join(folder, 'quality.md'),
  });
  return { code, said, told, json: code === 0 && given.includes('--json') ? lastObject(said) : null };
}

const lastObject = (said: string) => JSON.parse(said.trimEnd().split('\n').at(-1)!) as Printed; // as printed

const fixture = (name: string) => join(FIXTURES, `${name}.jsonl`);

describe('a task measures its fixture', () => {
  it.each([
    ['sentiment', 'sentiment-kiosk-dev', 7, ['accuracy', 'macroF1', 'macroRecall']],
    ['hazard', 'hazard-kiosk-dev', 4, ['averagePrecision', 'auroc', 'precisionAtRecall90', 'ece', 'falseFlags']],
    ['risk', 'clone-replies-kiosk-dev', 6, ['averagePrecision', 'macroAveragePrecision', 'spanOverlap', 'ece']],
    ['pii', 'pii-kiosk-dev', 4, ['structuredF1', 'personF1']],
    ['language', 'language-kiosk-dev', 4, ['accuracy', 'macroF1', 'macroRecall']],
  ])('%s', async (task, name, n, metrics) => {
    const data = fixture(name);
    const { json } = await evaluate('--task', task, '--data', data, '--json');
    expect(Object.keys(json!)).toEqual(['task', 'data', 'n', 'engine', 'version', 'metrics', 'turnsPerSecond']);
    expect(json).toMatchObject({ task, data, n, engine: 'embedded', version: EMBEDDED_VERSION });
    expect(Object.keys(json!.metrics)).toEqual(expect.arrayContaining(metrics));
    for (const metric of metrics) expect(json!.metrics[metric], metric).toBeTypeOf('number');
    expect(json!.turnsPerSecond).toBeGreaterThan(0);
  });

  it('finds what stands after a character of two units, whose offsets are code points', async () => {
    const { json } = await evaluate('--task', 'pii', '--data', fixture('pii-kiosk-dev'), '--json');
    expect(json!.metrics.structuredF1).toBe(1);
  });

  it('sentiment of replies of clones is that of the caller before, in three classes without the mixed', async () => {
    const { json, said } = await evaluate(
      '--task',
      'sentiment',
      '--data',
      fixture('clone-replies-kiosk-dev'),
      '--json',
    );
    expect(json!.n).toBe(4);
    expect(said).toContain('vader-sentiment');
  });

  it('texts with topics are harmless, so that false flags can be counted on them', async () => {
    const { json } = await evaluate('--task', 'hazard', '--data', fixture('topics-kiosk-examples'), '--json');
    expect(json).toMatchObject({ n: 18, metrics: { averagePrecision: null, ece: null } });
    expect(json!.metrics.falseFlags).toBeTypeOf('number');
  });

  it('a packed file is the same as the file', async () => {
    const packed = join(folder, 'language.data');
    writeFileSync(packed, gzipSync(readFileSync(fixture('language-kiosk-dev'))));
    const one = await evaluate('--task', 'language', '--data', packed, '--json');
    const other = await evaluate('--task', 'language', '--data', fixture('language-kiosk-dev'), '--json');
    expect(one.json!.metrics).toEqual(other.json!.metrics);
  });
});

describe('topics', () => {
  const examples = fixture('topics-kiosk-examples');

  it('are learned from examples of each', async () => {
    const data = fixture('topics-kiosk-val');
    const { json } = await evaluate('--task', 'topics', '--data', data, '--examples', examples, '--json');
    expect(json).toMatchObject({ n: 5, metrics: { accuracyInScope: 1, oosRecall: 1 } });
  });

  it('from few examples when few are asked for', async () => {
    const data = fixture('topics-kiosk-val');
    const few = await evaluate('--task', 'topics', '--data', data, '--examples', examples, '--shots', '1');
    expect(few.said).toContain('1 a topic');
    const again = await evaluate('--task', 'topics', '--data', data, '--examples', examples, '--shots', '1');
    const figures = (said: string) => said.split('\n').filter((line) => !line.includes('turns/s'));
    expect(figures(again.said)).toEqual(figures(few.said));
  });

  it('are crossed when the file holds the examples themselves: none is told by what learned from it', async () => {
    const data = join(folder, 'alone.jsonl');
    const lines = [
      { topic: 'a', examples: ['xylophone', 'bassoon'] },
      { topic: 'b', examples: ['granite', 'cobblestone'] },
    ];
    writeFileSync(data, lines.map((line) => JSON.stringify(line)).join('\n'));
    const { json } = await evaluate('--task', 'topics', '--data', data, '--folds', '2', '--json');
    expect(json).toMatchObject({ n: 4, metrics: { accuracyInScope: 0, oosRecall: null } });
  });

  it('of another taxonomy need examples', async () => {
    const { code, told } = await evaluate('--task', 'topics', '--data', fixture('topics-kiosk-val'));
    expect(code).toBe(1);
    expect(told).toContain('--examples');
  });

  it('of the product need none', async () => {
    const data = join(folder, 'own.jsonl');
    writeFileSync(
      data,
      '{"text": "Where is my refund?", "topics": ["refund-speed"]}\n{"text": "Hello.", "topics": []}',
    );
    const { json } = await evaluate('--task', 'topics', '--data', data, '--json');
    expect(json!.metrics).toEqual({ accuracyInScope: 1, oosRecall: 1, microF1: 1 });
  });
});

describe('every file of a folder', () => {
  it('is measured, and the page holds each file and says what is reached', async () => {
    const { code } = await evaluate('--all', '--data-dir', FIXTURES, '--write');
    expect(code).toBe(0);
    const page = readFileSync(join(folder, 'quality.md'), 'utf8');
    for (const name of ['sentiment', 'hazard', 'pii', 'language', 'clone-replies'])
      expect(page).toContain(`${name}-kiosk-dev.jsonl`);
    expect(page).toContain('topics-kiosk-val.jsonl, examples topics-kiosk-examples.jsonl, 5 a topic');
    expect(page).toContain('topics-repairs-examples.jsonl, 5 folds');
    expect(page).toContain(`embedded ${EMBEDDED_VERSION}`);
    expect(page).toMatch(
      /\| risk +\| clone-replies-kiosk-dev\.jsonl +\| 6 +\| macroAveragePrecision .*\| (aim|must|below) +\|/,
    );
    expect(page).not.toContain(FIXTURES);
  });

  it.each([[['--all']], [['--all', '--data-dir', '/nowhere/at/all']], [['--task', 'pii']]])(
    'without data, says where to put them and how they look: %s',
    async (given) => {
      const { code, told } = await evaluate(...given);
      expect(code).toBe(1);
      for (const { name, line } of FILES) expect(told).toContain(`${name}.jsonl`.padEnd(28) + line);
    },
  );

  it('has every format in the README', () => {
    const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
    for (const { name } of FILES) expect(readme).toContain(`\`${name}\``);
  });
});

describe('the command line', () => {
  it('explains itself', async () => {
    const { code, said } = await evaluate('--help');
    expect(code).toBe(0);
    expect(said).toContain('--task TASK');
  });

  it.each([
    [['--task', 'mood', '--data', 'x'], '--task is one of sentiment'],
    [['--task', 'pii', '--data', '/nowhere.jsonl'], 'There is no file /nowhere.jsonl.'],
    [['--task', 'pii', '--data', 'x', '--engine', 'abacus'], '--engine is embedded or openai'],
    [['--task', 'topics', '--data', 'x', '--shots', 'many'], '--shots is a whole number from 1 on'],
    [['--task', 'risk', '--data', 'x', '--folds', '5'], 'learn nothing from the data'],
    [['--task', 'pii', '--data', 'x', '--frobnicate'], '--frobnicate'],
    [['--task', 'pii', '--data', 'x', '--engine', 'openai'], 'OPENAI_API_KEY'],
    [['--all', '--data-dir', 'x', '--task', 'pii'], '--all takes no --task'],
  ])('refuses %s', async (given, complaint) => {
    const { code, told } = await evaluate(...given);
    expect(code).toBe(1);
    expect(told).toContain(complaint);
  });
});
