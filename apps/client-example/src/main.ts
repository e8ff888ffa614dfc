import { setTimeout as sleep } from 'node:timers/promises';
import { AnswerableClient } from './client.js';
import { listConversations, reviewConversation } from './reading.js';
import { sendConversations } from './sending.js';

const SHOWN = 5;
const LOOKS = 50;
const BETWEEN_LOOKS_MILLISECONDS = 200;

/** Sends a conversation, waits until it is analysed, and says what was flagged, who answers, and what came in before. */
async function main(address = process.env['ANSWERABLE'], key = process.env['KEY']): Promise<void> {
  if (address === undefined || key === undefined) throw new Error('Set ANSWERABLE and KEY.');
  const client = new AnswerableClient({ address, key });
  const call = {
    source: 'client-example',
    externalId: 'call-1',
    clone: process.argv[2] ?? 'alex-lindqvist',
    channel: 'PHONE',
    startedAt: `${new Date().toISOString().slice(0, 10)}T00:00:00Z`,
    turns: [
      { speaker: 'CALLER', said: 'Your late fee is unfair.' },
      { speaker: 'CLONE', said: 'I promise you will get a full refund by tomorrow.' },
    ],
  };
  for await (const sent of sendConversations(client, [call])) {
    if (sent.state === 'REFUSED') throw new Error(`${sent.reason}: ${sent.problems.join('; ')}`);
    console.log(sent.isNew ? 'Stored.' : 'Stored before.');
    await showReview(client, sent.conversationId);
  }
  console.log('The newest conversations:');
  let shown = 0;
  for await (const { startedAt, channel, externalId } of listConversations(client, {}, SHOWN)) {
    console.log(`  ${startedAt}  ${channel}  ${externalId}`);
    if ((shown += 1) === SHOWN) break; // no further page is asked for
  }
}

/** Programs that run on would be told by a webhook instead of looking again. */
async function showReview(client: AnswerableClient, id: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const review = await reviewConversation(client, id);
    if (review?.digest) {
      for (const { severity, code, evidence, turn } of review.flags) {
        const answers = turn.accountability?.accountable?.name ?? turn.accountability?.outcome ?? 'unknown';
        console.log(
          `${severity} ${code} “${evidence.map(({ quote }) => quote).join('” “')}”, answered for by ${answers}`,
        );
      }
      return;
    }
    await sleep(BETWEEN_LOOKS_MILLISECONDS);
  }
  console.log('Not analysed yet.');
}

await main();
