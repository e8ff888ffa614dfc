import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCloneReply } from './clone-reply.js';
import { readExamples, readFeeling, readHazards, readLanguage, readPersonal, readTopics } from './formats.js';
import { DataProblem, readLines, type Line } from './lines.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'answerable-malformed-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is complained of in a file, without the path. */
function complaintOf(content: string | Buffer, read: (line: Line) => unknown): string {
  const file = join(folder, 'data.jsonl');
  writeFileSync(file, content);
  try {
    readLines(file).forEach(read);
  } catch (error) {
    if (error instanceof DataProblem) return error.message.replace(file, 'FILE');
    throw error;
  }
  return 'nothing';
}

const REPLY = { id: 'r', reply: 'Yes.', codes: [] };

describe('a line that is wrong is named, with its field', () => {
  it.each([
    [readFeeling, '{"text": "x", "label": "good"}', 'FILE, line 1, label:'],
    [readFeeling, '{"text": "x", "label": "neutral"}\n\n{"label": "neutral"}', 'FILE, line 3, text:'],
    [readTopics, '{"text": "x", "topics": "a"}', 'FILE, line 1, topics:'],
    [readExamples, '{"topic": "", "examples": []}', 'FILE, line 1, topic:'],
    [readHazards, '{"text": "x", "risky": "yes"}', 'FILE, line 1, risky:'],
    [readHazards, '{"risky": true}', 'FILE, line 1, text: is missing, and so is reply.'],
    [
      readHazards,
      '{"reply": "x", "prior": [{"speaker": "dog", "text": "x"}], "risky": true}',
      'line 1, prior.0.speaker:',
    ],
    [
      readPersonal,
      '{"text": "abc", "spans": [{"start": 1, "end": 4, "type": "A"}]}',
      'spans.0: is no part of the text.',
    ],
    [
      readPersonal,
      '{"text": "abc", "spans": [{"start": 2, "end": 2, "type": "A"}]}',
      'spans.0: is no part of the text.',
    ],
    [readPersonal, '{"text": "abc", "spans": [{"start": -1, "end": 2, "type": "A"}]}', 'spans.0.start:'],
    [readLanguage, '{"text": "abc"}', 'FILE, line 1, language:'],
    [readLanguage, JSON.stringify(REPLY), 'FILE, line 1, locale: is missing.'],
    [readCloneReply, JSON.stringify({ ...REPLY, codes: ['Z9'] }), 'FILE, line 1, codes.0:'],
    [
      readCloneReply,
      JSON.stringify({ ...REPLY, spans: [{ code: 'C1', quote: 'No.' }] }),
      'spans.0.quote: does not stand',
    ],
    [readCloneReply, JSON.stringify({ ...REPLY, context: { authority: 3 } }), 'line 1, context.authority:'],
    [readFeeling, '{"text": "x",', 'FILE, line 1: this is not JSON.'],
    [readFeeling, '["x"]', 'FILE, line 1: a line is one JSON object.'],
    [readFeeling, '\n \n', 'FILE has no lines.'],
  ])('%o of %s', (read, content, complaint) => {
    expect(complaintOf(content, read)).toContain(complaint);
  });

  it('what begins as gzip and is none', () => {
    expect(complaintOf(Buffer.from([0x1f, 0x8b, 1, 2, 3]), readFeeling)).toContain('cannot be unpacked');
  });

  it('never repeats what stands there', () => {
    expect(complaintOf('{"text": "x", "label": "a secret"}', readFeeling)).not.toContain('a secret');
    expect(complaintOf('{"a secret', readFeeling)).not.toContain('a secret');
  });

  it('a byte order mark is no fault', () => {
    expect(complaintOf('\ufeff{"text": "x", "label": "neutral"}', readFeeling)).toBe('nothing');
  });
});
