export { type AnalysedTurn, AnalysisService } from './analysis.service.js';
export { AnalysisModule } from './analysis.module.js';
export { EngineFailure, type AnalysisEngine, type SpendBook, type TurnReading } from './engine.js';
export { EmbeddedEngine } from './embedded.engine.js';
export { OpenAiEngine } from './openai.engine.js';
export type { TurnAnalysis, TurnSignal } from './analysis.queries.js';
