import { Injectable } from '@nestjs/common';
import { type Actor, clonesOf, noteAccess, requireAccess } from '#accounts';
import { Database } from '#database';
import {
  type Conversation,
  findConversations,
  findTurns,
  findTurnsByPlace,
  type Turn,
  type TurnPlace,
} from './conversations.queries.js';
import { findQuarantined, type QuarantinedInput } from './quarantine.queries.js';

@Injectable()
export class ConversationsService {
  constructor(private readonly database: Database) {}

  async byIds(actor: Actor, ids: readonly string[]): Promise<Conversation[]> {
    requireAccess(actor, 'conversation.read');
    const found = await this.database.read(actor.organisationId, (tx) => findConversations(tx, ids, clonesOf(actor)));
    noteAccess(
      actor,
      'CONVERSATION_READ',
      found.map(({ id }) => id),
    );
    return found;
  }

  /** Up to `limit` turns of each conversation, after the turn with index `after` (-1: from the start). */
  async turnsOf(
    actor: Actor,
    conversationIds: readonly string[],
    page: { limit: number; after: number },
  ): Promise<Turn[]> {
    requireAccess(actor, 'conversation.read');
    const turns = await this.database.read(actor.organisationId, (tx) =>
      findTurns(tx, conversationIds, page, clonesOf(actor)),
    );
    return this.handOut(actor, turns);
  }

  /** The turns at these places; those that do not exist are left out. */
  async turnsAt(actor: Actor, places: readonly TurnPlace[]): Promise<Turn[]> {
    requireAccess(actor, 'conversation.read');
    const turns = await this.database.read(actor.organisationId, (tx) => findTurnsByPlace(tx, places, clonesOf(actor)));
    return this.handOut(actor, turns);
  }

  /** Refused inputs, newest first, after the one with id `after`. */
  quarantined(actor: Actor, limit: number, after: string | null): Promise<QuarantinedInput[]> {
    requireAccess(actor, 'quarantine.read');
    return this.database.read(actor.organisationId, (tx) => findQuarantined(tx, limit, after));
  }

  private handOut(actor: Actor, turns: Turn[]): Turn[] {
    noteAccess(
      actor,
      'TRANSCRIPT_READ',
      turns.map(({ conversationId }) => conversationId),
    );
    return turns;
  }
}
