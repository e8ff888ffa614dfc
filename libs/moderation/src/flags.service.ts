import { Injectable } from '@nestjs/common';
import { type Actor, requireAccess } from '#accounts';
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
    requireAccess(actor, 'flag.read');
    return this.database.read(actor.organisationId, (tx) => findFlags(tx, filter, limit, after));
  }

  ofConversations(actor: Actor, conversationIds: readonly string[]): Promise<Flag[]> {
    requireAccess(actor, 'flag.read');
    return this.database.read(actor.organisationId, (tx) => findFlagsOf(tx, conversationIds));
  }

  byIds(actor: Actor, ids: readonly string[]): Promise<Flag[]> {
    requireAccess(actor, 'flag.read');
    return this.database.read(actor.organisationId, (tx) => findFlagsById(tx, ids));
  }
}
