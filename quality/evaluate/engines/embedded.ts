import { analyseTurn, EMBEDDED_VERSION, riskScores, type TurnText } from '#detection';
import type { Tell } from '../progress.js';
import type { Engine, Reading } from './engine.js';

/** The detectors that are part of the program. */
export const embeddedEngine: Engine = {
  name: 'embedded',
  version: EMBEDDED_VERSION,
  async read(turns: readonly TurnText[], tell: Tell): Promise<Reading[]> {
    return turns.map((turn, at) => {
      tell(at);
      return { signals: analyseTurn(turn), risks: turn.speaker === 'CLONE' ? riskScores(turn) : {} };
    });
  },
  timed: analyseTurn,
};
