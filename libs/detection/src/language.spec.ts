import { describe, expect, it } from 'vitest';
import { analyseTurn } from './embedded-engine.js';
import type { Signal } from './signals.js';

function languageOf(text: string, declaredLanguage?: string): Signal | undefined {
  const context = { isFirstReply: false, previousTurns: [], ...(declaredLanguage ? { declaredLanguage } : {}) };
  return analyseTurn({ text, speaker: 'STAFF', context })[0];
}

describe('language', () => {
  it.each([
    ['en', 'Why was I charged a late fee when I paid on time?'],
    ['sv', 'Varför fick jag en påminnelseavgift när jag hade betalat i tid?'],
    ['de', 'Warum habe ich eine Mahngebühr bekommen, obwohl ich pünktlich bezahlt habe?'],
    ['zh', '我明明按时还款了，为什么还收滞纳金？'],
    ['da', 'Hvorfor har jeg fået et gebyr, når jeg har betalt til tiden? Hvad skal jeg gøre af det?'],
    ['no', 'Hvorfor har jeg fått gebyr når jeg har betalt i tide? Hva skal jeg gjøre?'],
    ['fi', 'Miksi minulta veloitettiin maksu, kun olen maksanut ajoissa?'],
    ['fr', 'Pourquoi est-ce que vous me facturez des frais alors que je suis à jour ?'],
    ['es', '¿Por qué me cobran una comisión si yo he pagado a tiempo?'],
    ['nl', 'Waarom heb ik een boete gekregen terwijl ik op tijd heb betaald?'],
  ])('reads %s from its small words', (tag, text) => {
    expect(languageOf(text)).toMatchObject({ outcome: 'SCORE', label: tag });
  });

  it('is unknown, with a reason, when the words do not tell', () => {
    expect(languageOf('12345')).toMatchObject({ outcome: 'UNKNOWN', reason: 'too few telling words' });
    expect(languageOf('مرحبا كيف حالك')).toMatchObject({ outcome: 'UNKNOWN' });
  });

  it('falls back on the declared language and says so', () => {
    const signal = languageOf('Klarna 12345', 'sv-SE');
    expect(signal).toMatchObject({ outcome: 'SCORE', label: 'sv-SE', score: 0.5 });
    expect(signal?.reason).toContain('declared');
  });
});
