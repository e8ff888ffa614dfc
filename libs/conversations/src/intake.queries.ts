import type { Channel } from '#accountability';
import { binaryArrays, type Transaction } from '#database';
import type { IntakeTurn } from './intake.schema.js';

const { boolean, bytea, instant, integer, real, text, uuid } = binaryArrays;

/** A conversation row about to be stored. */
export interface NewConversation {
  id: string;
  source: string;
  externalId: string;
  cloneId: string;
  cloneVersionId: string | null;
  channel: Channel;
  language: string | null;
  startedAt: Date;
  contentHash: Buffer;
}

export type StoredConversation = NewConversation;

/** A turn row about to be stored, with the moment of speaking settled. */
export interface NewTurn extends IntakeTurn {
  conversationId: string;
  spokenAt: Date;
  contentHash: Buffer;
}

/** Fails with a unique violation when an identity was stored meanwhile. */
export function insertConversations(tx: Transaction, rows: readonly NewConversation[]): void {
  if (rows.length === 0) return;
  tx.send(
    `INSERT INTO conversation (organisation_id, id, source, external_id, clone_id, clone_version_id, channel,
       declared_language, started_at, received_at, content_hash)
     SELECT current_organisation(), c.id, c.source, c.external_id, c.clone_id, c.version_id, c.channel, c.language, c.started_at, now(), c.hash
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::timestamptz[], $9::bytea[])
       AS c (id, source, external_id, clone_id, version_id, channel, language, started_at, hash)`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.source),
      rows.map((row) => row.externalId),
      rows.map((row) => row.cloneId),
      rows.map((row) => row.cloneVersionId),
      rows.map((row) => row.channel),
      rows.map((row) => row.language),
      rows.map((row) => row.startedAt.toISOString()),
      rows.map((row) => row.contentHash),
    ],
  );
}

/**
 * The stored conversations with these identities, locked in this order so that nobody appends to them meanwhile. Each is
 * looked up on its own: a join would be planned once, as a scan, while the table is still small.
 */
export function lockConversations(
  tx: Transaction,
  identities: readonly { source: string; externalId: string }[],
): Promise<StoredConversation[]> {
  if (identities.length === 0) return Promise.resolve([]);
  return tx.prepared<StoredConversation>(
    `SELECT stored.* FROM unnest($1::text[], $2::text[]) AS sent (source, external_id) CROSS JOIN LATERAL (
       SELECT id, source, external_id AS "externalId", clone_id AS "cloneId", clone_version_id AS "cloneVersionId", channel,
         declared_language AS language, started_at AS "startedAt", content_hash AS "contentHash"
       FROM conversation c WHERE c.source = sent.source AND c.external_id = sent.external_id FOR NO KEY UPDATE
     ) AS stored`,
    [identities.map(({ source }) => source), identities.map(({ externalId }) => externalId)],
  );
}

export interface StoredTurn extends IntakeTurn {
  conversationId: string;
  contentHash: Buffer;
}

/** The stored turns at these places, each looked up on its own. */
export function findTurnsAt(
  tx: Transaction,
  places: readonly { conversationId: string; index: number }[],
): Promise<StoredTurn[]> {
  if (places.length === 0) return Promise.resolve([]);
  return tx.prepared<StoredTurn>(
    `SELECT t.conversation_id AS "conversationId", t.turn_index AS index, t.speaker, t.said, t.generated, t.interrupted,
       t.spoken_at AS "startedAt", t.ended_at AS "endedAt", t.confidence, t.content_hash AS "contentHash"
     FROM unnest($1::uuid[], $2::int[]) AS place (conversation_id, turn_index) CROSS JOIN LATERAL (
       SELECT * FROM turn WHERE conversation_id = place.conversation_id AND turn_index = place.turn_index OFFSET 0
     ) AS t`,
    [places.map(({ conversationId }) => conversationId), places.map(({ index }) => index)],
  );
}

export function insertTurns(tx: Transaction, rows: readonly NewTurn[]): void {
  if (rows.length === 0) return;
  tx.send(
    `INSERT INTO turn (organisation_id, conversation_id, turn_index, speaker, said, generated, interrupted, spoken_at,
       ended_at, confidence, content_hash)
     SELECT current_organisation(), t.*
     FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::bool[], $7::timestamptz[], $8::timestamptz[],
       $9::real[], $10::bytea[]) AS t`,
    [
      uuid(rows.map((row) => row.conversationId)),
      integer(rows.map((row) => row.index)),
      text(rows.map((row) => row.speaker)),
      text(rows.map((row) => row.said)),
      text(rows.map((row) => row.generated)),
      boolean(rows.map((row) => row.interrupted)),
      instant(rows.map((row) => row.spokenAt)),
      instant(rows.map((row) => row.endedAt)),
      real(rows.map((row) => row.confidence)),
      bytea(rows.map((row) => row.contentHash)),
    ],
  );
}
