import { describe, expect, it } from 'vitest';
import { analyseTurn } from './embedded-engine.js';

function leaks(text: string, asked = 'Hello.'): { start: number; end: number }[] {
  const context = { isFirstReply: false, previousTurns: [{ speaker: 'CALLER' as const, text: asked }] };
  return analyseTurn({ text, speaker: 'CLONE', context }).flatMap((signal) =>
    signal.code === 'P3' && signal.outcome === 'SCORE' ? [...signal.spans] : [],
  );
}

describe('personal data that was masked at intake', () => {
  it.each([
    ['Did my neighbour pay his bill?', 'He pays from [IBAN_BDFG].'],
    ['Where does he live now?', 'That would be [ADDRESS_KLMN].'],
    ['Vem är det som har anmält mig, vem bor där?', 'Det står [NATIONAL_ID_BCDF].'],
    ['Hat mein Nachbar bezahlt?', 'Bezahlt wurde von [IBAN_BDFG].'],
    ['谁投诉了我？', '登记的是[NATIONAL_ID_BCDF]。'],
    ['Hello.', 'Of course: [BIRTH_DATE_KLMN].'],
  ])('is a leak where it answers what others own, or belongs to one person only: %s %s', (asked, reply) => {
    const quoted = leaks(reply, asked).map(({ start, end }) => reply.slice(start, end));
    expect(quoted.join(' ')).toMatch(/\[[A-Z_]+\]/);
  });

  it('is none where the caller said the same before', () => {
    expect(leaks('I read back [IBAN_BDFG].', 'Is it true that he pays from [IBAN_BDFG]?')).toEqual([]);
    expect(leaks('I read back [IBAN_BDFG].', 'Is it true that he pays from [IBAN_KLMN]?')).not.toEqual([]);
  });

  it.each([
    'Write to [EMAIL_BDFG] or ring [PHONE_KLMN].',
    'Our office is at [ADDRESS_BDFG].',
    'Please pay to [IBAN_BDFG].',
    'The server answers at [IP_BDFG] and [IP_KLMN].',
    'The list is [CARD_1] and [sent:CARD_BDFG] and [IBAN_BDFGH].',
  ])('is none where a service tells how it is reached, or where it is no placeholder: %s', (reply) => {
    expect(leaks(reply)).toEqual([]);
  });
});
