import { Injectable } from '@nestjs/common';
import { type Actor, clonesOf, noteAccess, requireAccess } from '#accounts';
import type { AnalysedTurn } from '#analysis';
import { Database, type Transaction } from '#database';
import { newId } from '#platform';
import { announce, Announcements, type Feed } from '#queue';
import { FLAG_RAISED } from './events.js';
import {
  chooseRaised,
  findFlags,
  findFlagsById,
  findFlagsOf,
  type Flag,
  type FlagFilter,
  type FlagPlace,
  insertFlags,
  type RaisedFilter,
  type RaisedFlag,
} from './flags.queries.js';
import { judge } from './judge.js';
import { RULE_SET } from './rules.js';

@Injectable()
export class FlagsService {
  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
  ) {}

  /** Judges the replies among freshly analysed turns by the rules in force, and raises flags, in `tx`. */
  async raise(tx: Transaction, turns: readonly AnalysedTurn[]): Promise<RaisedFlag[]> {
    const matches = turns
      .filter(({ speaker }) => speaker === 'CLONE')
      .flatMap((turn) =>
        judge(turn.said, turn.reading.signals, RULE_SET.rules).map((match) => ({ id: newId(), turn, match })),
      );
    await insertFlags(tx, RULE_SET.version, matches);
    const ids = matches.map(({ id }) => id);
    announce(tx, FLAG_RAISED, ids);
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

  /** Ids of flags as they are raised from now on; `byIds` reads them. */
  follow(actor: Actor, wanted: RaisedFilter): Feed {
    requireRead(actor);
    return this.announcements.follow(actor.organisationId, FLAG_RAISED, (ids) =>
      this.database.read(actor.organisationId, (tx) => chooseRaised(tx, ids, wanted, clonesOf(actor))),
    );
  }

  private async read(actor: Actor, find: (tx: Transaction) => Promise<Flag[]>): Promise<Flag[]> {
    requireRead(actor);
    const flags = await this.database.read(actor.organisationId, find);
    noteAccess(
      actor,
      'TRANSCRIPT_READ',
      flags.map(({ conversationId }) => conversationId),
    );
    return flags;
  }
}

/** The evidence of flags is words that were said, so it takes the permission to see words. */
function requireRead(actor: Actor): void {
  requireAccess(actor, 'flag.read');
  requireAccess(actor, 'transcript.read');
}
