import { describe, expect, it } from 'vitest';
import { identifiersIn, personalData } from './personal-data.js';

const told = (text: string) => personalData(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('personal data is found with its kind and place', () => {
  it.each([
    ['My card is 4111 1111 1111 1111 12/27, code 123', 'CARD 4111 1111 1111 1111'],
    ['Pay to DE89 3704 0044 0532 0130 00 now', 'IBAN DE89 3704 0044 0532 0130 00'],
    ['Mitt personnummer är 811228-9874', 'NATIONAL_ID 811228-9874'],
    ['samordningsnummer 701063-2391', 'NATIONAL_ID 701063-2391'],
    ['19811228-9874', 'NATIONAL_ID 19811228-9874'],
    ['NINO AB 12 34 56 C', 'NATIONAL_ID AB 12 34 56 C'],
    ['my NHS number is 943 476 5919', 'NATIONAL_ID 943 476 5919'],
    ['SSN 078-05-1120', 'NATIONAL_ID 078-05-1120'],
    ['Steuer-ID 86 095 742 719', 'NATIONAL_ID 86 095 742 719'],
    ['身份证号11010519491231002X。', 'NATIONAL_ID 11010519491231002X'],
    ["my driver's license number is K1234567", 'NATIONAL_ID K1234567'],
    ['my account number is 12345678', 'ACCOUNT 12345678'],
    ['sort code 12-34-56', 'ACCOUNT 12-34-56'],
    ['I live at 12 Baker Street, London', 'ADDRESS 12 Baker Street'],
    ['Jag bor på Storgatan 5, 123 45 Umeå', 'ADDRESS Storgatan 5, 123 45 Umeå'],
    ['Ich wohne in der Hauptstraße 12', 'ADDRESS Hauptstraße 12'],
    ['我住在中山路15号', 'ADDRESS 我住在中山路15号'],
    ['I was born on 3 May 1980', 'BIRTH_DATE 3 May 1980'],
    ['geboren am 3.5.1980', 'BIRTH_DATE 3.5.1980'],
    ['from 10.218.6.131 again', 'IP 10.218.6.131'],
    ['see https://example.com/a?b=1 please', 'URL https://example.com/a?b=1'],
    ['ring 070-123 45 67', 'PHONE 070-123 45 67'],
    ['call me on 481 7531', 'PHONE 481 7531'],
    ['Hello, my name is Zorblatt Quux.', 'PERSON Zorblatt Quux'],
    ['Jag heter Åsa Öberg och', 'PERSON Åsa Öberg'],
    ['Ich heiße Jürgen Müller.', 'PERSON Jürgen Müller'],
    ['我叫王小明。', 'PERSON 王小明'],
    ['Is Mrs. Karlsson in?', 'PERSON Karlsson'],
  ])('%j', (text, found) => expect(told(text)).toContain(found));

  it.each([
    'Order 20261124 costs 1,250.00 and 99 cents, since 2019.',
    'The Galaxy S24 and Windows 11 arrived 5 minutes down the road.',
    'I will pay on 2026-11-24, may I hope for grace?',
    'order number 4589 4012 is late',
    'They charge 12 000 kr for 24 months at 3.75 %.',
  ])('%j names nobody', (text) => expect(told(text)).toEqual([]));
});

describe('hiding it is no use', () => {
  it.each([
    '4111\u200b1111\u200b\u200b\u200b1111\u20601111',
    '４１１１　１１１１　１１１１　１１１１',
    '4\u00001\u00001\u00001\u0000111111111111',
    '\u0664\u0661\u0661\u0661111111111111',
    '4111\u20111111\u20111111\u20111111',
  ])('%j is a card, all of it', (text) => {
    expect(identifiersIn(text)).toEqual([{ kind: 'CARD', value: '4111111111111111', start: 0, end: text.length }]);
  });

  it.each([
    '1'.repeat(100_000),
    '1 '.repeat(50_000),
    '1@'.repeat(50_000),
    '1.'.repeat(50_000),
    'a:'.repeat(50_000) + '1',
    '1 a'.repeat(33_000),
    '1 main '.repeat(14_000),
    'Anna '.repeat(20_000),
    'my name is '.repeat(9_000),
    '\u200b'.repeat(99_999) + '1',
  ])('a hostile text is read to its end (%#)', (text) => expect(Array.isArray(personalData(text))).toBe(true));
});
