import type { Channel } from './channels.js';

/** Changes whenever the same facts could resolve differently; every record names the one it was made by. */
export const RESOLVER_VERSION = '1';

/** An assignment, as the resolver reads it. Times are instants in milliseconds since 1970. */
export interface Candidate {
  id: string;
  role: 'ACCOUNTABLE' | 'DEPLOYER_ENTITY';
  partyId: string;
  cloneId: string | null;
  channel: Channel | null;
  validFrom: number;
  validTo: number | null;
  recordedAt: number;
}

/** Who answers for one reply: somebody, nobody (the deployer is named as fallback), or more than one. */
export interface Resolution {
  outcome: 'ACCOUNTABLE' | 'GAP' | 'CONFLICT';
  partyId: string | null;
  fallbackPartyId: string | null;
  /** The assignments that decided: one, none, or all that tie. */
  assignmentIds: string[];
}

/**
 * Who answers for what `cloneId` said on `channel` at `spokenAt`. Pure, and insensitive to the order of `candidates`.
 * The most specific assignment wins, a clone before a channel; a tie is a conflict and nobody is chosen; none is a gap.
 */
export function resolve(
  reply: { cloneId: string; channel: Channel; spokenAt: number },
  candidates: readonly Candidate[],
): Resolution {
  const inForce = candidates.filter((candidate) => applies(candidate, reply));
  const deployer = mostSpecific(inForce.filter(({ role }) => role === 'DEPLOYER_ENTITY'));
  const fallbackPartyId = deployer.length === 1 ? deployer[0]!.partyId : null; // the length was just checked
  const winners = mostSpecific(inForce.filter(({ role }) => role === 'ACCOUNTABLE'));
  const assignmentIds = winners.map(({ id }) => id).sort();
  const [winner] = winners;
  if (winner === undefined) return { outcome: 'GAP', partyId: null, fallbackPartyId, assignmentIds };
  if (winners.length > 1) return { outcome: 'CONFLICT', partyId: null, fallbackPartyId, assignmentIds };
  return { outcome: 'ACCOUNTABLE', partyId: winner.partyId, fallbackPartyId, assignmentIds };
}

/** In scope, valid, and already written down at the moment of speaking. */
function applies(candidate: Candidate, reply: { cloneId: string; channel: Channel; spokenAt: number }): boolean {
  return (
    (candidate.cloneId === null || candidate.cloneId === reply.cloneId) &&
    (candidate.channel === null || candidate.channel === reply.channel) &&
    candidate.validFrom <= reply.spokenAt &&
    (candidate.validTo === null || reply.spokenAt < candidate.validTo) &&
    candidate.recordedAt <= reply.spokenAt
  );
}

function mostSpecific(candidates: readonly Candidate[]): Candidate[] {
  const best = Math.max(...candidates.map(specificity));
  return candidates.filter((candidate) => specificity(candidate) === best);
}

function specificity(candidate: Candidate): number {
  return (candidate.cloneId === null ? 0 : 2) + (candidate.channel === null ? 0 : 1);
}
