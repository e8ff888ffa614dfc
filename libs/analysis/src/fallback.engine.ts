import { EngineFailure, type AnalysisEngine, type TurnReading, type TurnToAnalyse } from './engine.js';

/**
 * Asks the first engine and, when that cannot answer, the second. It goes by the first engine's id and version: that is
 * the answer it is after, so a reading of the second engine counts as one of another version.
 */
export class FallbackEngine implements AnalysisEngine {
  readonly id: string;
  readonly version: string;
  readonly conversationsPerCall: number | undefined;

  constructor(
    private readonly first: AnalysisEngine,
    private readonly second: AnalysisEngine,
  ) {
    this.id = first.id;
    this.version = first.version;
    this.conversationsPerCall = first.conversationsPerCall;
  }

  /** One reading per turn, in order; each says in `fallbackFor` when and why it is the second engine's. */
  async analyse(organisationId: string, turns: readonly TurnToAnalyse[]): Promise<TurnReading[]> {
    try {
      return await this.first.analyse(organisationId, turns);
    } catch (error) {
      // Anything else is our own fault, and another engine's answer would hide it.
      if (!(error instanceof EngineFailure)) throw error;
      const fallbackFor = { engine: this.first.id, reason: error.reason };
      const readings = await this.second.analyse(organisationId, turns);
      return readings.map((reading) => ({ ...reading, fallbackFor }));
    }
  }
}
