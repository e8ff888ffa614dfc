import { Injectable } from '@nestjs/common';
import { type Actor, clonesOf, requireAccess, requireStanding } from '#accounts';
import { Database, type Transaction, UNIQUE_VIOLATION } from '#database';
import { Clock, GroupCommit, sha256 } from '#platform';
import { Bells } from '#queue';
import { TURNS_RECORDED } from './events.js';
import { appendSchema, conversationSchema, type IntakeConversation, type IntakeTurn } from './intake.schema.js';
import { countIntake } from './intake-metrics.js';
import { storeConversations } from './intake-store.js';
import { INTAKE_GROUP_TURNS, INTAKE_GROUPS } from './limits.js';
import { type Mask, Masking } from './masking.js';
import { maskedPayload } from './masked-payload.js';
import type { IntakeOutcome, Problem } from './outcomes.js';
import { quarantine, type Refusal, type Route } from './quarantine.queries.js';
import { type Read, readConversation, readJson } from './reading.js';

/** One thing that a source sent: the parsed value, the raw bytes of a line, or bytes that were refused unread. */
export type SentItem =
  { value: unknown } | { bytes: Buffer } | { bytes: Buffer; totalBytes: number; refusedBecause: string };

interface Call {
  actor: Actor;
  route: Route;
  items: { read: Read<IntakeConversation>; item: SentItem; payload: () => KeptPayload }[];
  /** Runs in the same transaction, after the items are stored. */
  also: ((tx: Transaction, outcomes: IntakeOutcome[]) => Promise<void>) | undefined;
}

type KeptPayload = Pick<Refusal, 'payload' | 'payloadHash' | 'payloadBytes'>;

/**
 * Look-ups by key are planned once a connection, and for a large table even while it is small: planning the lock of a few
 * identities anew took longer (0.14 ms a group) than finding them.
 */
const PLANS_OF_LOOK_UPS = 'SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_seqscan = off';

/** Takes conversations in. What it answers is committed; what it refuses is kept in quarantine. */
@Injectable()
export class IntakeService {
  private readonly groups = new Map<string, GroupCommit<Call, IntakeOutcome[] | Error>>();

  constructor(
    private readonly database: Database,
    private readonly bells: Bells,
    private readonly clock: Clock,
    private readonly masking: Masking,
  ) {}

  /**
   * Stores whole conversations, or the part of them that is new. One outcome per item, in order.
   * @param also work that must be committed together with the items, such as how far an import has come
   */
  ingest(actor: Actor, route: Route, items: readonly SentItem[], also?: Call['also']): Promise<IntakeOutcome[]> {
    return this.take(actor, conversationSchema, { route, items, also });
  }

  /** Adds turns to conversations that are there already, such as live calls. One outcome per item, in order. */
  append(actor: Actor, route: Route, items: readonly SentItem[]): Promise<IntakeOutcome[]> {
    return this.take(actor, appendSchema, { route, items, also: undefined });
  }

  private async take(
    actor: Actor,
    schema: typeof conversationSchema | typeof appendSchema,
    { route, items, also }: { route: Route; items: readonly SentItem[]; also: Call['also'] },
  ): Promise<IntakeOutcome[]> {
    requireAccess(actor, 'conversation.ingest');
    const call = { actor, route, also, items: items.map((item) => this.readMasked(actor, schema, item)) };
    const weight = call.items.reduce((sum, { read }) => sum + (read.ok ? read.value.turns.length : 1), 1);
    const outcomes = await this.groupOf(actor.organisationId).add(call, weight);
    if (outcomes instanceof Error) throw outcomes;
    return outcomes;
  }

  /** Nothing is stored, hashed or quarantined before this: from here on, words are as they are kept. */
  private readMasked(
    actor: Actor,
    schema: typeof conversationSchema | typeof appendSchema,
    item: SentItem,
  ): Call['items'][number] {
    const read = readItem(schema, item);
    const { source, externalId } = read.ok ? read.value : read;
    const mask = this.masking.maskFor(actor.organisationId, source ?? '', externalId ?? '');
    const payload = () => this.payloadOf(item, mask);
    if (!read.ok)
      return {
        read: { ...read, problems: read.problems.map((problem) => maskedProblem(problem, mask)) },
        item,
        payload,
      };
    const turns: IntakeTurn[] = [];
    for (const [position, turn] of read.value.turns.entries()) {
      try {
        turns.push(maskedTurn(turn, mask));
      } catch {
        const problems = [{ path: `turns[${position}]`, message: 'could not be searched for personal data' }];
        return { read: { ok: false, problems, source, externalId }, item, payload };
      }
    }
    return { read: { ok: true, value: { ...read.value, turns } }, item, payload };
  }

  private payloadOf(item: SentItem, mask: Mask): KeptPayload {
    const bytes = 'value' in item ? jsonOf(item.value) : item.bytes;
    const kept = maskedPayload(bytes, !('totalBytes' in item), mask);
    return {
      payload: kept,
      payloadHash: kept === bytes ? sha256(bytes) : this.masking.digest(bytes),
      payloadBytes: 'totalBytes' in item ? item.totalBytes : bytes.length,
    };
  }

  private groupOf(organisationId: string): GroupCommit<Call, IntakeOutcome[] | Error> {
    let group = this.groups.get(organisationId);
    if (group === undefined) {
      const work = (calls: Call[]) => this.storeGroup(organisationId, calls);
      group = new GroupCommit(work, { groups: INTAKE_GROUPS, weight: INTAKE_GROUP_TURNS });
      this.groups.set(organisationId, group);
    }
    return group;
  }

  /** One transaction for all; if it fails, each call alone, so that one broken call fails nobody else's. */
  private async storeGroup(organisationId: string, calls: Call[]): Promise<(IntakeOutcome[] | Error)[]> {
    try {
      return await this.storeTogether(organisationId, calls);
    } catch (error) {
      if (calls.length === 1) return [asError(error)];
    }
    const results: (IntakeOutcome[] | Error)[] = [];
    for (const call of calls) {
      results.push(
        await this.storeTogether(organisationId, [call]).then(
          ([outcomes]) => outcomes ?? [],
          (error: unknown) => asError(error),
        ),
      );
    }
    return results;
  }

  private async storeTogether(organisationId: string, calls: readonly Call[]): Promise<IntakeOutcome[][]> {
    const outcomes = await this.database.transaction(
      organisationId,
      async (tx) => {
        tx.send(PLANS_OF_LOOK_UPS);
        const readable = calls.flatMap(({ actor, items }) =>
          items.flatMap(({ read }) => (read.ok ? [{ conversation: read.value, clones: clonesOf(actor) }] : [])),
        );
        const actors = calls.map(({ actor }) => actor);
        const [standing, storing] = await Promise.allSettled([
          requireStanding(tx, actors, this.clock.now()),
          storeConversations(tx, readable),
        ]);
        if (standing.status === 'rejected') throw standing.reason;
        if (storing.status === 'rejected') throw storing.reason;
        const stored = storing.value;
        const perCall = calls.map(
          ({ items }) =>
            items.map(({ read }): IntakeOutcome =>
              read.ok ? stored.shift()! : { outcome: 'REJECTED', problems: read.problems },
            ), // one per readable item
        );
        await quarantine(
          tx,
          calls.flatMap((call, at) => refusalsOf(call, perCall[at]!)),
        ); // same length
        for (const [at, call] of calls.entries()) await call.also?.(tx, perCall[at]!);
        return perCall;
      },
      [UNIQUE_VIOLATION], // somebody else stored the same conversation meanwhile
    );
    if (outcomes.flat().some(({ outcome }) => outcome === 'ACCEPTED')) this.bells.ring(organisationId, TURNS_RECORDED);
    for (const [at, { route, items }] of calls.entries()) {
      countIntake(
        route,
        items.map(({ item }) => item),
        outcomes[at]!, // one per call
      );
    }
    return outcomes;
  }
}

function readItem(schema: typeof conversationSchema | typeof appendSchema, item: SentItem): Read<IntakeConversation> {
  if ('refusedBecause' in item) return { ok: false, problems: [{ path: '', message: item.refusedBecause }] };
  if ('value' in item) return readConversation(schema, item.value);
  const json = readJson(item.bytes);
  return json.ok ? readConversation(schema, json.value) : json;
}

/** The very same turn when nothing in it is personal, as in most. */
function maskedTurn(turn: IntakeTurn, mask: Mask): IntakeTurn {
  const said = mask(turn.said);
  const generated = turn.generated === null ? null : mask(turn.generated);
  return said === turn.said && generated === turn.generated ? turn : { ...turn, said, generated };
}

/** A path and a message may name a field that nobody knows. */
function maskedProblem({ path, message }: Problem, mask: Mask): Problem {
  return { path: mask(path), message: mask(message) };
}

function refusalsOf(call: Call, outcomes: readonly IntakeOutcome[]): Refusal[] {
  return outcomes.flatMap((outcome, at) => {
    if (outcome.outcome !== 'REJECTED' && outcome.outcome !== 'CONFLICT') return [];
    const { read, payload } = call.items[at]!; // one outcome per item
    const named = read.ok ? read.value : read;
    return {
      kind: outcome.outcome,
      route: call.route,
      source: named.source ?? null,
      externalId: named.externalId ?? null,
      problems: outcome.problems,
      ...payload(),
    };
  });
}

/** Nothing when the value is nested too deeply to be written: its problems are kept all the same. */
function jsonOf(value: unknown): Buffer {
  try {
    return Buffer.from(JSON.stringify(value) ?? 'null');
  } catch (error) {
    if (error instanceof RangeError) return Buffer.alloc(0);
    throw error;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('unknown failure');
}
