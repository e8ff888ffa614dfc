import { describe, expect, it } from 'vitest';
import { describeFailure, isShutdown } from './failures.js';

describe('the description of a failure', () => {
  it('names kind, code and place, and never the message, which may quote a transcript', () => {
    const error = Object.assign(new RangeError('Failing row contains (my card is 4111)'), { code: '23514' });
    error.stack = `RangeError: Failing row contains (my card is 4111)
    at Connection.parse (file:///srv/node_modules/pg/lib/client.js:1:1)
    at Judge.raise (file:///srv/answerable/dist/libs/moderation/src/flags.service.js:24:11)`;
    expect(describeFailure(error)).toBe('RangeError 23514 libs/moderation/src/flags.service.js:24');
  });

  it('is in one line whatever was thrown', () => {
    expect(describeFailure('my card is 4111')).toBe('unknown failure');
    expect(describeFailure(undefined)).toBe('unknown failure');
    expect(describeFailure(Object.assign(new Error('x\ny'), { stack: undefined }))).toBe('Error');
  });
});

describe('a failure that is not the fault of the event', () => {
  it.each([
    ['an administrator ended the connection', Object.assign(new Error('terminating connection'), { code: '57P01' })],
    ['the server crashed', Object.assign(new Error('crash'), { code: '57P02' })],
    ['the connection was refused', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['the connection broke', new Error('Connection terminated unexpectedly')],
    ['the connection is broken', new Error('Client has encountered a connection error and is not queryable')],
    ['we closed the pool', new Error('Cannot use a pool after calling end on the pool')],
    ['no connection was free', new Error('timeout exceeded when trying to connect')],
  ])('is that %s', (_, error) => {
    expect(isShutdown(error)).toBe(true);
  });

  it.each([
    ['a row that the database refuses', Object.assign(new Error('duplicate key'), { code: '23505' })],
    ['a statement that took too long', Object.assign(new Error('canceling statement'), { code: '57014' })],
    ["a handler's own words", new Error('The account is closed, the contract was terminated.')],
    ['something that is no error', 'closed'],
  ])('is not %s', (_, error) => {
    expect(isShutdown(error)).toBe(false);
  });
});
