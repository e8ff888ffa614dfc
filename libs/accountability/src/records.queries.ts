import { isWithClones } from '#clones';
import { binaryArrays, type Transaction } from '#database';
import type { Channel } from './channels.js';
import { type Candidate, RESOLVER_VERSION, resolve, type Resolution } from './resolver.js';

const { instant, integer, text, uuid } = binaryArrays;

/** A reply that needs its record. */
export interface ReplyToRecord {
  conversationId: string;
  turnIndex: number;
  cloneId: string;
  channel: Channel;
  spokenAt: Date;
}

/** Who answers for one reply, as it was resolved when the reply came in. Never changed afterwards. */
export interface AccountabilityRecord {
  conversationId: string;
  turnIndex: number;
  outcome: 'ACCOUNTABLE' | 'GAP' | 'CONFLICT';
  accountablePartyId: string | null;
  fallbackPartyId: string | null;
  assignmentIds: string[];
  resolverVersion: string;
}

/** A reply, and who answers for it. */
export interface ResolvedReply {
  reply: ReplyToRecord;
  resolution: Resolution;
}

/** Resolves who answers for each reply, as of the moment it was spoken: one statement. */
export async function resolveAnswerability(
  tx: Transaction,
  replies: readonly ReplyToRecord[],
): Promise<ResolvedReply[]> {
  if (replies.length === 0) return [];
  const candidates = await findCandidates(tx, replies);
  return replies.map((reply) => ({
    reply,
    resolution: resolve({ ...reply, spokenAt: reply.spokenAt.getTime() }, candidates),
  }));
}

/** Records who answers, in the transaction that stores the replies: one statement. */
export function recordAnswerability(tx: Transaction, resolved: readonly ResolvedReply[]): void {
  if (resolved.length === 0) return;
  tx.send(
    `INSERT INTO accountability_record (organisation_id, conversation_id, turn_index, spoken_at, outcome,
       accountable_party_id, fallback_party_id, assignment_ids, resolver_version)
     SELECT current_organisation(), r.conversation_id, r.turn_index, r.spoken_at, r.outcome, r.party, r.fallback,
       coalesce(string_to_array(nullif(r.assignments, ''), ' ')::uuid[], '{}'), $8
     FROM unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::text[], $5::uuid[], $6::uuid[], $7::text[])
       AS r (conversation_id, turn_index, spoken_at, outcome, party, fallback, assignments)`,
    [
      uuid(resolved.map(({ reply }) => reply.conversationId)),
      integer(resolved.map(({ reply }) => reply.turnIndex)),
      instant(resolved.map(({ reply }) => reply.spokenAt)),
      text(resolved.map(({ resolution }) => resolution.outcome)),
      uuid(resolved.map(({ resolution }) => resolution.partyId)),
      uuid(resolved.map(({ resolution }) => resolution.fallbackPartyId)),
      text(resolved.map(({ resolution }) => resolution.assignmentIds.join(' '))),
      RESOLVER_VERSION,
    ],
  );
}

/** Every assignment that could apply to any of these replies; the pure resolver decides. */
function findCandidates(tx: Transaction, replies: readonly ReplyToRecord[]): Promise<Candidate[]> {
  const times = replies.map(({ spokenAt }) => spokenAt.getTime());
  return tx.prepared<Candidate>(
    `SELECT id, role, party_id AS "partyId", clone_id AS "cloneId", channel,
       (extract(epoch FROM valid_from) * 1000)::float8 AS "validFrom", (extract(epoch FROM least(valid_to, e.ended_at)) * 1000)::float8 AS "validTo",
       (extract(epoch FROM a.recorded_at) * 1000)::float8 AS "recordedAt"
     FROM assignment a LEFT JOIN assignment_end e ON e.organisation_id = a.organisation_id AND e.assignment_id = a.id
     WHERE (clone_id IS NULL OR clone_id = ANY($1::uuid[])) AND valid_from <= $3
       AND coalesce(least(valid_to, e.ended_at), 'infinity') > $2`,
    [
      [...new Set(replies.map(({ cloneId }) => cloneId))],
      new Date(times.reduce((least, time) => Math.min(least, time))),
      new Date(times.reduce((most, time) => Math.max(most, time))),
    ],
  );
}

/** How many replies nobody, or more than one, answers for. */
export async function countOpen(tx: Transaction): Promise<{ gaps: number; conflicts: number }> {
  const [row] = await tx.query<{ gaps: number; conflicts: number }>(
    `SELECT count(*) FILTER (WHERE outcome = 'GAP')::int AS gaps, count(*) FILTER (WHERE outcome = 'CONFLICT')::int AS conflicts
     FROM accountability_record WHERE outcome <> 'ACCOUNTABLE'`,
  );
  return row!; // an aggregate is one row
}

/** The records of these conversations, in the order of speaking. */
export function findRecords(
  tx: Transaction,
  conversationIds: readonly string[],
  clones: readonly string[] | null,
): Promise<AccountabilityRecord[]> {
  return tx.query<AccountabilityRecord>(
    `SELECT conversation_id AS "conversationId", turn_index AS "turnIndex", outcome, accountable_party_id AS "accountablePartyId",
       fallback_party_id AS "fallbackPartyId", assignment_ids AS "assignmentIds", resolver_version AS "resolverVersion"
     FROM accountability_record WHERE conversation_id = ANY($1::uuid[]) AND ${isWithClones('conversation_id', '$2')}
     ORDER BY conversation_id, turn_index`,
    [conversationIds, clones],
  );
}
