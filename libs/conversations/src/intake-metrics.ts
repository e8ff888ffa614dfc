import { counter } from '#platform';
import type { IntakeOutcome } from './outcomes.js';

const lines = counter({
  name: 'answerable_ingest_lines_total',
  help: 'Conversations that were sent in, by what became of them',
  labels: ['route', 'outcome'],
});
const turns = counter({ name: 'answerable_ingest_turns_total', help: 'Turns that were stored', labels: ['route'] });
const bytes = counter({
  name: 'answerable_ingest_bytes_total',
  help: 'Bytes of lines that were sent in; values of a GraphQL request have none',
  labels: ['route'],
});

/** A line, of which maybe only the beginning was kept; or a value that never was one. */
type Counted = { bytes: Buffer; totalBytes?: number } | { value: unknown };

/** Counts what was committed. */
export function countIntake(route: string, items: readonly Counted[], outcomes: readonly IntakeOutcome[]): void {
  for (const outcome of outcomes) {
    lines.inc({ route, outcome: outcome.outcome });
    if (outcome.outcome === 'ACCEPTED') turns.inc({ route }, outcome.turnsAccepted);
  }
  bytes.inc(
    { route },
    items.reduce((sum, item) => sum + bytesOf(item), 0),
  );
}

function bytesOf(item: Counted): number {
  return 'bytes' in item ? (item.totalBytes ?? item.bytes.length) : 0;
}
