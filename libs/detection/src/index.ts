export { analyseTurn, EMBEDDED_DETECTORS, EMBEDDED_VERSION } from './embedded-engine.js';
export { Pseudonyms } from './pseudonyms.js';
export { RISK_CODES, type RiskCode } from './risk-codes.js';
export {
  CONTEXT_TURNS,
  DETECTORS,
  type DetectorId,
  SENTIMENT_LEVELS,
  type ScoredSignal,
  type SentimentLevel,
  type Signal,
  type Span,
  type Speaker,
  SPEAKERS,
  type TurnContext,
  type TurnText,
  type UnknownSignal,
} from './signals.js';
export { type TopicId, TOPICS } from './topics/taxonomy.js';
