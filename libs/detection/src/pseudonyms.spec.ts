import { describe, expect, it } from 'vitest';
import { Pseudonyms } from './pseudonyms.js';

const hide = (text: string, externalId = 'call-4711') => new Pseudonyms(externalId).hide(text);

describe('what is replaced', () => {
  it.each([
    // English
    ['Write to Anna.Berg+bank@mail.example.co.uk, please.', 'Write to [EMAIL 1], please.'],
    ["It is o'neil@x.example.", 'It is [EMAIL 1].'],
    ['Call (555) 123-4567 or 555-123-4567.', 'Call [PHONE 1] or [PHONE 1].'],
    ['My card is 4111 1111 1111 1111, valid.', 'My card is [CARD 1], valid.'],
    ['card 4111-1111-1111-1111', 'card [CARD 1]'],
    ['IBAN GB82 WEST 1234 5698 7654 32 is mine', 'IBAN [IBAN 1] is mine'],
    ['about call-4711 again (CALL-4711)', 'about [EXTERNAL ID 1] again ([EXTERNAL ID 1])'],
    ['1234567890123', '[NUMBER 1]'],
    // Swedish
    ['Ring 070-123 45 67 eller +46 70 123 45 67.', 'Ring [PHONE 1] eller [PHONE 2].'],
    ['Maila åsa.öberg@företag.example.', 'Maila [EMAIL 1].'],
    ['Kontot SE45 5000 0000 0583 9825 7466 tack', 'Kontot [IBAN 1] tack'],
    ['Jag är född 850101-1234.', 'Jag är född [NATIONAL ID 1].'],
    // German
    ['Erreichbar unter 030/1234567 oder +49 (0)151 23456789', 'Erreichbar unter [PHONE 1] oder [PHONE 2]'],
    ['IBAN: de89370400440532013000.', 'IBAN: [IBAN 1].'],
    ['an müller@größe.example, bitte', 'an [EMAIL 1], bitte'],
    // Chinese, written without spaces and with full-width forms
    ['我的邮箱是anna@example.com谢谢', '我的邮箱是[EMAIL 1]谢谢'],
    ['电话是13812345678，请打', '电话是[PHONE 1]，请打'],
    ['号码１３８１２３４５６７８。', '号码[PHONE 1]。'],
    ['邮箱ａｎｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ。', '邮箱[EMAIL 1]。'],
    // hidden between other characters
    ['4111\u00a01111\u20111111\u20091111', '[CARD 1]'],
  ])('%j', (said, shown) => expect(hide(said)).toBe(shown));
});

describe('what stays', () => {
  it.each([
    'You owe 1 250 000 kr since 2026-11-24, and 99.50 more.',
    'Am 01.12.2026 um 10:30 Uhr, Zimmer 12.',
    'The interest is 3.75 % for 25 years.',
    '金额是12,500.00元，2026/11/24到期。',
    'Version 1.2.3, order A-17, flat 4.',
    'me@ home, @anna, a @ b.c',
    'IBAN GB82 WEST 1234 and SE without number',
    'My name is Anna Berg and I like Storgatan.',
    '\ud83d\ude00 no number',
  ])('%j', (said) => expect(hide(said)).toBe(said));

  it('an external id that is too short, or part of a word', () => {
    expect(hide('a1 and a1b', 'a1')).toBe('a1 and a1b');
    expect(hide('mycall-47112', 'call-4711')).toBe('mycall-47112');
    expect(hide('see x.*y', 'x.*y')).toBe('see [EXTERNAL ID 1]');
  });
});

describe('placeholders', () => {
  it('are the same for the same thing however it is spaced, and others for others', () => {
    const pseudonyms = new Pseudonyms('x');
    pseudonyms.learn('4111 1111 1111 1111 and A@x.example');
    expect(pseudonyms.hide('b@x.example, a@X.EXAMPLE, 4111111111111111')).toBe('[EMAIL 2], [EMAIL 1], [CARD 1]');
    expect(pseudonyms.hide('0046701234567 is +46 70 123 45 67')).toBe('[PHONE 1] is [PHONE 1]');
  });

  it('move spans with the text, and are never cut', () => {
    const text = 'I promise a@x.example a refund';
    const pseudonyms = new Pseudonyms('x');
    const shown = pseudonyms.hide(text);
    const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
    const spans = pseudonyms.move(text, [at('promise'), at('x.example'), at('refund'), at(text)]);
    expect(spans.map(({ start, end }) => shown.slice(start, end))).toEqual(['promise', '[EMAIL 1]', 'refund', shown]);
  });

  it.each([
    '1'.repeat(20_000),
    '1 '.repeat(10_000),
    'a.'.repeat(10_000) + '@',
    '+('.repeat(10_000),
    'GB82'.repeat(5_000),
  ])('take no longer for hostile texts (%#)', (text) => {
    const began = performance.now();
    hide(text);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
