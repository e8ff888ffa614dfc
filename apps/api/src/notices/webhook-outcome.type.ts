import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import type { EndpointOutcome, SendOutcome } from '#notices';
import { ExpectedOutcomeType } from '../relay/expected-outcome.type.js';
import { WebhookDeliveryType } from './webhook-delivery.type.js';
import { WebhookEndpointType } from './webhook-endpoint.type.js';

@ObjectType('WebhookSecretIssued', { description: 'An endpoint with a new secret.' })
export class WebhookSecretIssuedType {
  @Field(() => WebhookEndpointType, { description: 'The endpoint.' })
  endpoint!: WebhookEndpointType;

  @Field(() => String, { description: 'The secret, `whsec_…`. It is shown only now.' })
  secret!: string;
}

const implementing = { implements: () => ExpectedOutcomeType };

@ObjectType('WebhookTargetRefused', { ...implementing, description: 'Nothing is sent to such an address.' })
export class WebhookTargetRefusedType extends ExpectedOutcomeType {}

@ObjectType('WebhookEndpointLimitReached', { ...implementing, description: 'There are as many endpoints as may be.' })
export class WebhookEndpointLimitReachedType extends ExpectedOutcomeType {}

@ObjectType('WebhookSecretLimitReached', { ...implementing, description: 'As many secrets sign already as may.' })
export class WebhookSecretLimitReachedType extends ExpectedOutcomeType {}

@ObjectType('WebhookDeliveryPending', { ...implementing, description: 'It is on its way already.' })
export class WebhookDeliveryPendingType extends ExpectedOutcomeType {}

@ObjectType('WebhookEndpointDisabled', { ...implementing, description: 'The endpoint must be enabled first.' })
export class WebhookEndpointDisabledType extends ExpectedOutcomeType {}

const resolveType = (value: object) => value.constructor;

export const CreateWebhookEndpointResultType = createUnionType({
  name: 'CreateWebhookEndpointResult',
  description: 'The new endpoint with its secret, or why there is none.',
  types: () => [WebhookSecretIssuedType, WebhookTargetRefusedType, WebhookEndpointLimitReachedType],
  resolveType,
});

export const UpdateWebhookEndpointResultType = createUnionType({
  name: 'UpdateWebhookEndpointResult',
  description: 'The endpoint as it is now, or why it was not changed.',
  types: () => [WebhookEndpointType, WebhookTargetRefusedType],
  resolveType,
});

export const RotateWebhookSecretResultType = createUnionType({
  name: 'RotateWebhookSecretResult',
  description: 'The endpoint with its new secret, or why there is none.',
  types: () => [WebhookSecretIssuedType, WebhookSecretLimitReachedType],
  resolveType,
});

export const SendWebhookResultType = createUnionType({
  name: 'SendWebhookResult',
  description: 'The delivery that is on its way, or why there is none.',
  types: () => [WebhookDeliveryType, WebhookDeliveryPendingType, WebhookEndpointDisabledType],
  resolveType,
});

const REFUSALS = {
  TARGET_REFUSED: WebhookTargetRefusedType,
  ENDPOINT_LIMIT: WebhookEndpointLimitReachedType,
  SECRET_LIMIT: WebhookSecretLimitReachedType,
} as const;

/** What was done as `of` shows it, or the refusal. */
export function endpointOutcome<Done extends object, Shown>(
  outcome: EndpointOutcome<Done>,
  of: (done: Done) => Shown,
): Shown | ExpectedOutcomeType {
  if (!('refused' in outcome)) return of(outcome);
  const { refused: code, because: message } = outcome;
  return Object.assign(new REFUSALS[code](), { code, message });
}

export function sendOutcome(outcome: SendOutcome): typeof SendWebhookResultType {
  if (!('refused' in outcome)) return WebhookDeliveryType.of(outcome);
  const { refused: code } = outcome;
  if (code === 'ENDPOINT_DISABLED')
    return Object.assign(new WebhookEndpointDisabledType(), { code, message: 'Enable the endpoint first.' });
  return Object.assign(new WebhookDeliveryPendingType(), { code, message: 'This delivery is on its way already.' });
}
