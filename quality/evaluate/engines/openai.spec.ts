import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  failing,
  nothingToSee,
  ok,
  OPENAI_TEST_KEY,
  OpenAiServer,
  turnsAsked,
  type ChatRequest,
} from '../../../test/support/openai-server.js';
import { run } from '../run.js';

const fixture = (name: string) => join(import.meta.dirname, `../fixtures/${name}.jsonl`);
let server: OpenAiServer;
beforeAll(async () => {
  server = await OpenAiServer.start();
});
afterAll(() => server.close());

async function evaluate(given: string[], settings: Record<string, string> = {}) {
  let said = '';
  let told = '';
  const variables = {
    OPENAI_API_KEY: OPENAI_TEST_KEY,
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_MODEL: 'test-model',
    ...settings,
  };
  const page = '/nowhere/quality.md';
  const code = await run([...given, '--engine', 'openai', '--json'], {
    say: (text) => void (said += text),
    tell: (text) => void (told += text),
    variables,
    page,
  });
  return { code, told, json: code === 0 ? JSON.parse(said.trimEnd().split('\n').at(-1)!) : null };
}

/** A model that finds feelings by one word, and risk in what promises. */
function plainModel(request: ChatRequest) {
  const { turns } = nothingToSee(request);
  return {
    turns: turnsAsked(request).map(({ text }, at) => ({
      ...turns[at],
      ...(/love|thank/i.test(text) && { sentiment: { label: 'VERY_POSITIVE', score: 0.9 } }),
      ...(/awful|terrible|swallowed/i.test(text) && { sentiment: { label: 'NEGATIVE', score: -0.6 } }),
      risks: /I promise/.test(text) ? [{ code: 'C1', score: 0.8, quotes: ['I promise'], reason: 'It binds.' }] : [],
    })),
  };
}

describe("OpenAI's engine", () => {
  it('is asked every turn, each in a request of its own, and measured like the embedded one', async () => {
    server.will(ok(plainModel));
    const { json, told } = await evaluate(['--task', 'sentiment', '--data', fixture('sentiment-kiosk-dev')]);
    expect(json).toMatchObject({ n: 7, engine: 'openai', metrics: { accuracy: 1, macroF1: 1, macroRecall: 1 } });
    expect(json.version).toContain('test-model');
    expect(server.requests).toHaveLength(7);
    expect(told).toMatch(/cost 0\.\d{4} USD/);
  });

  it('is given the turns before a reply, and a code it does not name is no risk', async () => {
    server.will(ok(plainModel));
    const { json } = await evaluate(['--task', 'risk', '--data', fixture('clone-replies-kiosk-dev')]);
    // One of the two risky replies is found, first of all; the other ties with the four harmless ones.
    expect(json.metrics.averagePrecision).toBeCloseTo(0.5 * 1 + 0.5 * (2 / 6), 4);
    const asked = server.requests.flatMap(({ body }) => turnsAsked(body));
    expect(asked[0]).toMatchObject({ speaker: 'CLONE', before: [{ speaker: 'CALLER' }] });
  });

  it('that fails ends the run with the reason, and says what was spent', async () => {
    server.will(failing(500));
    const { code, told } = await evaluate(['--task', 'language', '--data', fixture('language-kiosk-dev')]);
    expect(code).toBe(1);
    expect(told).toContain("OpenAI's engine stopped: The provider answered with status 500.");
    expect(told).toContain('USD');
  });

  it('spends no more than the daily budget', async () => {
    server.will(ok(plainModel));
    const settings = { OPENAI_DAILY_BUDGET_USD: '0' };
    const { code, told } = await evaluate(['--task', 'language', '--data', fixture('language-kiosk-dev')], settings);
    expect(code).toBe(1);
    expect(told).toContain('budget');
    expect(server.requests).toHaveLength(0);
  });

  it.each([
    ['pii', 'pii-kiosk-dev', 'Only the embedded engine finds personal data.'],
    ['topics', 'topics-repairs-examples', 'learns none from examples'],
  ])('does no %s from examples or without a detector', async (task, name, complaint) => {
    const { code, told } = await evaluate(['--task', task, '--data', fixture(name)]);
    expect(code).toBe(1);
    expect(told).toContain(complaint);
  });
});
