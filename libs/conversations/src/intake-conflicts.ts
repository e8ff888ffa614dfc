import { MAX_PROBLEMS } from './limits.js';
import type { NewConversation, NewTurn, StoredConversation, StoredTurn } from './intake.queries.js';
import type { Problem } from './outcomes.js';

const DIFFERS = 'differs from what is stored';

/** Where what was sent differs from what is stored under the same identity; empty when nothing does. */
export function compareWithStored(
  sent: NewConversation | null,
  stored: StoredConversation,
  turns: readonly NewTurn[],
  storedTurns: ReadonlyMap<string, StoredTurn>,
): Problem[] {
  const problems = sent === null || sent.contentHash.equals(stored.contentHash) ? [] : headerDifferences(sent, stored);
  for (const [position, turn] of turns.entries()) {
    const known = storedTurns.get(`${stored.id} ${turn.index}`);
    if (known === undefined || known.contentHash.equals(turn.contentHash)) continue;
    problems.push(
      ...turnDifferences(turn, known).map((field) => ({ path: `turns[${position}].${field}`, message: DIFFERS })),
    );
    if (problems.length >= MAX_PROBLEMS) break;
  }
  return problems.slice(0, MAX_PROBLEMS);
}

function headerDifferences(sent: NewConversation, stored: StoredConversation): Problem[] {
  const fields = {
    clone: sent.cloneId === stored.cloneId,
    cloneVersion: sent.cloneVersionId === stored.cloneVersionId,
    channel: sent.channel === stored.channel,
    language: sent.language === stored.language,
    startedAt: sent.startedAt.getTime() === stored.startedAt.getTime(),
  };
  return Object.entries(fields)
    .filter(([, same]) => !same)
    .map(([path]) => ({ path, message: DIFFERS }));
}

function turnDifferences(sent: NewTurn, stored: StoredTurn): string[] {
  const differing = (['speaker', 'said', 'generated', 'interrupted'] as const).filter(
    (field) => sent[field] !== stored[field],
  );
  const fields: string[] = [...differing];
  if (sent.spokenAt.getTime() !== stored.startedAt?.getTime()) fields.push('startedAt');
  if (sent.endedAt?.getTime() !== stored.endedAt?.getTime()) fields.push('endedAt');
  if (!sameConfidence(sent.confidence, stored.confidence)) fields.push('confidence');
  // Now left to the conversation's start, and given before as that very moment; or the other way round.
  if (fields.length === 0) fields.push('startedAt');
  return fields;
}

/** The database keeps a confidence in single precision. */
function sameConfidence(sent: number | null, stored: number | null): boolean {
  return sent === stored || (sent !== null && stored !== null && Math.fround(sent) === Math.fround(stored));
}
