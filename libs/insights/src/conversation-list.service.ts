import { Injectable } from '@nestjs/common';
import { type Actor, clonesOf, mayAccess, noteAccess, requireAccess } from '#accounts';
import { Database } from '#database';
import { Refused } from '#platform';
import { Announcements, type Feed } from '#queue';
import {
  type ConversationFilter,
  listConversations,
  type ListedConversation,
  type ListPlace,
} from './conversation-list.queries.js';
import { chooseAnalysed, type Digest, findDigests } from './digests.queries.js';
import { CONVERSATION_ANALYSED } from './events.js';
import { insightLimits } from './limits.js';
import { searchQuery } from './words.js';

@Injectable()
export class ConversationListService {
  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
  ) {}

  /**
   * Conversations that match, newest first, after a place in the list.
   * @param search words that must all occur; the last may be only begun
   * @throws Refused `BAD_INPUT` when the search is too long or holds no word
   */
  async list(
    actor: Actor,
    given: Omit<ConversationFilter, 'visibleClones'>,
    search: string | null,
    page: { limit: number; after: ListPlace | null },
  ): Promise<ListedConversation[]> {
    requireAccess(actor, 'conversation.read');
    const filter = { ...given, visibleClones: clonesOf(actor) };
    if (filter.accountability !== undefined) requireAccess(actor, 'accountability.read');
    // Whoever may not see flags must not find them out by asking which conversations have some.
    if (filter.flagged !== undefined || filter.severityAtLeast !== undefined) requireAccess(actor, 'flag.read');
    const words = search === null ? null : toQuery(search);
    const listed = await this.database.read(actor.organisationId, (tx) =>
      listConversations(tx, filter, words, page.limit, page.after),
    );
    if (words !== null)
      noteAccess(
        actor,
        'TRANSCRIPT_SEARCHED',
        listed.map(({ id }) => id),
      );
    return listed;
  }

  async digestsOf(actor: Actor, conversationIds: readonly string[]): Promise<Digest[]> {
    requireAccess(actor, 'conversation.read');
    const digests = await this.database.read(actor.organisationId, (tx) =>
      findDigests(tx, conversationIds, clonesOf(actor)),
    );
    noteAccess(
      actor,
      'CONVERSATION_READ',
      digests.map(({ conversationId }) => conversationId),
    );
    if (mayAccess(actor, 'flag.read')) return digests;
    return digests.map((digest) => ({ ...digest, flags: null, highestSeverity: null }));
  }

  /** Ids of conversations as their analysis becomes ready from now on; of a live one each time. @param cloneId null: with any clone */
  follow(actor: Actor, cloneId: string | null): Feed {
    requireAccess(actor, 'conversation.read');
    return this.announcements.follow(actor.organisationId, CONVERSATION_ANALYSED, (ids) =>
      this.database.read(actor.organisationId, (tx) => chooseAnalysed(tx, ids, cloneId, clonesOf(actor))),
    );
  }
}

function toQuery(search: string): string {
  if (search.length > insightLimits.maxSearchCharacters) {
    throw new Refused('BAD_INPUT', `search is longer than ${insightLimits.maxSearchCharacters} characters.`);
  }
  const query = searchQuery(search);
  if (query === null) throw new Refused('BAD_INPUT', 'search holds no letter or digit.');
  return query;
}
