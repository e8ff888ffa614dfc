import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { EndpointsService, type NewSecret } from '#notices';
import { Context, type RequestContext } from '../relay/context.js';
import { fromGlobalId } from '../relay/global-ids.js';
import { CreateWebhookEndpointInput, RotateWebhookSecretInput, UpdateWebhookEndpointInput } from './webhook.input.js';
import { WebhookEndpointType } from './webhook-endpoint.type.js';
import {
  CreateWebhookEndpointResultType,
  endpointOutcome,
  RotateWebhookSecretResultType,
  UpdateWebhookEndpointResultType,
  WebhookSecretIssuedType,
} from './webhook-outcome.type.js';

@Resolver()
export class WebhookEndpointsResolver {
  constructor(private readonly endpoints: EndpointsService) {}

  @Query(() => [WebhookEndpointType], { description: 'The addresses that are told of what happens, oldest first.' })
  async webhookEndpoints(@Context() { actor }: RequestContext): Promise<WebhookEndpointType[]> {
    return (await this.endpoints.list(actor)).map((endpoint) => WebhookEndpointType.of(endpoint));
  }

  @Mutation(() => CreateWebhookEndpointResultType, {
    description: 'Adds an address that is told of what happens from now on.',
  })
  async createWebhookEndpoint(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'The endpoint.' }) input: CreateWebhookEndpointInput,
  ): Promise<object> {
    return endpointOutcome(await this.endpoints.create(actor, input), issued);
  }

  @Mutation(() => UpdateWebhookEndpointResultType, { description: 'Changes an endpoint, enables or disables it.' })
  async updateWebhookEndpoint(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'The change.' }) { id, ...given }: UpdateWebhookEndpointInput,
  ): Promise<object> {
    const change = {
      url: given.url ?? undefined,
      eventTypes: given.eventTypes ?? undefined,
      description: given.description ?? undefined,
      enabled: given.enabled ?? undefined,
    };
    const outcome = await this.endpoints.update(actor, localId(id), change);
    return endpointOutcome(outcome, (endpoint) => WebhookEndpointType.of(endpoint));
  }

  @Mutation(() => RotateWebhookSecretResultType, {
    description:
      'Gives an endpoint a new secret. The ones so far sign beside it for a day, unless they must end at once.',
  })
  async rotateWebhookSecret(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'The endpoint.' }) { id, immediately }: RotateWebhookSecretInput,
  ): Promise<object> {
    return endpointOutcome(await this.endpoints.rotate(actor, localId(id), immediately), issued);
  }
}

function localId(id: string): string {
  return fromGlobalId('WebhookEndpoint', id, 'input.id');
}

function issued({ endpoint, secret }: NewSecret): WebhookSecretIssuedType {
  return Object.assign(new WebhookSecretIssuedType(), { endpoint: WebhookEndpointType.of(endpoint), secret });
}
