import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Endpoint } from '#notices';
import { toGlobalId } from '../relay/global-ids.js';

@ObjectType('WebhookEndpoint', { description: 'An address that is told of what happens.' })
export class WebhookEndpointType {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'Where events are sent.' })
  url!: string;

  @Field(() => [String], { description: 'The types of events that it is told of.' })
  eventTypes!: string[];

  @Field(() => String, { description: 'A note for people.' })
  description!: string;

  @Field(() => Boolean, { description: 'Whether events are sent to it.' })
  enabled!: boolean;

  @Field(() => String, {
    description: 'Why it was last changed: CREATED, CHANGED, or GONE when it answered 410 and was disabled.',
  })
  reason!: string;

  @Field(() => String, { description: 'Who last changed it.' })
  changedBy!: string;

  @Field(() => Date, { description: 'When it was last changed.' })
  changedAt!: Date;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;

  static of({ id, ...fields }: Endpoint): WebhookEndpointType {
    return Object.assign(new WebhookEndpointType(), { ...fields, id: toGlobalId('WebhookEndpoint', id) });
  }
}
