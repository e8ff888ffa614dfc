import { Webhook } from 'standardwebhooks';
import { type Neighbour, moveIn } from '../factories/neighbours.js';
import { eventually } from '../support/eventually.js';
import type { ReceivedWebhook } from '../support/receiver.js';
import { startWorld, type World } from '../support/world.js';

/** Lets endpoints lie on 127.0.0.1 and no other address of this machine. */
export const LOCAL_NETWORK = { WEBHOOK_ALLOWED_NETWORKS: '127.0.0.1/32' };

export interface MadeEndpoint {
  id: string;
  secret: string;
}

/** The program with one organisation, whose owner makes endpoints on this machine. */
export class WebhookWorld {
  private constructor(
    readonly world: World,
    readonly org: Neighbour,
  ) {}

  static async start(given: { worker?: boolean } = {}): Promise<WebhookWorld> {
    const world = await startWorld({ ...given, settings: LOCAL_NETWORK });
    return new WebhookWorld(world, await moveIn(world, 'mark'));
  }

  async endpoint(url: string, eventTypes = ['flag.raised']): Promise<MadeEndpoint> {
    const { createWebhookEndpoint: made } = await this.org.person.ask(
      `mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) {
        ... on WebhookSecretIssued { secret endpoint { id } } ... on ExpectedOutcome { message } } }`,
      { input: { url, eventTypes } },
    );
    if (made.secret === undefined) throw new Error(made.message);
    return { id: made.endpoint.id, secret: made.secret };
  }

  async test(endpointId: string): Promise<string> {
    const { sendTestWebhook: sent } = await this.org.person.ask(
      `mutation ($input: SendTestWebhookInput!) { sendTestWebhook(input: $input) {
        ... on WebhookDelivery { id } ... on ExpectedOutcome { code } } }`,
      { input: { endpointId } },
    );
    return sent.id ?? sent.code;
  }

  async resend(id: string): Promise<string> {
    const { resendWebhookDelivery: sent } = await this.org.person.ask(
      `mutation ($input: ResendWebhookDeliveryInput!) { resendWebhookDelivery(input: $input) {
        ... on WebhookDelivery { id } ... on ExpectedOutcome { code } } }`,
      { input: { id } },
    );
    return sent.id ?? sent.code;
  }

  /** The newest first. */
  async deliveries(filter: Record<string, unknown> = {}): Promise<Record<string, unknown>[]> {
    const { webhookDeliveries } = await this.org.person.ask(
      `query ($filter: WebhookDeliveryFilter) { webhookDeliveries(filter: $filter) {
        edges { node { id endpointId webhookId eventType body status attempts statusCode failure nextAttemptAt } } } }`,
      { filter },
    );
    return webhookDeliveries.edges.map(({ node }: { node: Record<string, unknown> }) => node);
  }

  /** Waits until the endpoint's deliveries are as described. */
  async until(what: string, endpointId: string, condition: (all: Record<string, unknown>[]) => boolean): Promise<void> {
    await eventually(what, async () => condition(await this.deliveries({ endpointId })));
  }

  /** Makes postponed deliveries due now, so that no test waits for a pause. */
  async skipPauses(): Promise<void> {
    await this.world.owner.query(
      `UPDATE webhook_delivery SET due_at = now() WHERE status = 'PENDING' AND leased_until IS NULL AND due_at > now()`,
    );
  }
}

/** What the receiver was told, if the signature holds. @throws when it does not */
export function verified({ body, headers }: ReceivedWebhook, secret: string): Record<string, unknown> {
  return new Webhook(secret).verify(body, headers as Record<string, string>) as Record<string, unknown>; // JSON objects
}
