import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { intakeLimits, type IntakeOutcome, IntakeService } from '#conversations';
import { Refused } from '#platform';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { Context, type RequestContext } from '../relay/context.js';
import { IngestPayloadType, toOutcomeType } from './ingest-outcome.type.js';
import { AppendTurnsInput, IngestConversationsInput } from './ingest.input.js';

@Resolver()
export class IngestResolver {
  constructor(
    private readonly intake: IntakeService,
    private readonly limits: RateLimits,
  ) {}

  @Mutation(() => IngestPayloadType, {
    description:
      'Takes conversations in. Each has its own outcome; sending one again is safe. What is answered is committed.',
  })
  async ingestConversations(
    @Context() { actor, response }: RequestContext,
    @Args('input', { description: 'The conversations.' }) { conversations }: IngestConversationsInput,
  ): Promise<IngestPayloadType> {
    const items = itemsOf(conversations);
    await this.limits.spendConversations(actor, items.length, response);
    return payload(await this.intake.ingest(actor, 'graphql', items));
  }

  @Mutation(() => IngestPayloadType, {
    description: 'Adds turns to conversations that were ingested before, such as live calls.',
  })
  async appendTurns(
    @Context() { actor, response }: RequestContext,
    @Args('input', { description: 'The turns, by conversation.' }) { conversations }: AppendTurnsInput,
  ): Promise<IngestPayloadType> {
    const items = itemsOf(conversations);
    await this.limits.spendConversations(actor, items.length, response);
    return payload(await this.intake.append(actor, 'graphql', items));
  }
}

function itemsOf(conversations: readonly object[]): { value: unknown }[] {
  if (conversations.length > intakeLimits.MAX_CONVERSATIONS_PER_REQUEST) {
    const limit = intakeLimits.MAX_CONVERSATIONS_PER_REQUEST;
    throw new Refused(
      'TOO_LARGE',
      `input.conversations holds ${conversations.length}; the limit is ${limit} a request.`,
    );
  }
  return conversations.map((value) => ({ value }));
}

function payload(outcomes: readonly IntakeOutcome[]): IngestPayloadType {
  return { outcomes: outcomes.map(toOutcomeType) };
}
