import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type Delivery, DELIVERY_STATUSES, type DeliveryStatus } from '#notices';
import { connectionOf, PageArguments } from '../relay/connection.js';
import { toGlobalId } from '../relay/global-ids.js';

export const DeliveryStatusEnum = Object.fromEntries(DELIVERY_STATUSES.map((status) => [status, status]));
registerEnumType(DeliveryStatusEnum, {
  name: 'WebhookDeliveryStatus',
  description: 'How far a delivery has come.',
  valuesMap: {
    PENDING: { description: 'To be sent, now or after a pause.' },
    DELIVERED: { description: 'Answered with 2xx.' },
    DEAD: { description: 'Given up, until somebody sends it again.' },
  },
});

@ObjectType('WebhookDelivery', { description: 'One event on its way to one endpoint.' })
export class WebhookDeliveryType {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => ID, { description: 'The endpoint.' })
  endpointId!: string;

  @Field(() => String, { description: 'The header `webhook-id`: the same at every attempt, and at every endpoint.' })
  webhookId!: string;

  @Field(() => String, { description: 'The type of the event.' })
  eventType!: string;

  @Field(() => String, { description: 'The body, as it is signed and sent.' })
  body!: string;

  @Field(() => DeliveryStatusEnum, { description: 'How far it has come.' })
  status!: DeliveryStatus;

  @Field(() => Int, { description: 'Attempts so far.' })
  attempts!: number;

  @Field(() => Date, { nullable: true, description: 'When it is tried next; null when it is finished.' })
  nextAttemptAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'The HTTP status of the last answer, if there was one.' })
  statusCode!: number | null;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed, from a closed list.' })
  failure!: string | null;

  @Field(() => Date, { description: 'When it was put in line.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was delivered or given up.' })
  finishedAt!: Date | null;

  static of({ id, endpointId, noticeId, type, dueAt, ...fields }: Delivery): WebhookDeliveryType {
    return Object.assign(new WebhookDeliveryType(), {
      ...fields,
      id: toGlobalId('WebhookDelivery', id),
      endpointId: toGlobalId('WebhookEndpoint', endpointId),
      webhookId: `msg_${noticeId}`,
      eventType: type,
      nextAttemptAt: fields.status === 'PENDING' ? dueAt : null,
    });
  }
}

export const WebhookDeliveryConnectionType = connectionOf(WebhookDeliveryType, 'WebhookDelivery');

@InputType('WebhookDeliveryFilter', { description: 'Which deliveries; all that is given must hold.' })
export class WebhookDeliveryFilterInput {
  @Field(() => ID, { nullable: true, description: 'To this endpoint.' })
  endpointId?: string | null;

  @Field(() => DeliveryStatusEnum, { nullable: true, description: 'This far.' })
  status?: DeliveryStatus | null;

  @Field(() => String, { nullable: true, description: 'Of this type of event.' })
  eventType?: string | null;
}

@ArgsType()
export class WebhookDeliveryListArguments extends PageArguments {
  @Field(() => WebhookDeliveryFilterInput, { nullable: true, description: 'Which deliveries.' })
  filter?: WebhookDeliveryFilterInput | null;
}
