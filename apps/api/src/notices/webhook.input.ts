import { Field, ID, InputType } from '@nestjs/graphql';
import { EVENT_TYPES } from '#notices';

const TYPES = EVENT_TYPES.join(', ');

@InputType('CreateWebhookEndpointInput', { description: 'A new endpoint.' })
export class CreateWebhookEndpointInput {
  @Field(() => String, { description: 'Where events are sent: a public address with https.' })
  url!: string;

  @Field(() => [String], { description: `Which events: ${TYPES}.` })
  eventTypes!: string[];

  @Field(() => String, { defaultValue: '', description: 'A note for people.' })
  description!: string;
}

@InputType('UpdateWebhookEndpointInput', { description: 'A change of an endpoint; what is left out stays.' })
export class UpdateWebhookEndpointInput {
  @Field(() => ID, { description: 'The endpoint.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Where events are sent from now on; waiting ones too.' })
  url?: string | null;

  @Field(() => [String], { nullable: true, description: `Which events: ${TYPES}.` })
  eventTypes?: string[] | null;

  @Field(() => String, { nullable: true, description: 'A note for people.' })
  description?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether events are sent to it.' })
  enabled?: boolean | null;
}

@InputType('RotateWebhookSecretInput', { description: 'A new secret for an endpoint.' })
export class RotateWebhookSecretInput {
  @Field(() => ID, { description: 'The endpoint.' })
  id!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the secrets so far end at once, because one has leaked, instead of after a day.',
  })
  immediately!: boolean;
}

@InputType('ResendWebhookDeliveryInput', { description: 'A delivery to send again.' })
export class ResendWebhookDeliveryInput {
  @Field(() => ID, { description: 'The delivery.' })
  id!: string;
}

@InputType('SendTestWebhookInput', { description: 'An endpoint to try out.' })
export class SendTestWebhookInput {
  @Field(() => ID, { description: 'The endpoint.' })
  endpointId!: string;
}
