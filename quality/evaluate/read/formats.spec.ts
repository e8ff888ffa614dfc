import { expect, it } from 'vitest';
import { readPersonal } from './formats.js';

it('offsets of the file are code points, those of the product UTF-16 units', () => {
  const text = '🎫🎫 Ask Mira 🎫 Holt.';
  const value = { text, spans: [{ start: 7, end: 18, type: 'PERSON' }] };
  const { spans } = readPersonal({ file: 'FILE', number: 1, value });
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Mira 🎫 Holt']);
});
