import type { Transaction } from '#database';
import { isId } from '#platform';
import { ANNOUNCED_IDS } from './limits.js';

/** The channel of PostgreSQL's LISTEN that all processes share. */
export const CHANNEL = 'answerable_announcements';

/** Something was committed: ids only, so that whoever reads them reads as themselves, inside their organisation. */
export interface Announcement {
  organisationId: string;
  event: string;
  ids: string[];
}

/** Tells every listening process when `tx` commits, and nobody when it does not. */
export function announce(tx: Transaction, event: string, ids: readonly string[]): void {
  for (let at = 0; at < ids.length; at += ANNOUNCED_IDS) {
    tx.send(
      `SELECT pg_notify('${CHANNEL}', json_build_object(
         'organisationId', current_organisation(), 'event', $1::text, 'ids', $2::text[])::text)`,
      [event, ids.slice(at, at + ANNOUNCED_IDS)],
    );
  }
}

/** Undefined when it is not one of ours: whoever may connect to the database may write into the channel. */
export function readAnnouncement(payload: string): Announcement | undefined {
  try {
    const { organisationId, event, ids } = JSON.parse(payload) as Record<string, unknown>; // each field is checked below
    const wellFormed = Array.isArray(ids) && ids.every((id) => typeof id === 'string' && isId(id));
    if (typeof organisationId !== 'string' || typeof event !== 'string' || !wellFormed) return undefined;
    return { organisationId, event, ids: ids as string[] }; // checked just above
  } catch {
    return undefined;
  }
}
