export { type AnalysedTurn, AnalysisService } from './analysis.service.js';
export { AnalysisModule } from './analysis.module.js';
export type { AnalysisEngine, TurnReading } from './engine.js';
export { EmbeddedEngine } from './embedded.engine.js';
export type { TurnAnalysis, TurnSignal } from './analysis.queries.js';
