import type { Channel } from '#accountability';
import { isWithClones } from '#clones';
import type { Transaction } from '#database';
import type { Speaker } from '#detection';

export interface Conversation {
  id: string;
  source: string;
  externalId: string;
  cloneId: string;
  cloneVersionId: string | null;
  channel: Channel;
  declaredLanguage: string | null;
  startedAt: Date;
  receivedAt: Date;
}

export interface Turn {
  conversationId: string;
  turnIndex: number;
  speaker: Speaker;
  said: string;
  generated: string | null;
  interrupted: boolean;
  spokenAt: Date;
  endedAt: Date | null;
  confidence: number | null;
}

const CONVERSATION = `id, source, external_id AS "externalId", clone_id AS "cloneId", clone_version_id AS "cloneVersionId", channel,
  declared_language AS "declaredLanguage", started_at AS "startedAt", received_at AS "receivedAt"`;
const TURN = `conversation_id AS "conversationId", turn_index AS "turnIndex", speaker, said, generated, interrupted,
  spoken_at AS "spokenAt", ended_at AS "endedAt", confidence`;

/** The clones that whoever asks may see; null: all. */
export type VisibleClones = readonly string[] | null;

export function findConversations(
  tx: Transaction,
  ids: readonly string[],
  clones: VisibleClones,
): Promise<Conversation[]> {
  return tx.query<Conversation>(
    `SELECT ${CONVERSATION} FROM conversation WHERE id = ANY($1::uuid[]) AND ($2::uuid[] IS NULL OR clone_id = ANY($2))`,
    [ids, clones],
  );
}

/** Up to `limit` turns of each conversation, those after index `after`, in order of speaking. */
export function findTurns(
  tx: Transaction,
  conversationIds: readonly string[],
  { limit, after }: { limit: number; after: number },
  clones: VisibleClones,
): Promise<Turn[]> {
  return tx.query<Turn>(
    `SELECT t.* FROM unnest($1::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
       SELECT ${TURN} FROM turn WHERE conversation_id = wanted.id AND turn_index > $3 ORDER BY turn_index LIMIT $2) AS t
     WHERE ${isWithClones('wanted.id', '$4')}`,
    [conversationIds, limit, after, clones],
  );
}

export interface TurnPlace {
  conversationId: string;
  turnIndex: number;
}

export function findTurnsByPlace(
  tx: Transaction,
  places: readonly TurnPlace[],
  clones: VisibleClones,
): Promise<Turn[]> {
  return tx.query<Turn>(
    `SELECT ${TURN} FROM turn WHERE (conversation_id, turn_index) IN (SELECT * FROM unnest($1::uuid[], $2::int[]))
       AND ${isWithClones('conversation_id', '$3')}`,
    [places.map(({ conversationId }) => conversationId), places.map(({ turnIndex }) => turnIndex), clones],
  );
}
