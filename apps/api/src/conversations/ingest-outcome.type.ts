import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { IntakeOutcome } from '#conversations';
import { ExpectedOutcomeType } from '../relay/expected-outcome.type.js';
import { toGlobalId } from '../relay/global-ids.js';

@ObjectType('IntakeProblem', { description: 'Where a sent conversation is wrong, and what is wrong.' })
export class IntakeProblemType {
  @Field(() => String, { description: 'The field, such as turns[3].said; empty for the whole.' })
  path!: string;

  @Field(() => String, { description: 'What is wrong with it. Never quotes its content.' })
  message!: string;
}

@ObjectType('ConversationAccepted', { description: 'Stored, and committed.' })
export class ConversationAcceptedType {
  @Field(() => ID, { description: 'The conversation.' })
  conversationId!: string;

  @Field(() => Int, { description: 'Turns that are new.' })
  turnsAccepted!: number;

  @Field(() => Int, { description: 'Turns that were stored before with the same content.' })
  turnsKnown!: number;
}

@ObjectType('ConversationDuplicate', {
  implements: () => ExpectedOutcomeType,
  description: 'All of it was stored before with the same content. Nothing changed.',
})
export class ConversationDuplicateType extends ExpectedOutcomeType {
  @Field(() => ID, { description: 'The conversation.' })
  conversationId!: string;
}

@ObjectType('ConversationConflict', {
  implements: () => ExpectedOutcomeType,
  description: 'The same identity is stored with other content, which stays. What was sent is kept in quarantine.',
})
export class ConversationConflictType extends ExpectedOutcomeType {
  @Field(() => ID, { description: 'The stored conversation.' })
  conversationId!: string;

  @Field(() => [IntakeProblemType], { description: 'What differs.' })
  problems!: IntakeProblemType[];
}

@ObjectType('ConversationRejected', {
  implements: () => ExpectedOutcomeType,
  description: 'Not usable. What was sent is kept in quarantine.',
})
export class ConversationRejectedType extends ExpectedOutcomeType {
  @Field(() => [IntakeProblemType], { description: 'What is wrong.' })
  problems!: IntakeProblemType[];
}

export const IngestOutcomeType = createUnionType({
  name: 'IngestOutcome',
  description: 'What became of one sent conversation.',
  types: () => [
    ConversationAcceptedType,
    ConversationDuplicateType,
    ConversationConflictType,
    ConversationRejectedType,
  ],
  resolveType: (value: object) => value.constructor,
});

@ObjectType('IngestPayload', { description: 'One outcome per sent conversation, in order.' })
export class IngestPayloadType {
  @Field(() => [IngestOutcomeType], { description: 'The outcomes.' })
  outcomes!: (typeof IngestOutcomeType)[];
}

export function toOutcomeType(outcome: IntakeOutcome): typeof IngestOutcomeType {
  const conversationId = 'conversationId' in outcome ? toGlobalId('Conversation', outcome.conversationId) : '';
  switch (outcome.outcome) {
    case 'ACCEPTED': {
      const { turnsAccepted, turnsKnown } = outcome;
      return Object.assign(new ConversationAcceptedType(), { conversationId, turnsAccepted, turnsKnown });
    }
    case 'DUPLICATE':
      return Object.assign(new ConversationDuplicateType(), {
        conversationId,
        code: 'DUPLICATE',
        message: 'This conversation is stored already, with the same content.',
      });
    case 'CONFLICT':
      return Object.assign(new ConversationConflictType(), {
        conversationId,
        code: 'CONFLICT',
        message: 'This conversation is stored already, with other content.',
        problems: outcome.problems,
      });
    case 'REJECTED':
      return Object.assign(new ConversationRejectedType(), {
        code: 'REJECTED',
        message: 'This conversation cannot be used as it was sent.',
        problems: outcome.problems,
      });
  }
}
