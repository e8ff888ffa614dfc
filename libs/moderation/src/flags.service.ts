import { Injectable } from '@nestjs/common';
import { type Actor, clonesOf, noteAccess, requireAccess } from '#accounts';
import type { AnalysedTurn } from '#analysis';
import { Database, type Transaction } from '#database';
import { newId } from '#platform';
import {
  findFlags,
  findFlagsById,
  findFlagsOf,
  type Flag,
  type FlagFilter,
  type FlagPlace,
  insertFlags,
  type RaisedFlag,
} from './flags.queries.js';
import { judge } from './judge.js';
import { RULE_SET } from './rules.js';

@Injectable()
export class FlagsService {
  constructor(private readonly database: Database) {}

  /** Judges the replies among freshly analysed turns by the rules in force, and raises flags, in `tx`. */
  async raise(tx: Transaction, turns: readonly AnalysedTurn[]): Promise<RaisedFlag[]> {
    const matches = turns
      .filter(({ speaker }) => speaker === 'CLONE')
      .flatMap((turn) =>
        judge(turn.said, turn.reading.signals, RULE_SET.rules).map((match) => ({ id: newId(), turn, match })),
      );
    await insertFlags(tx, RULE_SET.version, matches);
    return matches;
  }

  list(actor: Actor, filter: FlagFilter, limit: number, after: FlagPlace | null): Promise<Flag[]> {
    return this.read(actor, (tx) => findFlags(tx, filter, limit, after, clonesOf(actor)));
  }

  ofConversations(actor: Actor, conversationIds: readonly string[]): Promise<Flag[]> {
    return this.read(actor, (tx) => findFlagsOf(tx, conversationIds, clonesOf(actor)));
  }

  byIds(actor: Actor, ids: readonly string[]): Promise<Flag[]> {
    return this.read(actor, (tx) => findFlagsById(tx, ids, clonesOf(actor)));
  }

  /** The evidence of flags is words that were said, so it takes the permission to see words. */
  private async read(actor: Actor, find: (tx: Transaction) => Promise<Flag[]>): Promise<Flag[]> {
    requireAccess(actor, 'flag.read');
    requireAccess(actor, 'transcript.read');
    const flags = await this.database.read(actor.organisationId, find);
    noteAccess(
      actor,
      'TRANSCRIPT_READ',
      flags.map(({ conversationId }) => conversationId),
    );
    return flags;
  }
}
