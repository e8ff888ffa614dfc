import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { QuarantinedInput } from '#conversations';
import { connectionOf } from '../relay/connection.js';
import { IntakeProblemType } from './ingest-outcome.type.js';

@ObjectType('QuarantinedInput', { description: 'Something that was sent and refused. It is kept as it came.' })
export class QuarantinedInputType {
  @Field(() => String, { description: 'CONFLICT or REJECTED.' })
  kind!: string;

  @Field(() => String, { description: 'The way it came in: graphql, http or import.' })
  route!: string;

  @Field(() => String, { nullable: true, description: 'The source, if it could be read.' })
  source!: string | null;

  @Field(() => String, { nullable: true, description: 'The id in that source, if it could be read.' })
  externalId!: string | null;

  @Field(() => [IntakeProblemType], { description: 'Why it was refused.' })
  problems!: IntakeProblemType[];

  @Field(() => String, { description: 'Bytes that were sent, a whole number.' })
  payloadBytes!: string;

  @Field(() => Date, { description: 'When it was first sent.' })
  receivedAt!: Date;

  @Field(() => Date, { description: 'When it was last sent.' })
  lastSeenAt!: Date;

  @Field(() => Int, { description: 'How often it was sent.' })
  timesSeen!: number;

  static of(input: QuarantinedInput): QuarantinedInputType {
    return Object.assign(new QuarantinedInputType(), input);
  }
}

export const QuarantineConnectionType = connectionOf(QuarantinedInputType, 'QuarantinedInput');
