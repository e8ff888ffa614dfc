import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { requireAccess } from '#accounts';
import { DeadLettersService } from '#queue';
import { Context, type RequestContext } from '../relay/context.js';
import { DEFAULT_PAGE, pageSize } from '../relay/connection.js';

@ObjectType('DeadLetter', { description: 'Work that failed for good, until somebody retries it.' })
export class DeadLetterType {
  @Field(() => String, { description: 'Its id, for `answerable dead-letters retry`.' })
  id!: string;

  @Field(() => String, { description: 'The event whose job failed.' })
  event!: string;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => String, { description: 'The kind of the last failure.' })
  error!: string;

  @Field(() => Date, { description: 'When the event was recorded.' })
  recordedAt!: Date;

  @Field(() => Date, { description: 'When it was given up.' })
  diedAt!: Date;
}

@Resolver()
export class DeadLettersResolver {
  constructor(private readonly letters: DeadLettersService) {}

  @Query(() => [DeadLetterType], { description: 'Work that failed for good, the latest first.' })
  deadLetters(
    @Context() { actor }: RequestContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: DEFAULT_PAGE, description: 'How many at most.' })
    first: number | null,
  ): Promise<DeadLetterType[]> {
    requireAccess(actor, 'dead-letter.read');
    return this.letters.list(actor.organisationId, pageSize(first));
  }
}
