import { Inject, Injectable } from '@nestjs/common';
import { type Actor, clonesOf, noteAccess, requireAccess } from '#accounts';
import type { Channel } from '#accountability';
import { findHidden, type TurnsRecorded } from '#conversations';
import { Database, type Transaction } from '#database';
import { CONTEXT_TURNS, type Speaker } from '#detection';
import { sha256 } from '#platform';
import {
  findAnalyses,
  findSignals,
  findTurnsInContext,
  insertAnalyses,
  type TurnAnalysis,
  type TurnInContext,
  type TurnSignal,
} from './analysis.queries.js';
import type { AnalysisEngine, TurnReading, TurnToAnalyse } from './engine.js';

/** Injection token of the `AnalysisEngine` that sees every turn. */
export const ANALYSIS_ENGINE = Symbol('AnalysisEngine');

/** A turn and what was just measured on it, for those who judge and count in the same transaction. */
export interface AnalysedTurn {
  conversationId: string;
  turnIndex: number;
  speaker: Speaker;
  said: string;
  spokenAt: Date;
  cloneId: string;
  channel: Channel;
  reading: TurnReading;
}

@Injectable()
export class AnalysisService {
  constructor(
    private readonly database: Database,
    @Inject(ANALYSIS_ENGINE) private readonly engine: AnalysisEngine,
  ) {}

  /** Conversations that one `analyse` should bring at most; undefined when the engine is quick. */
  get conversationsPerCall(): number | undefined {
    return this.engine.conversationsPerCall;
  }

  /** Measures the turns of these events and stores what was measured, in `tx`. */
  async analyse(tx: Transaction, organisationId: string, events: readonly TurnsRecorded[]): Promise<AnalysedTurn[]> {
    const wanted = new Set(
      events.flatMap(({ conversationId, turns }) => turns.map((index) => `${conversationId} ${index}`)),
    );
    const around = dropRepeated(await findTurnsInContext(tx, events));
    const found = around.flatMap((turn, at) =>
      wanted.has(`${turn.conversationId} ${turn.turnIndex}`) ? [{ turn, input: inContext(around, at) }] : [],
    );
    const readings = await this.engine.analyse(
      organisationId,
      found.map(({ input }) => input),
    );
    const rows = found.map(({ turn, input }, at) => ({ turn, input, reading: readings[at]! })); // engines answer in order
    await insertAnalyses(
      tx,
      rows.map(({ turn, input, reading }) => ({ ...turn, reading, inputHash: hashInput(input) })),
    );
    return rows.map(({ turn, reading }) => ({ ...turn, reading }));
  }

  signalsOf(actor: Actor, conversationIds: readonly string[]): Promise<TurnSignal[]> {
    return this.read(actor, async (tx) => {
      const [signals, hidden] = await Promise.all([
        findSignals(tx, conversationIds, clonesOf(actor)),
        findHidden(tx, actor, conversationIds),
      ]);
      if (hidden === undefined) return signals;
      const move = ({ conversationId, turnIndex, spans }: TurnSignal) =>
        hidden.get(conversationId)?.spans(turnIndex, spans) ?? spans;
      return signals.map((signal) => ({ ...signal, spans: move(signal) }));
    });
  }

  analysesOf(actor: Actor, conversationIds: readonly string[]): Promise<TurnAnalysis[]> {
    return this.read(actor, (tx) => findAnalyses(tx, conversationIds, clonesOf(actor)));
  }

  private async read<Row extends { conversationId: string }>(
    actor: Actor,
    find: (tx: Transaction) => Promise<Row[]>,
  ): Promise<Row[]> {
    requireAccess(actor, 'conversation.read');
    const rows = await this.database.read(actor.organisationId, find);
    noteAccess(
      actor,
      'CONVERSATION_READ',
      rows.map(({ conversationId }) => conversationId),
    );
    return rows;
  }
}

/** Two events of one conversation may bring the same neighbouring turn twice. */
function dropRepeated(turns: readonly TurnInContext[]): TurnInContext[] {
  return turns.filter((turn, at) => {
    const before = turns[at - 1];
    return before?.conversationId !== turn.conversationId || before.turnIndex !== turn.turnIndex;
  });
}

function inContext(around: readonly TurnInContext[], at: number): TurnToAnalyse {
  const turn = around[at]!; // the caller's own index
  const previousTurns = around
    .slice(Math.max(0, at - CONTEXT_TURNS), at)
    .filter(({ conversationId }) => conversationId === turn.conversationId)
    .map(({ speaker, said }) => ({ speaker, text: said }));
  return {
    conversationId: turn.conversationId,
    turnIndex: turn.turnIndex,
    text: turn.said,
    speaker: turn.speaker,
    context: {
      isFirstReply: turn.speaker === 'CLONE' && turn.turnIndex === turn.firstReply,
      previousTurns,
      ...(turn.declaredLanguage === null ? {} : { declaredLanguage: turn.declaredLanguage }),
    },
  };
}

function hashInput({ text, speaker, context }: TurnToAnalyse): Buffer {
  return sha256(JSON.stringify([text, speaker, context]));
}
