import { expect, test } from 'vitest';
import { checkPipeline, type Handler } from './handlers.js';

const handlerOf = (job: string): Handler => ({ job, handle: () => Promise.resolve() });
const analyse = handlerOf('analyse-turns');

test('a complete pipeline names the handler of each event; one job may follow several events', () => {
  const export_ = handlerOf('export-flags');
  const byEvent = checkPipeline(
    [
      { on: 'TurnsRecorded', run: 'analyse-turns' },
      { on: 'TurnsCorrected', run: 'analyse-turns' },
      { on: 'ReplyFlagged', run: 'export-flags' },
    ],
    [export_, analyse],
  );
  expect([...byEvent]).toEqual([
    ['TurnsRecorded', analyse],
    ['TurnsCorrected', analyse],
    ['ReplyFlagged', export_],
  ]);
});

test('a job without a handler is refused by its name', () => {
  expect(() => checkPipeline([{ on: 'TurnsRecorded', run: 'analyse-turns' }], [])).toThrow(
    'The job analyse-turns has no handler.',
  );
});

test('a job with two handlers is refused by its name', () => {
  const handlers = [analyse, handlerOf('analyse-turns')];
  expect(() => checkPipeline([{ on: 'TurnsRecorded', run: 'analyse-turns' }], handlers)).toThrow(
    'The job analyse-turns has 2 handlers.',
  );
});

test('a handler that no step of the pipeline runs is refused by the name of its job', () => {
  expect(() => checkPipeline([], [analyse])).toThrow('The handler of analyse-turns stands in no pipeline step.');
});

test('an event that stands twice in the pipeline is refused by its name', () => {
  const twice = [
    { on: 'TurnsRecorded', run: 'analyse-turns' },
    { on: 'TurnsRecorded', run: 'export-flags' },
  ];
  expect(() => checkPipeline(twice, [analyse, handlerOf('export-flags')])).toThrow(
    'The event TurnsRecorded stands twice in the pipeline.',
  );
});
