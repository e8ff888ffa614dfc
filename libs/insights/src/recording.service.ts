import { Injectable } from '@nestjs/common';
import type { AnalysedTurn } from '#analysis';
import type { Transaction } from '#database';
import { announce } from '#queue';
import { updateDigests } from './digests.queries.js';
import { CONVERSATION_ANALYSED } from './events.js';
import { countTurns } from './trend-counts.js';
import { addToTrends } from './trends.queries.js';
import { wordsOf } from './words.js';

/** Counts, and announces, what was just analysed and flagged, in the same transaction, so that counts never drift from what they count. */
@Injectable()
export class RecordingService {
  async record(tx: Transaction, turns: readonly AnalysedTurn[]): Promise<void> {
    const byConversation = Map.groupBy(turns, ({ conversationId }) => conversationId);
    const words = [...byConversation].map(([conversationId, said]) => ({
      conversationId,
      words: [...wordsOf(said.map((turn) => turn.said).join('\n'))],
    }));
    await updateDigests(tx, words);
    await addToTrends(tx, countTurns(turns));
    announce(tx, CONVERSATION_ANALYSED, [...byConversation.keys()]);
  }
}
