import { EngineFailure, OpenAiEngine, type SpendBook } from '#analysis';
import type { RiskCode, TurnText } from '#detection';
import { type Configuration, ExpectedStop } from '#platform';
import type { Tell } from '../progress.js';
import type { Engine, Reading } from './engine.js';

/** Requests that are under way at the same time. */
const SIDE_BY_SIDE = 8;
const ORGANISATION = 'evaluation';

/** Counts for this run only; the daily budget of the settings is the most that a run spends, but for requests under way. */
class RunSpend implements SpendBook {
  microUsd = 0;

  async spentToday(): Promise<number> {
    return this.microUsd;
  }

  async record(_organisationId: string, microUsd: number): Promise<void> {
    this.microUsd += microUsd;
  }
}

/**
 * A language model behind the configured address, asked one turn a request, since the turns of a set belong to no
 * conversation. @throws ExpectedStop with the reason when a turn cannot be measured: a figure over some would mislead
 */
export function openAiEngine(settings: Configuration['openai'], write: (line: string) => void): Engine {
  if (settings.apiKey === undefined) throw new ExpectedStop('--engine openai needs the setting OPENAI_API_KEY.');
  const spend = new RunSpend();
  const engine = new OpenAiEngine({ settings, spend });
  const read = async (turn: TurnText, at: number): Promise<Reading> => {
    const [reading] = await engine.analyse(ORGANISATION, [{ ...turn, conversationId: String(at), turnIndex: 0 }]);
    const signals = reading?.signals ?? [];
    const risks = signals.flatMap((signal) =>
      signal.detector === 'risk' && signal.outcome === 'SCORE' ? [[signal.code as RiskCode, signal.score]] : [],
    );
    return { signals, risks: Object.fromEntries(risks) as Reading['risks'] }; // the format lets risk codes through only
  };
  return {
    name: 'openai',
    version: engine.version,
    async read(turns: readonly TurnText[], tell: Tell): Promise<Reading[]> {
      const readings: Reading[] = [];
      let next = 0;
      const work = async () => {
        while (next < turns.length) {
          const at = next;
          next += 1;
          readings[at] = await read(turns[at]!, at); // below the length
          tell(at);
        }
      };
      try {
        await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
      } catch (error) {
        next = turns.length; // no further request is begun
        if (error instanceof EngineFailure) throw new ExpectedStop(`OpenAI's engine stopped: ${error.message}`);
        throw error;
      } finally {
        write(`OpenAI's engine cost ${(spend.microUsd / 1_000_000).toFixed(4)} USD.\n`);
      }
      return readings;
    },
  };
}
