import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ExpectedStop } from '#platform';
import { CSV_MAPPING, readMapping, withConstants } from './mapping.js';

const folder = mkdtempSync(join(tmpdir(), 'answerable-mapping-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const constant = { value: 'x' };
const conversation = {
  source: constant,
  externalId: constant,
  clone: constant,
  channel: constant,
  startedAt: constant,
};
const whole = {
  format: 'ndjson',
  conversation,
  turns: { each: 'turns', speaker: { field: 'who' }, said: { field: 'text' } },
};

function read(mapping: unknown) {
  const path = join(folder, 'mapping.json');
  writeFileSync(path, typeof mapping === 'string' ? mapping : JSON.stringify(mapping));
  return readMapping(path);
}

describe('reading a mapping', () => {
  it.each([
    ['turns in a list', whole],
    [
      'turns in rows',
      { ...whole, format: 'csv', delimiter: ';', turns: { rows: true, speaker: constant, said: constant } },
    ],
    ['turns in a transcript', { ...whole, turns: { split: 'text', marks: { 'A:': 'CALLER' } } }],
  ])('takes %s', (_, mapping) => {
    expect(read(mapping)).toEqual(mapping);
  });

  it.each([
    ['that is no JSON', '{', 'is not valid JSON.'],
    ['of an unknown format', { ...whole, format: 'xml' }, /is wrong: format \(.*"ndjson".*\)/],
    ['without conversation', { ...whole, conversation: undefined }, 'is wrong: conversation is missing.'],
    [
      'without clone',
      { ...whole, conversation: { ...conversation, clone: undefined } },
      'conversation.clone is missing',
    ],
    ['with a field too many', { ...whole, colour: 'red' }, 'Unrecognized key: "colour"'],
    [
      'with a text for a selector',
      { ...whole, conversation: { ...conversation, clone: 'ceo' } },
      'conversation.clone (',
    ],
    [
      'with a selector too many',
      { ...whole, conversation: { ...conversation, clone: { field: 'a', path: 'b' } } },
      '"path"',
    ],
    ['without said', { ...whole, turns: { each: 'turns', speaker: constant } }, 'turns.said is missing'],
    ['without marks', { ...whole, turns: { split: 'text' } }, 'turns.marks is missing'],
    ['without any turns', { ...whole, turns: undefined }, 'turns is missing'],
    ['with a long delimiter', { ...whole, delimiter: '||' }, 'delimiter ('],
  ])('refuses one %s, naming the place in one line', (_, mapping, expected) => {
    const reading = () => read(mapping);
    expect(reading).toThrow(ExpectedStop);
    expect(reading).toThrow(expected);
    expect(reading).toThrow(/^[^\n]*$/);
  });

  it('refuses one that is not there', () => {
    expect(() => readMapping(join(folder, 'none.json'))).toThrow(/^There is no file \S+none\.json\.$/);
  });
});

describe('constants', () => {
  it('replace what a mapping says about a field, and leave the mapping itself alone', () => {
    const { conversation: changed } = withConstants(CSV_MAPPING, { clone: 'ceo' });
    expect(changed).toEqual({ ...CSV_MAPPING.conversation, clone: { value: 'ceo' } });
    expect(CSV_MAPPING.conversation.clone).toEqual({ field: 'clone' });
  });
});
