import { describe, expect, it } from 'vitest';
import { readModel } from '../../libs/detection/src/linear/model-format.js';
import { sha256 } from '../../libs/detection/src/linear/weights-file.js';
import { readWords } from '../../libs/detection/src/words.js';
import type { Example, TrainingTask } from './task.js';
import { train } from './train.js';

const TURNS: readonly [text: string, pleased: boolean][] = [
  ['thank you, that was quick', true],
  ['great, thanks a lot', true],
  ['lovely, you sorted it', true],
  ['thank you so much', true],
  ['quick and easy, great', true],
  ['sorted, lovely', true],
  ['this is useless', false],
  ['nobody answers, useless', false],
  ['still waiting and nobody answers', false],
  ['an awful answer', false],
  ['awful, still waiting', false],
  ['useless and awful', false],
];

function taskOf(kind: TrainingTask['kind']): TrainingTask {
  const examples = TURNS.map(([text, pleased], at): Example => {
    const target = pleased ? [1, 0] : [0, 1];
    return {
      source: 'turns',
      group: `${at}`,
      target,
      weight: 1,
      write: (vector) => vector.addWords(readWords(text).words),
    };
  });
  return {
    name: 'fixture',
    kind,
    classes: ['pleased', 'displeased'],
    features: { bits: 12, wordRun: 2, charactersFrom: 3, charactersTo: 4, negationReach: 3, wordsRead: 50 },
    dense: [],
    learning: { passes: 5, step: 0.5, decay: 1e-5, folds: 3 },
    examples: () => ({ examples, sources: [{ name: 'turns', licence: 'ours', examples: examples.length }] }),
    card: { purpose: 'A fixture.', limits: ['Twelve turns.'] },
  };
}

const quiet = (): void => {};

describe.each(['ONE_OF', 'ANY_OF'] as const)('training a model %s', (kind) => {
  it('twice with one seed gives the same bytes and the same card', () => {
    const once = train(taskOf(kind), '', 7, quiet);
    const again = train(taskOf(kind), '', 7, quiet);
    expect(Buffer.from(again.file).equals(once.file)).toBe(true);
    expect(again.card).toBe(once.card);
  });

  it('with another seed gives other bytes', () => {
    expect(Buffer.from(train(taskOf(kind), '', 8, quiet).file).equals(train(taskOf(kind), '', 7, quiet).file)).toBe(
      false,
    );
  });

  it('learns what tells the classes apart', () => {
    const model = readModel(train(taskOf(kind), '', 7, quiet).file, sha256);
    const pleasure = (text: string): number => {
      model.vector.clear();
      model.vector.addWords(readWords(text).words);
      return model.judge()[0] ?? 0;
    };
    expect(pleasure('thanks, lovely')).toBeGreaterThan(0.5);
    expect(pleasure('useless, nobody answers')).toBeLessThan(0.5);
  });
});
