import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Session } from '#accounts';
import { toGlobalId } from '../relay/global-ids.js';
import { nothingChanged, NothingChangedType } from './person-change.type.js';

@ObjectType('Session', { description: 'One sign-in of a person.' })
export class SessionType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Date, { description: 'When they signed in.' })
  createdAt!: Date;

  @Field(() => Date, { description: 'When it was last used, give or take a minute.' })
  lastUsedAt!: Date;

  @Field(() => Date, { description: 'When it ends at the latest.' })
  expiresAt!: Date;

  @Field(() => String, { description: 'The network address it was last used from.' })
  address!: string;

  @Field(() => String, { description: 'What it is used with, such as "Firefox on Linux".' })
  client!: string;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  current!: boolean;

  static of({ id, ...rest }: Session, currentId: string | undefined): SessionType {
    return Object.assign(new SessionType(), { ...rest, id: toGlobalId('Session', id), current: id === currentId });
  }
}

@InputType({ description: 'A session of your own.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;
}

@ObjectType('SessionsEnded', { description: 'They have ended; their next request is refused.' })
export class SessionsEndedType {
  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

export const EndSessionsResultType = createUnionType({
  name: 'EndSessionsResult',
  description: 'What became of ending sessions.',
  types: () => [SessionsEndedType, NothingChangedType],
  resolveType: (value: object) => value.constructor,
});

export function toEndSessionsResult(count: number): typeof EndSessionsResultType {
  if (count === 0) return nothingChanged('You have no such session.');
  return Object.assign(new SessionsEndedType(), { count });
}
