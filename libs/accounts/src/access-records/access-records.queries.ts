import type { Transaction } from '#database';
import { newId } from '#platform';
import {
  ACCESS_OPERATIONS,
  type Access,
  type AccessOperation,
  type Doer,
  type Origin,
  originOf,
  type SubjectType,
} from './access-log.js';
import { MAX_USER_AGENT_CHARACTERS } from '../limits.js';

/** Accesses of one actor from one place at one moment. */
export interface ActorAccesses {
  actor: Doer;
  origin: Origin;
  at: Date;
  accesses: readonly Access[];
}

/** Writes the records in the caller's transaction, as one statement; when it fails, so does the commit. */
export function insertAccessRecords(tx: Transaction, given: readonly ActorAccesses[]): void {
  const rows = given.flatMap(({ accesses, ...who }) => accesses.map((access) => ({ ...who, access })));
  if (rows.length === 0) return;
  tx.send(
    `INSERT INTO access_record (organisation_id, id, at, operation, actor_kind, actor_id, actor_name, subject_type, subject_ids,
       reason, address, user_agent, request_id)
     SELECT current_organisation(), a.id, a.at, a.operation, a.kind, a.actor, a.name, a.subject,
       coalesce(string_to_array(nullif(a.ids, ''), ' ')::uuid[], '{}'), a.reason, a.address, a.agent, a.request
     FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::text[], $11::text[], $12::text[]) AS a (id, at, operation, kind, actor, name, subject, ids, reason, address, agent, request)`,
    [
      rows.map(() => newId()),
      rows.map(({ at }) => at.toISOString()),
      rows.map(({ access }) => access.operation),
      rows.map(({ actor }) => actor.kind),
      rows.map(({ actor }) => actor.id),
      rows.map(({ actor }) => actor.name),
      rows.map(({ access }) => ACCESS_OPERATIONS[access.operation]),
      rows.map(({ access }) => access.subjectIds.join(' ')),
      rows.map(({ origin }) => origin.reason),
      rows.map(({ origin }) => origin.address),
      rows.map(({ origin }) => origin.userAgent?.slice(0, MAX_USER_AGENT_CHARACTERS) ?? null),
      rows.map(({ origin }) => origin.requestId),
    ],
  );
}

/** Records one change, in the transaction that makes it. */
export function recordChange(
  tx: Transaction,
  by: Doer,
  change: { operation: AccessOperation; subjectIds: string[]; at: Date; origin?: Origin },
): void {
  const { operation, subjectIds, at, origin = originOf(by) } = change;
  insertAccessRecords(tx, [{ actor: by, origin, at, accesses: [{ operation, subjectIds }] }]);
}

export interface AccessRecord extends Origin {
  id: string;
  at: Date;
  operation: AccessOperation;
  actorKind: Doer['kind'];
  actorId: string;
  actorName: string;
  subjectType: SubjectType;
  subjectIds: string[];
}

export interface AccessRecordFilter {
  operations?: readonly AccessOperation[] | undefined;
  actorId?: string | undefined;
  subjectId?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

/** A place in the list: the latest record comes first. */
export interface AccessRecordPlace {
  at: Date;
  id: string;
}

/** A page of records, the latest first, after `after`: walks one index. */
export function findAccessRecords(
  tx: Transaction,
  filter: AccessRecordFilter,
  limit: number,
  after: AccessRecordPlace | null,
): Promise<AccessRecord[]> {
  return tx.query<AccessRecord>(
    `SELECT id, at, operation, actor_kind AS "actorKind", actor_id AS "actorId", actor_name AS "actorName",
       subject_type AS "subjectType", subject_ids AS "subjectIds", reason, address, user_agent AS "userAgent", request_id AS "requestId"
     FROM access_record
     WHERE ($2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid))
       AND ($4::text[] IS NULL OR operation = ANY($4)) AND ($5::uuid IS NULL OR actor_id = $5)
       AND ($6::uuid IS NULL OR $6 = ANY(subject_ids))
       AND ($7::timestamptz IS NULL OR at >= $7) AND ($8::timestamptz IS NULL OR at < $8)
     ORDER BY at DESC, id DESC LIMIT $1`,
    [
      limit,
      after?.at ?? null,
      after?.id ?? null,
      filter.operations ?? null,
      filter.actorId ?? null,
      filter.subjectId ?? null,
      filter.from ?? null,
      filter.to ?? null,
    ],
  );
}

/** Whether this organisation wants to know why its words are read: the latest rule counts. */
export async function isReasonRequired(tx: Transaction): Promise<boolean> {
  const [rule] = await tx.prepared<{ required: boolean }>(
    'SELECT required FROM access_reason_rule WHERE organisation_id = current_organisation() ORDER BY id DESC LIMIT $1',
    [1],
  );
  return rule?.required ?? false;
}

export async function insertReasonRule(
  tx: Transaction,
  given: { required: boolean; authorId: string; at: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO access_reason_rule (organisation_id, id, required, author_id, set_at)
     VALUES (current_organisation(), $1, $2, $3, $4)`,
    [newId(), given.required, given.authorId, given.at],
  );
}

/** Takes the oldest records of this organisation from before a moment away, and records that. @returns how many went */
export async function purgeAccessRecords(tx: Transaction, before: Date, most: number): Promise<number> {
  const [row] = await tx.query<{ purged: string }>('SELECT purge_access_records($1, $2, $3) AS purged', [
    before,
    most,
    newId(),
  ]);
  return Number(row?.purged ?? 0);
}
