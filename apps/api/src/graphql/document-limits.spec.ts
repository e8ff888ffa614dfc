import { describe, expect, it } from 'vitest';
import { Refused } from '#platform';
import { readDocument } from './document-limits.js';
import {
  MAX_ALIASES,
  MAX_DEPTH,
  MAX_DIRECTIVES,
  MAX_DOCUMENT_CHARACTERS,
  MAX_DOCUMENT_TOKENS,
  MAX_FIELDS,
  MAX_FRAGMENT_NESTING,
  MAX_FRAGMENTS,
  MAX_OPERATIONS,
} from './limits.js';

const times = (count: number, text: (at: number) => string): string => Array.from({ length: count }, (_, at) => text(at)).join(' '); // prettier-ignore
const nested = (count: number): string => `{ ${'a { '.repeat(count - 1)}a${' }'.repeat(count - 1)} }`;
/** Fragments that each name the next one, `count` of them within each other. */
const chain = (count: number): string => `{ ...F0 } ${times(count, (at) => `fragment F${at} on T { ${at + 1 < count ? `...F${at + 1}` : 'a'} }`)}`; // prettier-ignore

/** A document that is exactly as large as the limit allows, for a size of the limit or one more. */
const DOCUMENTS: [what: string, limit: number, make: (size: number) => string][] = [
  ['characters', MAX_DOCUMENT_CHARACTERS, (size) => `{ a }${' '.repeat(size - 5)}`],
  ['tokens', MAX_DOCUMENT_TOKENS, (size) => `{ a(b: [${times(size - 9, () => '1')}]) }`],
  ['levels', MAX_DEPTH, nested],
  ['levels', MAX_DEPTH, (size) => `{ a { ...F } } fragment F on T ${nested(size - 1)}`],
  ['fields', MAX_FIELDS, (size) => `{ ${times(size, () => 'a')} }`],
  ['fields', MAX_FIELDS, (size) => `{ ${times(size / 10, () => '...F')} ${'a '.repeat(size % 10)} } fragment F on T { ${times(10, () => 'a')} }`],
  ['aliases', MAX_ALIASES, (size) => `{ ${times(size, (at) => `a${at}: a`)} }`],
  ['aliases', MAX_ALIASES, (size) => `{ ${times(size, () => '...F')} } fragment F on T { b: a }`],
  ['directives', MAX_DIRECTIVES, (size) => `{ a ${times(size, () => '@x')} }`],
  ['directives', MAX_DIRECTIVES, (size) => `query ($v: T @x) @x { ${times(size - 2, () => '...F')} } fragment F on T { a @x }`],
  ['fragments', MAX_FRAGMENTS, (size) => `{ a } ${times(size, (at) => `fragment F${at} on T { a }`)}`],
  ['fragments within each other', MAX_FRAGMENT_NESTING, chain],
  ['fragments within each other', MAX_FRAGMENT_NESTING, (size) => `{ ${'... { '.repeat(size)} a ${'} '.repeat(size)} }`],
  ['operations', MAX_OPERATIONS, (size) => times(size, (at) => `query Q${at} { a }`)],
]; // prettier-ignore

describe('a document', () => {
  it.each(DOCUMENTS)('may have as many %s as the limit of %i says', (_, limit, make) => {
    expect(readDocument(make(limit))).toBeDefined();
  });

  it.each(DOCUMENTS)('with more %s than %i is refused', (what, limit, make) => {
    const message = `The document has too many ${what}; the limit is ${limit}.`;
    expect(() => readDocument(make(limit + 1))).toThrow(new Refused('TOO_LARGE', message));
  });

  it('is measured in no time when fragments double at each step', () => {
    const doubling = times(40, (at) => `fragment F${at} on T { ...F${at + 1} ...F${at + 1} }`);
    expect(() => readDocument(`{ ...F0 } ${doubling} fragment F40 on T { a }`)).toThrow('too many');
  });

  it('counts the fields of all operations, and of fragments that nobody names', () => {
    const half = `{ ${times(MAX_FIELDS / 2 + 1, () => 'a')} }`;
    expect(() => readDocument(`query A ${half} query B ${half}`)).toThrow('too many fields');
    expect(() => readDocument(`{ a } fragment F on T { ...G ...G } fragment G on T ${half}`)).toThrow(
      'too many fields',
    );
  });

  it('with fragments in a circle is read, for validation to refuse', () => {
    expect(readDocument('{ ...A } fragment A on T { ...B } fragment B on T { a ...A }')).toBeDefined();
  });

  it('that is not GraphQL is left to the server, which says what is wrong', () => {
    expect(readDocument('{ a')).toBeUndefined();
  });
});
