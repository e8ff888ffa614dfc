import { recordAnswerability, type ReplyToRecord, resolveAnswerability } from '#accountability';
import { findClonesByHandle, type KnownClone } from '#clones';
import type { Transaction } from '#database';
import { newId } from '#platform';
import { recordEvents } from '#queue';
import { hashHeader, hashTurn } from './content-hash.js';
import { TURNS_RECORDED, type TurnsRecorded } from './events.js';
import type { VisibleClones } from './conversations.queries.js';
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

/**
 * Stores conversations that passed every check, in the caller's transaction: a fixed number of statements per group, sent
 * together where none needs another's answer. Fails with SQLSTATE 23505 when somebody else stores one of them meanwhile;
 * the next attempt finds it.
 */
export async function storeConversations(tx: Transaction, sent: readonly SentBy[]): Promise<IntakeOutcome[]> {
  const outcomes = new Array<IntakeOutcome>(sent.length);
  const handles = new Set(sent.flatMap(({ conversation }) => conversation.header?.clone ?? []));
  const clones = findClonesByHandle(tx, [...handles]);
  for (const round of roundsOf(sent)) await storeRound(tx, round, clones, outcomes);
  return outcomes;
}

/** A conversation, and the clones that its sender may send for; null: all. */
export interface SentBy {
  conversation: IntakeConversation;
  clones: VisibleClones;
}

const NOT_THERE = 'names no conversation of this source';

interface Placed {
  sent: IntakeConversation;
  clones: VisibleClones;
  position: number;
}

/** The same identity twice in one group is stored one after the other, so that the second sees the first. */
function roundsOf(sent: readonly SentBy[]): Placed[][] {
  const rounds: Placed[][] = [];
  const times = new Map<string, number>();
  sent.forEach(({ conversation, clones }, position) => {
    const round = times.get(identity(conversation)) ?? 0;
    times.set(identity(conversation), round + 1);
    (rounds[round] ??= []).push({ sent: conversation, clones, position });
  });
  return rounds;
}

async function storeRound(
  tx: Transaction,
  round: readonly Placed[],
  clones: Promise<readonly KnownClone[]>,
  outcomes: IntakeOutcome[],
): Promise<void> {
  const identities = round.map(({ sent }) => sent).sort(byIdentity);
  const [stored, known] = await Promise.all([lockConversations(tx, identities), clones]);
  const storedAs = new Map(stored.map((conversation) => [identity(conversation), conversation]));
  const byHandle = new Map(known.map((clone) => [clone.handle, clone]));
  const fresh: Accepted[] = [];
  const others: Known[] = [];
  for (const placed of round) {
    const row = placed.sent.header === null ? null : toRow(placed, byHandle);
    const conversation = storedAs.get(identity(placed.sent));
    if (typeof row === 'string') {
      outcomes[placed.position] = refused(row, 'is not known here');
    } else if (conversation !== undefined && !maySendFor(placed, conversation.cloneId)) {
      outcomes[placed.position] = refused('externalId', row === null ? NOT_THERE : 'is not free');
    } else if (conversation !== undefined) {
      others.push({ placed, row, conversation });
    } else if (row === null) {
      outcomes[placed.position] = refused('externalId', NOT_THERE);
    } else {
      fresh.push({ placed, conversation: row, turns: turnsOf(placed, row), turnsKnown: 0 });
    }
  }
  const accepted = [...fresh, ...(await settleKnown(tx, others, outcomes))];
  for (const { placed, conversation, turns, turnsKnown } of accepted) {
    outcomes[placed.position] = {
      outcome: 'ACCEPTED',
      conversationId: conversation.id,
      turnsAccepted: turns.length,
      turnsKnown,
    };
  }
  await write(tx, fresh, accepted);
}

interface Accepted {
  placed: Placed;
  conversation: StoredConversation;
  turns: NewTurn[];
  turnsKnown: number;
}

interface Known {
  placed: Placed;
  /** What was sent now; nothing when only turns were. */
  row: NewConversation | null;
  conversation: StoredConversation;
}

/** Decides about conversations that are stored already: duplicate, conflict, or new turns of a known conversation. */
async function settleKnown(tx: Transaction, known: readonly Known[], outcomes: IntakeOutcome[]): Promise<Accepted[]> {
  const places = known.flatMap(({ placed, conversation }) =>
    placed.sent.turns.map(({ index }) => ({ conversationId: conversation.id, index })),
  );
  const storedTurns = new Map(
    (await findTurnsAt(tx, places)).map((turn) => [`${turn.conversationId} ${turn.index}`, turn]),
  );
  const accepted: Accepted[] = [];
  for (const { placed, row, conversation } of known) {
    const turns = turnsOf(placed, conversation);
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

/** Who answers is looked up before the rows are written, so that the answer is here while they still are. */
async function write(tx: Transaction, fresh: readonly Accepted[], accepted: readonly Accepted[]): Promise<void> {
  const conversations = fresh.map(({ conversation }) => conversation).sort(byIdentity);
  const resolved = resolveAnswerability(tx, accepted.flatMap(repliesOf));
  const events: TurnsRecorded[] = accepted
    .filter(({ turns }) => turns.length > 0)
    .map(({ conversation, turns }) => ({ conversationId: conversation.id, turns: turns.map(({ index }) => index) }));
  insertConversations(tx, conversations);
  insertTurns(
    tx,
    accepted.flatMap(({ turns }) => turns),
  );
  recordEvents(tx, TURNS_RECORDED, events);
  recordAnswerability(tx, await resolved);
}

function repliesOf({ conversation, turns }: Accepted): ReplyToRecord[] {
  return turns
    .filter(({ speaker }) => speaker === 'CLONE')
    .map(({ index, spokenAt }) => ({
      conversationId: conversation.id,
      turnIndex: index,
      cloneId: conversation.cloneId,
      channel: conversation.channel,
      spokenAt,
    }));
}

/** @returns the row, or the field that names something unknown. */
function toRow(placed: Placed, clones: ReadonlyMap<string, KnownClone>): NewConversation | 'clone' | 'cloneVersion' {
  const { sent } = placed;
  const header = sent.header!; // callers pass conversations with a header only
  const clone = clones.get(header.clone);
  if (clone === undefined || !maySendFor(placed, clone.id)) return 'clone';
  // Labels are the sender's words: `constructor` must not find what every object has.
  if (header.cloneVersion !== null && !Object.hasOwn(clone.versions, header.cloneVersion)) return 'cloneVersion';
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

/** A key that is restricted to clones is told of no other: neither their handles nor their conversations. */
function maySendFor({ clones }: Placed, cloneId: string): boolean {
  return clones === null || clones.includes(cloneId);
}

function refused(path: string, message: string): IntakeOutcome {
  return { outcome: 'REJECTED', problems: [{ path, message }] };
}

function turnsOf({ sent }: Placed, conversation: StoredConversation): NewTurn[] {
  return sent.turns.map((turn) => toTurn(turn, conversation));
}

function toTurn(turn: IntakeConversation['turns'][number], conversation: StoredConversation): NewTurn {
  return {
    ...turn,
    conversationId: conversation.id,
    spokenAt: turn.startedAt ?? conversation.startedAt,
    contentHash: hashTurn(turn),
  };
}

/** One order for everybody, so that two groups never wait for each other. */
function byIdentity(a: Identity, b: Identity): number {
  return identity(a) < identity(b) ? -1 : 1;
}

interface Identity {
  source: string;
  externalId: string;
}

function identity({ source, externalId }: Identity): string {
  return `${source}\u0000${externalId}`;
}
