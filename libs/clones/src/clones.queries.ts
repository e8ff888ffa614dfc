import type { Transaction } from '#database';

export interface KnownClone {
  id: string;
  handle: string;
  /** Version label to version id. */
  versions: Record<string, string>;
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
