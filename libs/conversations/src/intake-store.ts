import { recordAnswerability } from '#accountability';
import { findClonesByHandle, type KnownClone } from '#clones';
import type { Transaction } from '#database';
import { newId } from '#platform';
import { recordEvents } from '#queue';
import { hashHeader, hashTurn } from './content-hash.js';
import { TURNS_RECORDED, type TurnsRecorded } from './events.js';
import { compareWithStored } from './intake-conflicts.js';
import {
  findTurnsAt,
  insertConversations,
  insertTurns,
  lockConversations,
  type NewConversation,
  type NewTurn,
  type StoredConversation,
} from './intake.queries.js';
import type { IntakeConversation } from './intake.schema.js';
import type { IntakeOutcome } from './outcomes.js';

/** Stores conversations that passed every check, in the caller's transaction: a fixed number of statements per group. */
export async function storeConversations(
  tx: Transaction,
  sent: readonly IntakeConversation[],
): Promise<IntakeOutcome[]> {
  const outcomes = new Array<IntakeOutcome>(sent.length);
  const handles = new Set(sent.flatMap(({ header }) => header?.clone ?? []));
  const clones = handles.size > 0 ? await findClonesByHandle(tx, [...handles]) : [];
  const known = new Map(clones.map((clone) => [clone.handle, clone]));
  for (const round of roundsOf(sent)) await storeRound(tx, round, known, outcomes);
  return outcomes;
}

interface Placed {
  sent: IntakeConversation;
  position: number;
}

/** The same identity twice in one group is stored one after the other, so that the second sees the first. */
function roundsOf(sent: readonly IntakeConversation[]): Placed[][] {
  const rounds: Placed[][] = [];
  const times = new Map<string, number>();
  sent.forEach((conversation, position) => {
    const round = times.get(identity(conversation)) ?? 0;
    times.set(identity(conversation), round + 1);
    (rounds[round] ??= []).push({ sent: conversation, position });
  });
  return rounds;
}

async function storeRound(
  tx: Transaction,
  round: readonly Placed[],
  clones: ReadonlyMap<string, KnownClone>,
  outcomes: IntakeOutcome[],
): Promise<void> {
  const candidates: { placed: Placed; row: NewConversation | null }[] = [];
  for (const placed of round) {
    const row = placed.sent.header === null ? null : toRow(placed.sent, clones);
    if (typeof row === 'string') {
      const path = row === 'clone' ? 'clone' : 'cloneVersion';
      outcomes[placed.position] = { outcome: 'REJECTED', problems: [{ path, message: 'is not known here' }] };
    } else {
      candidates.push({ placed, row });
    }
  }
  // One order for everybody, so that two groups never wait for each other.
  candidates.sort((a, b) => (identity(a.placed.sent) < identity(b.placed.sent) ? -1 : 1));
  const rows = candidates.flatMap(({ row }) => row ?? []);
  const inserted = await insertConversations(tx, rows);
  const others = candidates.filter(({ row }) => row === null || !inserted.has(row.id));
  const stored = await lockConversations(
    tx,
    others.map(({ placed }) => placed.sent),
  );
  const accepted = [
    ...candidates
      .filter(({ row }) => row !== null && inserted.has(row.id))
      .map(({ placed, row }) => fresh(placed, row!)), // just filtered
    ...(await settleKnown(tx, others, stored, outcomes)),
  ];
  for (const { placed, conversation, turns, turnsKnown } of accepted) {
    outcomes[placed.position] = {
      outcome: 'ACCEPTED',
      conversationId: conversation.id,
      turnsAccepted: turns.length,
      turnsKnown,
    };
  }
  await writeTurns(tx, accepted);
}

interface Accepted {
  placed: Placed;
  conversation: StoredConversation;
  turns: NewTurn[];
  turnsKnown: number;
}

function fresh(placed: Placed, conversation: NewConversation): Accepted {
  return { placed, conversation, turns: placed.sent.turns.map((turn) => toTurn(turn, conversation)), turnsKnown: 0 };
}

/** Decides about conversations that are stored already: duplicate, conflict, or new turns of a known conversation. */
async function settleKnown(
  tx: Transaction,
  others: readonly { placed: Placed; row: NewConversation | null }[],
  stored: readonly StoredConversation[],
  outcomes: IntakeOutcome[],
): Promise<Accepted[]> {
  const byIdentity = new Map(stored.map((conversation) => [identity(conversation), conversation]));
  const places = others.flatMap(({ placed }) => {
    const conversation = byIdentity.get(identity(placed.sent));
    return conversation ? placed.sent.turns.map(({ index }) => ({ conversationId: conversation.id, index })) : [];
  });
  const storedTurns = new Map(
    (await findTurnsAt(tx, places)).map((turn) => [`${turn.conversationId} ${turn.index}`, turn]),
  );
  const accepted: Accepted[] = [];
  for (const { placed, row } of others) {
    const conversation = byIdentity.get(identity(placed.sent));
    if (conversation === undefined) {
      const problems = [{ path: 'externalId', message: 'names no conversation of this source' }];
      outcomes[placed.position] = { outcome: 'REJECTED', problems };
      continue;
    }
    const turns = placed.sent.turns.map((turn) => toTurn(turn, conversation));
    const problems = compareWithStored(row, conversation, turns, storedTurns);
    const added = turns.filter(({ index }) => !storedTurns.has(`${conversation.id} ${index}`));
    if (problems.length > 0) {
      outcomes[placed.position] = { outcome: 'CONFLICT', conversationId: conversation.id, problems };
    } else if (added.length === 0) {
      outcomes[placed.position] = { outcome: 'DUPLICATE', conversationId: conversation.id };
    } else {
      accepted.push({ placed, conversation, turns: added, turnsKnown: turns.length - added.length });
    }
  }
  return accepted;
}

async function writeTurns(tx: Transaction, accepted: readonly Accepted[]): Promise<void> {
  await insertTurns(
    tx,
    accepted.flatMap(({ turns }) => turns),
  );
  await recordAnswerability(
    tx,
    accepted.flatMap(({ conversation, turns }) =>
      turns
        .filter(({ speaker }) => speaker === 'CLONE')
        .map(({ index, spokenAt }) => ({
          conversationId: conversation.id,
          turnIndex: index,
          cloneId: conversation.cloneId,
          channel: conversation.channel,
          spokenAt,
        })),
    ),
  );
  const events: TurnsRecorded[] = accepted
    .filter(({ turns }) => turns.length > 0)
    .map(({ conversation, turns }) => ({ conversationId: conversation.id, turns: turns.map(({ index }) => index) }));
  await recordEvents(tx, TURNS_RECORDED, events);
}

/** @returns the row, or what is not known. */
function toRow(
  sent: IntakeConversation,
  clones: ReadonlyMap<string, KnownClone>,
): NewConversation | 'clone' | 'version' {
  const header = sent.header!; // callers pass conversations with a header only
  const clone = clones.get(header.clone);
  if (clone === undefined) return 'clone';
  // Labels are the sender's words: `constructor` must not find what every object has.
  if (header.cloneVersion !== null && !Object.hasOwn(clone.versions, header.cloneVersion)) return 'version';
  const cloneVersionId = header.cloneVersion === null ? null : clone.versions[header.cloneVersion]!; // just checked
  return {
    id: newId(),
    source: sent.source,
    externalId: sent.externalId,
    cloneId: clone.id,
    cloneVersionId,
    channel: header.channel,
    language: header.language,
    startedAt: header.startedAt,
    contentHash: hashHeader(header),
  };
}

function toTurn(turn: IntakeConversation['turns'][number], conversation: StoredConversation): NewTurn {
  return {
    ...turn,
    conversationId: conversation.id,
    spokenAt: turn.startedAt ?? conversation.startedAt,
    contentHash: hashTurn(turn),
  };
}

function identity({ source, externalId }: { source: string; externalId: string }): string {
  return `${source}\u0000${externalId}`;
}
