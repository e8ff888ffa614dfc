import { guessLanguage, languageSignal } from './language.js';
import { riskSignals } from './risk.js';
import { sentimentSignal } from './sentiment.js';
import type { DetectorId, Signal, TurnText } from './signals.js';
import { topicSignals } from './topics.js';
import { readWords } from './words.js';

/** Stored beside every measurement. It changes with any table or rule, so two equal versions mean equal answers. */
export const EMBEDDED_VERSION = '2026.11.5';

export const EMBEDDED_DETECTORS: readonly { detector: DetectorId; version: string }[] = [
  { detector: 'language', version: EMBEDDED_VERSION },
  { detector: 'sentiment', version: EMBEDDED_VERSION },
  { detector: 'topics', version: EMBEDDED_VERSION },
  { detector: 'risk', version: EMBEDDED_VERSION },
];

/** Measures one turn. The same turn gives the same signals, always. */
export function analyseTurn(turn: TurnText): Signal[] {
  const reading = readWords(turn.text);
  const guess = guessLanguage(reading);
  const language = languageSignal(reading, guess, turn.context);
  switch (turn.speaker) {
    case 'CALLER':
      return [
        language,
        sentimentSignal(reading, guess?.tag ?? turn.context.declaredLanguage ?? null),
        ...topicSignals(reading),
      ];
    case 'CLONE':
      return [language, ...riskSignals(reading, turn.context)];
    case 'STAFF':
      return [language];
  }
}
