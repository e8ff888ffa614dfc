import { Injectable } from '@nestjs/common';
import { type Actor, clonesOf, noteAccess, requireAccess } from '#accounts';
import { Database, type Transaction } from '#database';
import {
  type Conversation,
  findConversations,
  findTurns,
  findTurnsByPlace,
  type Turn,
  type TurnPlace,
} from './conversations.queries.js';
import { findHidden } from './pseudonyms.queries.js';
import { findQuarantined, type QuarantinedInput } from './quarantine.queries.js';

@Injectable()
export class ConversationsService {
  constructor(private readonly database: Database) {}

  async byIds(actor: Actor, ids: readonly string[]): Promise<Conversation[]> {
    requireAccess(actor, 'conversation.read');
    const found = await this.database.read(actor.organisationId, async (tx) => {
      const [conversations, hidden] = await Promise.all([
        findConversations(tx, ids, clonesOf(actor)),
        findHidden(tx, actor, ids),
      ]);
      return conversations.map((one) => ({ ...one, externalId: hidden?.get(one.id)?.externalId ?? one.externalId }));
    });
    noteAccess(
      actor,
      'CONVERSATION_READ',
      found.map(({ id }) => id),
    );
    return found;
  }

  /** Up to `limit` turns of each conversation, after the turn with index `after` (-1: from the start). */
  turnsOf(actor: Actor, conversationIds: readonly string[], page: { limit: number; after: number }): Promise<Turn[]> {
    return this.readTurns(actor, conversationIds, (tx) => findTurns(tx, conversationIds, page, clonesOf(actor)));
  }

  /** The turns at these places; those that do not exist are left out. */
  turnsAt(actor: Actor, places: readonly TurnPlace[]): Promise<Turn[]> {
    const conversationIds = places.map(({ conversationId }) => conversationId);
    return this.readTurns(actor, conversationIds, (tx) => findTurnsByPlace(tx, places, clonesOf(actor)));
  }

  /** Refused inputs, newest first, after the one with id `after`. */
  quarantined(actor: Actor, limit: number, after: string | null): Promise<QuarantinedInput[]> {
    requireAccess(actor, 'quarantine.read');
    return this.database.read(actor.organisationId, (tx) => findQuarantined(tx, limit, after));
  }

  /** Every way to words leads through here: to those who may not see them as they were said, they are shown otherwise. */
  private async readTurns(
    actor: Actor,
    conversationIds: readonly string[],
    find: (tx: Transaction) => Promise<Turn[]>,
  ): Promise<Turn[]> {
    requireAccess(actor, 'conversation.read');
    const turns = await this.database.read(actor.organisationId, async (tx) => {
      const [found, hidden] = await Promise.all([find(tx), findHidden(tx, actor, conversationIds)]);
      if (hidden === undefined) return found;
      return found.map((turn) => {
        const conversation = hidden.get(turn.conversationId)!; // its turn was found in the same transaction
        return { ...turn, said: conversation.text(turn.said), generated: conversation.text(turn.generated) };
      });
    });
    noteAccess(
      actor,
      'TRANSCRIPT_READ',
      turns.map(({ conversationId }) => conversationId),
    );
    return turns;
  }
}
