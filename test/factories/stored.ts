import type { World } from '../support/world.js';
import type { SentConversation } from './conversations.js';

interface StoredTurn {
  index: number;
  speaker: string;
  said: string;
  generated: string | null;
  interrupted: boolean;
  spokenAt: Date;
  endedAt: Date | null;
  confidence: number | null;
}

type Identity = Pick<SentConversation, 'source' | 'externalId'>;

/** The turns that the tables hold for a conversation, past row-level security. */
export async function storedTurns(world: World, { source, externalId }: Identity): Promise<StoredTurn[]> {
  const { rows } = await world.owner.query<StoredTurn>(
    `SELECT t.turn_index AS index, t.speaker, t.said, t.generated, t.interrupted, t.spoken_at AS "spokenAt",
       t.ended_at AS "endedAt", t.confidence
     FROM turn t JOIN conversation c ON c.organisation_id = t.organisation_id AND c.id = t.conversation_id
     WHERE c.source = $1 AND c.external_id = $2 ORDER BY c.organisation_id, t.turn_index`,
    [source, externalId],
  );
  return rows;
}

/** How many conversations have this identity, in all organisations. */
export async function storedTimes(world: World, { source, externalId }: Identity): Promise<number> {
  const { rows } = await world.owner.query(
    'SELECT count(*)::int AS times FROM conversation WHERE source = $1 AND external_id = $2',
    [source, externalId],
  );
  return rows[0].times;
}

interface StoredRefusal {
  kind: string;
  route: string;
  source: string | null;
  externalId: string | null;
  problems: { path: string; message: string }[];
  payload: Buffer;
  payloadBytes: number;
  timesSeen: number;
}

/** What quarantine holds of an organisation, oldest first. */
export async function storedRefusals(world: World, organisationId: string): Promise<StoredRefusal[]> {
  const { rows } = await world.owner.query<StoredRefusal>(
    `SELECT kind, route, source, external_id AS "externalId", problems, payload, payload_bytes::int AS "payloadBytes",
       times_seen AS "timesSeen" FROM quarantine WHERE organisation_id = $1 ORDER BY id`,
    [organisationId],
  );
  return rows;
}

/** How many turns each of these conversations has, 0 for one that is not stored. In the order given. */
export async function turnCounts(world: World, conversations: readonly Identity[]): Promise<number[]> {
  const { rows } = await world.owner.query<{ turns: number }>(
    `SELECT count(t.turn_index)::int AS turns
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS wanted (source, external_id, place)
     LEFT JOIN conversation c ON c.source = wanted.source AND c.external_id = wanted.external_id
     LEFT JOIN turn t ON t.organisation_id = c.organisation_id AND t.conversation_id = c.id
     GROUP BY wanted.place ORDER BY wanted.place`,
    [conversations.map(({ source }) => source), conversations.map(({ externalId }) => externalId)],
  );
  return rows.map(({ turns }) => turns);
}
