import { analyseTurn, EMBEDDED_VERSION } from '#detection';
import type { AnalysisEngine, TurnReading, TurnToAnalyse } from './engine.js';

/** The detectors that are part of the program: no network, no cost, the same answer every time. */
export class EmbeddedEngine implements AnalysisEngine {
  readonly id = 'embedded';
  readonly version = EMBEDDED_VERSION;

  analyse(_organisationId: string, turns: readonly TurnToAnalyse[]): Promise<TurnReading[]> {
    return Promise.resolve(
      turns.map((turn) => {
        const started = performance.now();
        const signals = analyseTurn(turn);
        const latencyMicroseconds = Math.round((performance.now() - started) * 1000);
        return { engine: this.id, engineVersion: this.version, signals, costMicroUsd: 0, latencyMicroseconds };
      }),
    );
  }
}
