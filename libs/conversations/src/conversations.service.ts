import { Injectable } from '@nestjs/common';
import { type Actor, requireAccess } from '#accounts';
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

  byIds(actor: Actor, ids: readonly string[]): Promise<Conversation[]> {
    requireAccess(actor, 'conversation.read');
    return this.database.read(actor.organisationId, (tx) => findConversations(tx, ids));
  }

  /** Up to `limit` turns of each conversation, after the turn with index `after` (-1: from the start). */
  turnsOf(actor: Actor, conversationIds: readonly string[], page: { limit: number; after: number }): Promise<Turn[]> {
    requireAccess(actor, 'conversation.read');
    return this.database.read(actor.organisationId, (tx) => findTurns(tx, conversationIds, page));
  }

  /** The turns at these places; those that do not exist are left out. */
  turnsAt(actor: Actor, places: readonly TurnPlace[]): Promise<Turn[]> {
    requireAccess(actor, 'conversation.read');
    return this.database.read(actor.organisationId, (tx) => findTurnsByPlace(tx, places));
  }

  /** Refused inputs, newest first, after the one with id `after`. */
  quarantined(actor: Actor, limit: number, after: string | null): Promise<QuarantinedInput[]> {
    requireAccess(actor, 'quarantine.read');
    return this.database.read(actor.organisationId, (tx) => findQuarantined(tx, limit, after));
  }
}
