import type { AnalysedTurn } from '#analysis';
import type { Channel } from '#accountability';
import type { Transaction } from '#database';
import type { Evidence, Match } from './judge.js';
import type { Severity } from './rules.js';

export interface Flag {
  id: string;
  conversationId: string;
  turnIndex: number;
  ruleId: string;
  ruleSetVersion: string;
  code: string;
  severity: Severity;
  score: number;
  engine: string;
  engineVersion: string;
  evidence: Evidence[];
  reason: string | null;
  cloneId: string;
  channel: Channel;
  spokenAt: Date;
  raisedAt: Date;
}

export interface FlagFilter {
  severityAtLeast?: number | undefined;
  codes?: readonly string[] | undefined;
  cloneId?: string | undefined;
  channel?: Channel | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

/** Which new flags somebody wants to hear of. */
export type RaisedFilter = Pick<FlagFilter, 'cloneId' | 'severityAtLeast'>;

/** A place in the list of flags: the newest comes first. */
export interface FlagPlace {
  spokenAt: Date;
  id: string;
}

/** A flag as it is raised, with what it rests on. */
export interface RaisedFlag {
  id: string;
  turn: AnalysedTurn;
  match: Match;
}

const FLAG = `id, conversation_id AS "conversationId", turn_index AS "turnIndex", rule_id AS "ruleId",
  rule_set_version AS "ruleSetVersion", code, severity, score, engine, engine_version AS "engineVersion", evidence, reason,
  clone_id AS "cloneId", channel, spoken_at AS "spokenAt", raised_at AS "raisedAt"`;

export async function insertFlags(tx: Transaction, ruleSetVersion: string, rows: readonly RaisedFlag[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO flag (organisation_id, id, conversation_id, turn_index, rule_id, code, severity, score, engine, engine_version,
       evidence, reason, clone_id, channel, spoken_at, rule_set_version, raised_at)
     SELECT current_organisation(), f.*, $15, now() FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[],
       $6::smallint[], $7::real[], $8::text[], $9::text[], $10::jsonb[], $11::text[], $12::uuid[], $13::text[], $14::timestamptz[]) AS f`,
    [
      rows.map(({ id }) => id),
      rows.map(({ turn }) => turn.conversationId),
      rows.map(({ turn }) => turn.turnIndex),
      rows.map(({ match }) => match.rule.id),
      rows.map(({ match }) => match.rule.code),
      rows.map(({ match }) => match.rule.severity),
      rows.map(({ match }) => match.score),
      rows.map(({ turn }) => turn.reading.engine),
      rows.map(({ turn }) => turn.reading.engineVersion),
      rows.map(({ match }) => JSON.stringify(match.evidence)),
      rows.map(({ match }) => match.reason),
      rows.map(({ turn }) => turn.cloneId),
      rows.map(({ turn }) => turn.channel),
      rows.map(({ turn }) => turn.spokenAt.toISOString()),
      ruleSetVersion,
    ],
  );
}

/** A page of flags, newest reply first, after `after`. Walks one index, so its cost does not grow with the table. */
export function findFlags(
  tx: Transaction,
  filter: FlagFilter,
  limit: number,
  after: FlagPlace | null,
  clones: readonly string[] | null,
): Promise<Flag[]> {
  return tx.query<Flag>(
    `SELECT ${FLAG} FROM flag
     WHERE ($2::timestamptz IS NULL OR (spoken_at, id) < ($2, $3::uuid))
       AND ($4::int IS NULL OR severity >= $4) AND ($5::text[] IS NULL OR code = ANY($5))
       AND ($6::uuid IS NULL OR clone_id = $6) AND ($7::text IS NULL OR channel = $7)
       AND ($8::timestamptz IS NULL OR spoken_at >= $8) AND ($9::timestamptz IS NULL OR spoken_at < $9)
       AND ($10::uuid[] IS NULL OR clone_id = ANY($10))
     ORDER BY spoken_at DESC, id DESC LIMIT $1`,
    [
      limit,
      after?.spokenAt ?? null,
      after?.id ?? null,
      filter.severityAtLeast ?? null,
      filter.codes ?? null,
      filter.cloneId ?? null,
      filter.channel ?? null,
      filter.from ?? null,
      filter.to ?? null,
      clones,
    ],
  );
}

export function findFlagsOf(
  tx: Transaction,
  conversationIds: readonly string[],
  clones: readonly string[] | null,
): Promise<Flag[]> {
  return tx.query<Flag>(
    `SELECT ${FLAG} FROM flag WHERE conversation_id = ANY($1::uuid[]) AND ($2::uuid[] IS NULL OR clone_id = ANY($2))
     ORDER BY conversation_id, turn_index, severity DESC, code`,
    [conversationIds, clones],
  );
}

export function findFlagsById(
  tx: Transaction,
  ids: readonly string[],
  clones: readonly string[] | null,
): Promise<Flag[]> {
  return tx.query<Flag>(
    `SELECT ${FLAG} FROM flag WHERE id = ANY($1::uuid[]) AND ($2::uuid[] IS NULL OR clone_id = ANY($2))`,
    [ids, clones],
  );
}

/** Those of these flags that are wanted, of one of `clones`, in the order in which they were raised. */
export async function chooseRaised(
  tx: Transaction,
  ids: readonly string[],
  wanted: RaisedFilter,
  clones: readonly string[] | null,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM flag WHERE id = ANY($1::uuid[]) AND ($2::uuid IS NULL OR clone_id = $2)
       AND ($3::int IS NULL OR severity >= $3) AND ($4::uuid[] IS NULL OR clone_id = ANY($4)) ORDER BY id`,
    [ids, wanted.cloneId ?? null, wanted.severityAtLeast ?? null, clones],
  );
  return rows.map(({ id }) => id);
}
