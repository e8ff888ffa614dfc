import { describe, expect, it } from 'vitest';
import { identityOf, toConversation } from './apply-mapping.js';
import type { Mapping, Selector } from './mapping.js';

const base: Mapping = {
  format: 'ndjson',
  conversation: {
    source: { value: 'test' },
    externalId: { field: 'id' },
    clone: { value: 'ceo' },
    channel: { value: 'CHAT' },
    startedAt: { field: 'at' },
  },
  turns: { each: 'turns', speaker: { field: 'who' }, said: { field: 'text' } },
};
const record = { id: 'a', at: '2026-06-01T10:00:00Z', turns: [] };

/** What a selector makes of a record. */
const selected = (language: Selector, given: object) =>
  toConversation({ ...base, conversation: { ...base.conversation, language } }, { ...record, ...given }, 7)['language'];

describe('a selector', () => {
  it.each<[string, Selector, object, unknown]>([
    ['takes a field', { field: 'lang' }, { lang: 'sv' }, 'sv'],
    ['follows dots into objects', { field: 'meta.lang' }, { meta: { lang: 'de' } }, 'de'],
    ['prefers a field of that very name', { field: 'meta.lang' }, { 'meta.lang': 'zh', meta: { lang: 'de' } }, 'zh'],
    ['gives a constant', { value: 'en' }, {}, 'en'],
    ['counts records', { text: 'n-{number}' }, {}, 'n-7'],
    ['replaces what it finds', { field: 'lang', map: { swedish: 'sv' } }, { lang: 'swedish' }, 'sv'],
    ['leaves what the map does not name', { field: 'lang', map: { swedish: 'sv' } }, { lang: 'de' }, 'de'],
    ['stands in for an absent field', { field: 'lang', default: 'en' }, {}, 'en'],
    ['stands in for an empty one', { field: 'lang', default: 'en' }, { lang: '' }, 'en'],
    ['finds nothing in the wrong kind of record', { field: 'id.deeper.still' }, {}, undefined],
    ['does not reach what objects inherit', { field: 'constructor' }, {}, undefined],
    ['takes a whole number for a text as its digits', { field: 'lang' }, { lang: 1042 }, '1042'],
    ['leaves a number that JSON cannot hold exactly', { field: 'lang' }, { lang: 2 ** 53 }, 2 ** 53],
    ['leaves a fraction, whose digits may differ from the file', { field: 'lang' }, { lang: 1.5 }, 1.5],
    ['leaves what is true or false', { field: 'lang' }, { lang: true }, true],
  ])('%s', (_, selector, given, expected) => {
    expect(selected(selector, given)).toEqual(expected);
  });
});

describe('turns', () => {
  it('have numbers where a number belongs, and text where a text does', () => {
    const turns = { ...base.turns, index: { field: 'at', number: true }, confidence: { field: 'sure' } };
    const list = [
      { who: 'CALLER', text: 7, at: '2.0', sure: 1 },
      { who: 'CALLER', text: '7', at: 'two', sure: 0.5 },
    ];
    expect(toConversation({ ...base, turns }, { ...record, turns: list }, 1)['turns']).toEqual([
      { speaker: 'CALLER', said: '7', index: 2, confidence: 1 },
      { speaker: 'CALLER', said: '7', index: 'two', confidence: 0.5 },
    ]);
  });

  it('come from a list, with booleans that are written as text', () => {
    const turns = { ...base.turns, interrupted: { field: 'cut' } } as Mapping['turns'];
    const list = [true, 'TRUE', 'false', 'perhaps'].map((cut) => ({ who: 'CALLER', text: 'Hi', cut }));
    const { turns: made } = toConversation({ ...base, turns }, { ...record, turns: list }, 1);
    expect((made as { interrupted: unknown }[]).map(({ interrupted }) => interrupted)).toEqual([
      true,
      true,
      false,
      'perhaps',
    ]);
  });

  it('come from a transcript that is cut at its marks, in any order and with nothing lost between them', () => {
    const mapping: Mapping = { ...base, turns: { split: 'log', marks: { '\nQ:': 'CALLER', '\nA:': 'CLONE' } } };
    const made = (log: unknown) => toConversation(mapping, { ...record, log }, 1)['turns'];
    expect(made('\nQ: one\nA: two: Q: still\nA:\nQ: three ')).toEqual([
      { index: 0, speaker: 'CALLER', said: 'one' },
      { index: 1, speaker: 'CLONE', said: 'two: Q: still' },
      { index: 2, speaker: 'CLONE', said: '' },
      { index: 3, speaker: 'CALLER', said: 'three' },
    ]);
    expect(made('Somebody: \nQ: one')).toBe('text before the first mark');
    expect(made(17)).toBe(17);
  });

  it('that are no list are passed on as they are, so that the intake refuses them under their name', () => {
    expect(toConversation(base, { ...record, turns: 'none' }, 1)['turns']).toBe('none');
    expect(toConversation(base, null, 1)['turns']).toBeUndefined();
  });
});

describe('the identity of a row', () => {
  it('is shared by rows of one conversation, and by no rows that name none', () => {
    expect(identityOf(base, { id: 'a' }, 1)).toBe(identityOf(base, { id: 'a' }, 2));
    expect(identityOf(base, { id: 'b' }, 1)).not.toBe(identityOf(base, { id: 'a' }, 1));
    expect(identityOf(base, { id: 7 }, 1)).toBe(identityOf(base, { id: '7' }, 2));
    expect(identityOf(base, { id: '' }, 1)).not.toBe(identityOf(base, { id: '' }, 2));
  });
});
