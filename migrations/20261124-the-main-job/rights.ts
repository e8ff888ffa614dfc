import { fence, openToSystem } from '../rights/fences.js';

/** What the application may do, table by table. What is not listed here is refused by the database. */
const APPLICATION_RIGHTS = {
  organisation: 'SELECT',
  person: 'SELECT, INSERT',
  session: 'SELECT, INSERT, DELETE',
  service_key: 'SELECT, INSERT',
  service_key_revocation: 'SELECT, INSERT',
  clone: 'SELECT, INSERT',
  clone_version: 'SELECT, INSERT',
  party: 'SELECT, INSERT',
  assignment: 'SELECT, INSERT',
  conversation: 'SELECT, INSERT, UPDATE (received_at)', // the grant lets a writer lock the row; the column is never changed
  turn: 'SELECT, INSERT',
  quarantine: 'SELECT, INSERT, UPDATE (last_seen_at, times_seen)',
  import_run: 'SELECT, INSERT, UPDATE',
  accountability_record: 'SELECT, INSERT',
  analysis: 'SELECT, INSERT',
  signal: 'SELECT, INSERT',
  model_spend: 'SELECT, INSERT, UPDATE',
  flag: 'SELECT, INSERT',
  trend_count: 'SELECT, INSERT, UPDATE',
  conversation_digest: 'SELECT, INSERT, UPDATE',
  outbox: 'SELECT, INSERT, UPDATE, DELETE',
  dead_letter: 'SELECT, INSERT, DELETE',
} as const;

/** What must be read before the organisation is known: who knocks, and which organisation has work waiting. */
const SYSTEM_RIGHTS = {
  organisation: 'SELECT, INSERT',
  person: 'SELECT',
  session: 'SELECT',
  outbox: 'SELECT',
} as const;

/** Row-level security and rights of every table. */
export const FENCES = [
  ...Object.entries(APPLICATION_RIGHTS).map(([table, rights]) => fence(table, rights)),
  ...Object.entries(SYSTEM_RIGHTS).map(([table, rights]) => openToSystem(table, rights)),
];
