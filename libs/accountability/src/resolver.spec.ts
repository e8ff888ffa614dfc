import { describe, expect, it } from 'vitest';
import { type Candidate, resolve } from './resolver.js';

const MARCH = Date.UTC(2026, 2, 1);
const JUNE = Date.UTC(2026, 5, 1);
const reply = { cloneId: 'alex', channel: 'PHONE', spokenAt: Date.UTC(2026, 3, 10, 9) } as const;

function assignment(id: string, changes: Partial<Candidate> = {}): Candidate {
  const open = {
    role: 'ACCOUNTABLE',
    cloneId: null,
    channel: null,
    validFrom: MARCH,
    validTo: null,
    recordedAt: MARCH,
  } as const;
  return { ...open, id, partyId: `party of ${id}`, ...changes };
}

/** What is in force, and what must come out: readable without knowing the code. */
const SCENARIOS: { claim: string; given: Candidate[]; outcome: string; party: string | null; fallback?: string }[] = [
  { claim: 'nobody assigned is a gap', given: [], outcome: 'GAP', party: null },
  {
    claim: 'a gap names the deployer as fallback, never as accountable',
    given: [assignment('d', { role: 'DEPLOYER_ENTITY', partyId: 'Nordpay' })],
    outcome: 'GAP',
    party: null,
    fallback: 'Nordpay',
  },
  { claim: 'one assignment answers', given: [assignment('a')], outcome: 'ACCOUNTABLE', party: 'party of a' },
  {
    claim: 'a channel is more specific than anything',
    given: [assignment('any'), assignment('phone', { channel: 'PHONE' })],
    outcome: 'ACCOUNTABLE',
    party: 'party of phone',
  },
  {
    claim: 'a clone is more specific than a channel',
    given: [assignment('phone', { channel: 'PHONE' }), assignment('alex', { cloneId: 'alex' })],
    outcome: 'ACCOUNTABLE',
    party: 'party of alex',
  },
  {
    claim: 'two that are equally specific are a conflict, and neither is chosen',
    given: [assignment('a', { cloneId: 'alex' }), assignment('b', { cloneId: 'alex' })],
    outcome: 'CONFLICT',
    party: null,
  },
  {
    claim: 'another clone is out of scope',
    given: [assignment('a', { cloneId: 'sara' })],
    outcome: 'GAP',
    party: null,
  },
  {
    claim: 'another channel is out of scope',
    given: [assignment('a', { channel: 'CHAT' })],
    outcome: 'GAP',
    party: null,
  },
  {
    claim: 'one that begins later does not answer',
    given: [assignment('a', { validFrom: JUNE })],
    outcome: 'GAP',
    party: null,
  },
  { claim: 'the end is exclusive', given: [assignment('a', { validTo: reply.spokenAt })], outcome: 'GAP', party: null },
  {
    claim: 'the start is inclusive',
    given: [assignment('a', { validFrom: reply.spokenAt })],
    outcome: 'ACCOUNTABLE',
    party: 'party of a',
  },
  {
    claim: 'one written down afterwards does not reach back',
    given: [assignment('a', { recordedAt: JUNE })],
    outcome: 'GAP',
    party: null,
  },
];

describe('who answers', () => {
  it.each(SCENARIOS)('$claim', ({ given, outcome, party, fallback }) => {
    expect(resolve(reply, given)).toMatchObject({ outcome, partyId: party, fallbackPartyId: fallback ?? null });
    expect(resolve(reply, given.toReversed())).toEqual(resolve(reply, given));
  });
});
