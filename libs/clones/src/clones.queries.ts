import type { Transaction } from '#database';

export interface KnownClone {
  id: string;
  handle: string;
  /** Version label to version id. */
  versions: Record<string, string>;
}

/**
 * SQL: whether the conversation with this id is with one of the clones in a parameter, `uuid[]`; null there means any clone.
 * Every query of what hangs on a conversation takes it, so that a key that is restricted to clones sees no other.
 */
export function isWithClones(conversationId: string, parameter: string): string {
  return `(${parameter}::uuid[] IS NULL OR EXISTS (
    SELECT FROM conversation allowed WHERE allowed.id = ${conversationId} AND allowed.clone_id = ANY(${parameter})))`;
}

/** The clones with these handles, and their versions. */
export function findClonesByHandle(tx: Transaction, handles: readonly string[]): Promise<KnownClone[]> {
  if (handles.length === 0) return Promise.resolve([]);
  return tx.prepared<KnownClone>(
    `SELECT c.id, c.handle, coalesce(jsonb_object_agg(v.label, v.id) FILTER (WHERE v.id IS NOT NULL), '{}') AS versions
     FROM clone c LEFT JOIN clone_version v ON v.organisation_id = c.organisation_id AND v.clone_id = c.id
     WHERE c.handle = ANY($1::text[]) GROUP BY c.organisation_id, c.id, c.handle`,
    [handles],
  );
}
