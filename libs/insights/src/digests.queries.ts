import { isWithClones } from '#clones';
import type { Transaction } from '#database';
import { insightLimits } from './limits.js';

/** What lists and filters know of a conversation: kept up as its turns are analysed. */
export interface Digest {
  conversationId: string;
  language: string | null;
  /** Mean sentiment of the caller's turns, -1 to 1; null when none is known. */
  sentiment: number | null;
  topics: string[];
  /** Null for whoever may not see flags, like `highestSeverity`. */
  flags: number | null;
  highestSeverity: number | null;
}

export interface NewWords {
  conversationId: string;
  words: string[];
}

/** Brings the digests of these conversations up to date, and adds the new turns' words to what they are found by. */
export async function updateDigests(tx: Transaction, given: readonly NewWords[]): Promise<void> {
  if (given.length === 0) return;
  await tx.query(
    `INSERT INTO conversation_digest AS old (organisation_id, conversation_id, started_at, language, sentiment, topics, flags,
       highest_severity, words)
     SELECT c.organisation_id, c.id, c.started_at, s.language, s.sentiment, coalesce(s.topics, '{}'), f.flags, f.highest,
       array_to_tsvector(ARRAY(SELECT jsonb_array_elements_text(given.words)))
     FROM unnest($1::uuid[], $2::jsonb[]) AS given (id, words)
     JOIN conversation c ON c.id = given.id
     CROSS JOIN LATERAL (
       SELECT mode() WITHIN GROUP (ORDER BY label) FILTER (WHERE detector = 'language') AS language,
         avg(score) FILTER (WHERE detector = 'sentiment') AS sentiment,
         array_agg(DISTINCT code) FILTER (WHERE detector = 'topics') AS topics
       FROM signal WHERE conversation_id = c.id AND outcome = 'SCORE') AS s
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS flags, max(severity) AS highest FROM flag WHERE conversation_id = c.id) AS f
     ORDER BY c.id
     ON CONFLICT (organisation_id, conversation_id) DO UPDATE SET language = excluded.language, sentiment = excluded.sentiment,
       topics = excluded.topics, flags = excluded.flags, highest_severity = excluded.highest_severity,
       words = CASE WHEN length(old.words) + length(excluded.words) <= $3 THEN old.words || excluded.words ELSE old.words END`,
    [
      given.map(({ conversationId }) => conversationId),
      given.map(({ words }) => JSON.stringify(words)),
      insightLimits.maxWordsPerConversation,
    ],
  );
}

export function findDigests(
  tx: Transaction,
  conversationIds: readonly string[],
  clones: readonly string[] | null,
): Promise<Digest[]> {
  return tx.query<Digest>(
    `SELECT conversation_id AS "conversationId", language, sentiment, topics, flags, highest_severity AS "highestSeverity"
     FROM conversation_digest WHERE conversation_id = ANY($1::uuid[]) AND ${isWithClones('conversation_id', '$2')}`,
    [conversationIds, clones],
  );
}

/** Of these conversations those with the clone, if one is given, and with one of `clones`, in the order in which they were first received. */
export async function chooseAnalysed(
  tx: Transaction,
  conversationIds: readonly string[],
  cloneId: string | null,
  clones: readonly string[] | null,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT d.conversation_id AS id
     FROM conversation_digest d JOIN conversation c ON c.organisation_id = d.organisation_id AND c.id = d.conversation_id
     WHERE d.conversation_id = ANY($1::uuid[]) AND ($2::uuid IS NULL OR c.clone_id = $2)
       AND ($3::uuid[] IS NULL OR c.clone_id = ANY($3)) ORDER BY d.conversation_id`,
    [conversationIds, cloneId, clones],
  );
  return rows.map(({ id }) => id);
}
