import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DeliveriesService, type DeliveryFilter } from '#notices';
import { pageSize, readIdCursor, toConnection } from '../relay/connection.js';
import { Context, type RequestContext } from '../relay/context.js';
import { fromGlobalId } from '../relay/global-ids.js';
import { ResendWebhookDeliveryInput, SendTestWebhookInput } from './webhook.input.js';
import {
  WebhookDeliveryConnectionType,
  type WebhookDeliveryFilterInput,
  WebhookDeliveryListArguments,
  WebhookDeliveryType,
} from './webhook-delivery.type.js';
import { sendOutcome, SendWebhookResultType } from './webhook-outcome.type.js';

@Resolver()
export class WebhookDeliveriesResolver {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Query(() => WebhookDeliveryConnectionType, { description: 'Events on their way to endpoints, newest first.' })
  async webhookDeliveries(
    @Context() { actor }: RequestContext,
    @Args() { first: wanted, after, filter }: WebhookDeliveryListArguments,
  ): Promise<InstanceType<typeof WebhookDeliveryConnectionType>> {
    const first = pageSize(wanted);
    const rows = await this.deliveries.list(actor, toFilter(filter ?? {}), first + 1, readIdCursor(after));
    return toConnection(rows, first, { node: (row) => WebhookDeliveryType.of(row), place: ({ id }) => [id] });
  }

  @Mutation(() => SendWebhookResultType, {
    description: 'Sends a finished delivery again, dead or delivered, under the same webhook-id.',
  })
  async resendWebhookDelivery(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'The delivery.' }) { id }: ResendWebhookDeliveryInput,
  ): Promise<typeof SendWebhookResultType> {
    return sendOutcome(await this.deliveries.resend(actor, fromGlobalId('WebhookDelivery', id, 'input.id')));
  }

  @Mutation(() => SendWebhookResultType, {
    description: 'Sends an event of the type webhook.test, which tells of nothing.',
  })
  async sendTestWebhook(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'The endpoint.' }) { endpointId }: SendTestWebhookInput,
  ): Promise<typeof SendWebhookResultType> {
    const id = fromGlobalId('WebhookEndpoint', endpointId, 'input.endpointId');
    return sendOutcome(await this.deliveries.sendTest(actor, id));
  }
}

function toFilter({ endpointId, status, eventType }: WebhookDeliveryFilterInput): DeliveryFilter {
  return {
    endpointId: endpointId ? fromGlobalId('WebhookEndpoint', endpointId, 'filter.endpointId') : undefined,
    status: status ?? undefined,
    type: eventType ?? undefined,
  };
}
