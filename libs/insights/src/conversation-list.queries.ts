import type { AccountabilityRecord, Channel } from '#accountability';
import type { Transaction } from '#database';

export interface ConversationFilter {
  cloneId?: string | undefined;
  channel?: Channel | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  language?: string | undefined;
  topic?: string | undefined;
  flagged?: boolean | undefined;
  severityAtLeast?: number | undefined;
  /** Mean sentiment under this, -1 to 1. */
  sentimentBelow?: number | undefined;
  sentimentAbove?: number | undefined;
  /** With a reply of which this is recorded. */
  accountability?: AccountabilityRecord['outcome'] | undefined;
  /** Only with these clones, besides `cloneId`: those that whoever asks may see. Null: all. */
  visibleClones: readonly string[] | null;
}

/** A place in the list: the newest conversation comes first. */
export interface ListPlace {
  startedAt: Date;
  id: string;
}

export type ListedConversation = ListPlace;

const FILTERS = `
  ($2::timestamptz IS NULL OR (c.started_at, c.id) < ($2, $3::uuid))
  AND ($4::uuid IS NULL OR c.clone_id = $4) AND ($5::text IS NULL OR c.channel = $5)
  AND ($6::timestamptz IS NULL OR c.started_at >= $6) AND ($7::timestamptz IS NULL OR c.started_at < $7)
  AND ($14::uuid[] IS NULL OR c.clone_id = ANY($14))`;
const DIGEST_FILTERS = `
  AND ($8::text IS NULL OR d.language = $8) AND ($9::text IS NULL OR $9 = ANY(d.topics))
  AND ($10::bool IS NULL OR (coalesce(d.flags, 0) > 0) = $10) AND ($11::int IS NULL OR d.highest_severity >= $11)
  AND ($12::real IS NULL OR d.sentiment < $12) AND ($13::real IS NULL OR d.sentiment > $13)`;

/**
 * A page of conversations, newest first, after `after`. Without words it walks one index and stops when the page is full;
 * with words it starts from the conversations that hold them all.
 * @param words a tsquery, or null
 */
export function listConversations(
  tx: Transaction,
  filter: ConversationFilter,
  words: string | null,
  limit: number,
  after: ListPlace | null,
): Promise<ListedConversation[]> {
  const found = words === null ? '' : 'JOIN conversations_with_words($15::tsquery) AS w ON w.conversation_id = c.id';
  const values = [
    limit,
    after?.startedAt ?? null,
    after?.id ?? null,
    filter.cloneId ?? null,
    filter.channel ?? null,
    filter.from ?? null,
    filter.to ?? null,
    filter.language ?? null,
    filter.topic ?? null,
    filter.flagged ?? null,
    filter.severityAtLeast ?? null,
    toReal(filter.sentimentBelow),
    toReal(filter.sentimentAbove),
    filter.visibleClones,
  ];
  return tx.query<ListedConversation>(
    `SELECT c.id, c.started_at AS "startedAt" FROM conversation c ${found}
     LEFT JOIN conversation_digest d ON d.organisation_id = c.organisation_id AND d.conversation_id = c.id
     WHERE ${FILTERS} ${DIGEST_FILTERS} ${withOutcome(filter.accountability)} ORDER BY c.started_at DESC, c.id DESC LIMIT $1`,
    words === null ? values : [...values, words],
  );
}

/** Not a parameter, so that the planner sees how rare a gap is; the values are those of a closed list. */
function withOutcome(outcome: AccountabilityRecord['outcome'] | undefined): string {
  if (outcome === undefined) return '';
  return `AND EXISTS (SELECT FROM accountability_record r
    WHERE r.organisation_id = c.organisation_id AND r.conversation_id = c.id AND r.outcome = '${outcome}')`;
}

/** Rounded as the column is, so that a sentiment is not above itself, and so that no number is out of PostgreSQL's range. */
function toReal(number: number | undefined): number | null {
  return number === undefined ? null : Math.fround(number);
}
