import { expect, test } from 'vitest';
import { EngineFailure, type AnalysisEngine, type TurnReading, type TurnToAnalyse } from './engine.js';
import { FallbackEngine } from './fallback.engine.js';

const ORGANISATION = 'organisation-1';

const turns: TurnToAnalyse[] = [0, 1].map((turnIndex) => ({
  conversationId: 'call-1',
  turnIndex,
  text: 'Good morning.',
  speaker: 'CALLER',
  context: { isFirstReply: false, previousTurns: [] },
}));

function engine(id: string, outcome?: Error): AnalysisEngine & { asked: unknown[][] } {
  const asked: unknown[][] = [];
  return {
    id,
    version: `${id}-1`,
    asked,
    analyse: async (organisationId, given) => {
      asked.push([organisationId, given]);
      if (outcome) throw outcome;
      return given.map((): TurnReading => ({
        engine: id,
        engineVersion: `${id}-1`,
        signals: [],
        costMicroUsd: 0,
        latencyMicroseconds: 5,
      }));
    },
  };
}

test('while the first engine answers, the second is not asked and no reading speaks of a fallback', async () => {
  const second = engine('embedded');
  const readings = await new FallbackEngine(engine('openai'), second).analyse(ORGANISATION, turns);
  expect(readings.map((reading) => reading.engine)).toEqual(['openai', 'openai']);
  expect(readings.every((reading) => reading.fallbackFor === undefined)).toBe(true);
  expect(second.asked).toEqual([]);
});

test('when the first engine fails, the second answers the same turns and every reading says for whom and why', async () => {
  const first = engine('openai', new EngineFailure('RATE_LIMITED', 'The provider answered with status 429.'));
  const second = engine('embedded');
  const readings = await new FallbackEngine(first, second).analyse(ORGANISATION, turns);
  expect(second.asked).toEqual([[ORGANISATION, turns]]);
  expect(readings).toHaveLength(2);
  for (const reading of readings) {
    expect(reading).toMatchObject({
      engine: 'embedded',
      engineVersion: 'embedded-1',
      fallbackFor: { engine: 'openai', reason: 'RATE_LIMITED' },
    });
  }
});

test('an error that is no engine failure is not covered up by the second engine', async () => {
  const second = engine('embedded');
  const fallback = new FallbackEngine(engine('openai', new Error('the spend book is broken')), second);
  await expect(fallback.analyse(ORGANISATION, turns)).rejects.toThrow('the spend book is broken');
  expect(second.asked).toEqual([]);
});

test('when the second engine fails too, its own reason is told', async () => {
  const fallback = new FallbackEngine(
    engine('openai', new EngineFailure('TIMEOUT', 'The provider took too long.')),
    engine('embedded', new EngineFailure('PROVIDER_ERROR', 'The other provider answered with status 500.')),
  );
  await expect(fallback.analyse(ORGANISATION, turns)).rejects.toMatchObject({ reason: 'PROVIDER_ERROR' });
});

test('it goes by the id and version of the first engine', () => {
  expect(new FallbackEngine(engine('openai'), engine('embedded'))).toMatchObject({ id: 'openai', version: 'openai-1' });
});
