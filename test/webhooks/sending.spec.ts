import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noticeLimits } from '#notices';
import { conversation, INGEST, RISKY_REPLY } from '../factories/conversations.js';
import { eventually } from '../support/eventually.js';
import { Receiver, silence, status } from '../support/receiver.js';
import { verified, WebhookWorld } from './webhook-world.js';

const ATTEMPTS = noticeLimits.RETRY_SCHEDULE_SECONDS.length + 1;

let webhooks: WebhookWorld;
let receiver: Receiver;

beforeAll(async () => {
  webhooks = await WebhookWorld.start();
});
afterAll(() => webhooks.world.close());
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(async () => {
  // Endpoints of one test must not hear of the next one's events.
  await webhooks.world.owner.query(
    `UPDATE webhook_delivery SET status = 'DEAD', finished_at = now() WHERE status = 'PENDING'`,
  );
  await webhooks.world.owner.query(`UPDATE webhook_revision SET event_types = '{none}'`);
  await receiver.close();
});

async function sendRisky(): Promise<void> {
  const risky = conversation({
    turns: [
      { speaker: 'CALLER', said: 'Where is my secretword parcel?' },
      { speaker: 'CLONE', said: RISKY_REPLY },
    ],
  });
  await webhooks.org.client.ask(INGEST, { input: { conversations: [risky] } });
  await webhooks.world.analysed(webhooks.org.organisation.id);
}

interface StoredFlag {
  id: string;
  turn: { id: string; conversation: { id: string } };
  clone: { id: string };
  raisedAt: string;
}

/** What was done to an endpoint, the last first. */
async function recordsOf(id: string): Promise<object[]> {
  const of = `{ accessRecords(filter: { subjectId: "${id}" }) { edges { node { operation actorKind } } } }`;
  const { accessRecords } = await webhooks.org.person.ask(of);
  return accessRecords.edges.map(({ node }: { node: object }) => node);
}

describe('an endpoint', () => {
  it('is told of an analysed conversation and of each flag, signed, by ids that the API answers to, and never what was said', async () => {
    const { id, secret } = await webhooks.endpoint(receiver.url, ['conversation.analysed', 'flag.raised']);
    await sendRisky();
    await webhooks.until(
      'all is delivered',
      id,
      (all) => all.length > 1 && all.every(({ status }) => status === 'DELIVERED'),
    );
    const told = receiver.received.map((received) => verified(received, secret)) as {
      type: string;
      timestamp: string;
      data: Record<string, string>;
    }[];
    const flags = told.filter(({ type }) => type === 'flag.raised');
    expect(told.filter(({ type }) => type === 'conversation.analysed')).toEqual([
      {
        type: 'conversation.analysed',
        timestamp: expect.any(String),
        data: { conversationId: flags[0]!.data['conversationId'], turns: 2 },
      },
    ]);
    const { flags: stored } = await webhooks.org.person.ask(
      '{ flags { edges { node { id code severity channel spokenAt raisedAt turn { id conversation { id } } clone { id } } } } }',
    );
    const nodes: StoredFlag[] = stored.edges.map(({ node }: { node: StoredFlag }) => node);
    const expected = nodes.map(({ id: flagId, turn, clone, raisedAt, ...rest }) => ({
      type: 'flag.raised',
      timestamp: raisedAt,
      data: { flagId, conversationId: turn.conversation.id, turnId: turn.id, cloneId: clone.id, ...rest },
    }));
    const byId = (all: { data: Record<string, string> }[]) =>
      all.toSorted((a, b) => (a.data['flagId']! < b.data['flagId']! ? -1 : 1)); // flags have it
    expect(byId(flags)).toEqual(byId(expected));
    expect(flags.length).toBeGreaterThan(0);
    expect(new Set(receiver.ids).size).toBe(told.length);
    expect(JSON.stringify(receiver.received)).not.toMatch(/secretword|promise|refund/);
  });

  it('is told only of what it listens to, and of nothing while it is disabled', async () => {
    const { id } = await webhooks.endpoint(receiver.url, ['conversation.analysed']);
    await sendRisky();
    await webhooks.until(
      'it is delivered',
      id,
      (all) => all.every(({ status }) => status === 'DELIVERED') && all.length === 1,
    );
    const update =
      'mutation ($input: UpdateWebhookEndpointInput!) { updateWebhookEndpoint(input: $input) { ... on WebhookEndpoint { enabled changedBy } } }';
    const { updateWebhookEndpoint } = await webhooks.org.person.ask(update, { input: { id, enabled: false } });
    expect(updateWebhookEndpoint).toEqual({ enabled: false, changedBy: 'OWNER' });
    await sendRisky();
    expect((await webhooks.deliveries({ endpointId: id })).map(({ eventType }) => eventType)).toEqual([
      'conversation.analysed',
    ]);
    expect([
      await webhooks.test(id),
      await webhooks.resend(String((await webhooks.deliveries({ endpointId: id }))[0]!['id'])),
    ]).toEqual(['ENDPOINT_DISABLED', 'ENDPOINT_DISABLED']);
  });

  it('gets a failed event again under the same id, until it is dead, and again when somebody says so', async () => {
    const { id, secret } = await webhooks.endpoint(receiver.url);
    receiver.will(status(500));
    const delivery = await webhooks.test(id);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      await webhooks.until(
        `attempt ${attempt} is noted`,
        id,
        ([one]) => one?.['attempts'] === attempt && (one['failure'] !== null || one['status'] === 'DEAD'),
      );
      await eventually('it is postponed or dead', async () => {
        await webhooks.skipPauses();
        return (
          receiver.received.length > attempt ||
          (await webhooks.deliveries({ status: 'DEAD', endpointId: id })).length === 1
        );
      });
    }
    expect(await webhooks.deliveries({ endpointId: id })).toMatchObject([
      { id: delivery, status: 'DEAD', attempts: ATTEMPTS, statusCode: 500, failure: 'STATUS', nextAttemptAt: null },
    ]);
    expect(receiver.received).toHaveLength(ATTEMPTS);
    receiver.received.forEach((received) => verified(received, secret));
    receiver.goesOn(status(200));
    expect(await webhooks.resend(delivery)).toBe(delivery);
    await webhooks.until('it is delivered', id, ([one]) => one?.['status'] === 'DELIVERED');
    expect(new Set(receiver.ids).size).toBe(1);
    expect(await webhooks.deliveries({ endpointId: id })).toMatchObject([
      { attempts: ATTEMPTS + 1, statusCode: 200, failure: null },
    ]);
    const { rows } = await webhooks.world.owner.query('SELECT author FROM webhook_resend');
    expect(rows).toEqual([{ author: 'OWNER' }]);
    const operations = ['WEBHOOK_RESENT', 'WEBHOOK_TESTED', 'WEBHOOK_CREATED'];
    expect(await recordsOf(id)).toEqual(operations.map((operation) => ({ operation, actorKind: 'PERSON' })));
  });

  it('that is gone is disabled, and its event rests', async () => {
    const { id } = await webhooks.endpoint(receiver.url);
    receiver.will(status(410));
    await webhooks.test(id);
    await webhooks.until('it rests', id, ([one]) => one?.['status'] === 'DEAD');
    expect(await webhooks.deliveries({ endpointId: id })).toMatchObject([
      { failure: 'GONE', statusCode: 410, attempts: 1 },
    ]);
    const { webhookEndpoints } = await webhooks.org.person.ask('{ webhookEndpoints { id enabled reason changedBy } }');
    expect(webhookEndpoints).toContainEqual({ id, enabled: false, reason: 'GONE', changedBy: 'Answerable' });
    expect(await recordsOf(id)).toEqual([
      { operation: 'WEBHOOK_CHANGED', actorKind: 'PROGRAM' },
      { operation: 'WEBHOOK_TESTED', actorKind: 'PERSON' },
      { operation: 'WEBHOOK_CREATED', actorKind: 'PERSON' },
    ]);
  });

  it('says by Retry-After how long it is left alone', async () => {
    const { id } = await webhooks.endpoint(receiver.url);
    receiver.will(status(503, { 'retry-after': '1800' }));
    const before = Date.now();
    await webhooks.test(id);
    await webhooks.until('the attempt is noted', id, ([one]) => one?.['failure'] === 'STATUS');
    const [delivery] = await webhooks.deliveries({ endpointId: id });
    const seconds = (Date.parse(String(delivery?.['nextAttemptAt'])) - before) / 1000;
    expect(seconds).toBeGreaterThanOrEqual(1_799);
    expect(seconds).toBeLessThan(1_900);
  });

  it('that redirects inside is not followed, and one inside is not connected to', async () => {
    const inside = await Receiver.start('127.0.0.2');
    const target = `http://127.0.0.2:${inside.port}/`;
    receiver.will(status(302, { location: target }));
    const { id } = await webhooks.endpoint(receiver.url);
    await webhooks.test(id);
    await webhooks.until('the attempt is noted', id, ([one]) => one?.['failure'] === 'STATUS');
    await expect(webhooks.endpoint(target)).rejects.toThrow('not a public HTTPS address');
    // Even one that came into the table in another way.
    await webhooks.world.owner.query(`UPDATE webhook_revision SET url = $1`, [target]);
    await webhooks.skipPauses();
    await webhooks.until('the attempt is noted', id, ([one]) => one?.['failure'] === 'ADDRESS_REFUSED');
    expect(inside.connections).toBe(0);
    await inside.close();
  });

  it('that never answers holds back neither the others nor a transaction', async () => {
    const slow = await Receiver.start();
    slow.will(silence);
    const stuck = await webhooks.endpoint(slow.url);
    const well = await webhooks.endpoint(receiver.url);
    for (let at = 0; at < 3 * noticeLimits.ATTEMPTS_PER_ENDPOINT; at += 1) await webhooks.test(stuck.id);
    await eventually(
      'the slow endpoint has all it may',
      () => slow.received.length === noticeLimits.ATTEMPTS_PER_ENDPOINT,
    );
    const { rows } = await webhooks.world.owner.query(
      `SELECT state FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    expect(rows).toEqual([]);
    for (let at = 0; at < 10; at += 1) await webhooks.test(well.id);
    await webhooks.until(
      'the others are delivered',
      well.id,
      (all) => all.filter(({ status }) => status === 'DELIVERED').length === 10,
    );
    expect(slow.received).toHaveLength(noticeLimits.ATTEMPTS_PER_ENDPOINT);
    expect((await webhooks.deliveries({ endpointId: stuck.id })).every(({ status }) => status === 'PENDING')).toBe(
      true,
    );
    await slow.close();
  });

  it('that answers without end has answered by its status', async () => {
    const { id } = await webhooks.endpoint(receiver.url);
    receiver.will((response) => {
      response.writeHead(200);
      const more = () => void (response.destroyed || response.write('x'.repeat(65_536), more));
      more();
    });
    await webhooks.test(id);
    await webhooks.until('it is delivered', id, ([one]) => one?.['status'] === 'DELIVERED');
  });
});

describe('a secret', () => {
  const ROTATE = `mutation ($input: RotateWebhookSecretInput!) { rotateWebhookSecret(input: $input) {
    ... on WebhookSecretIssued { secret } ... on ExpectedOutcome { code } } }`;

  async function oneReceived(id: string) {
    receiver.will(status(204));
    await webhooks.test(id);
    await eventually('it is received', () => receiver.received.length === 1);
    return receiver.received[0]!; // just counted
  }

  it('signs a test that names the endpoint by the id that the API answers to', async () => {
    const { id, secret } = await webhooks.endpoint(receiver.url);
    expect(verified(await oneReceived(id), secret)).toMatchObject({ type: 'webhook.test', data: { endpointId: id } });
  });

  it('signs beside the next one for a day, and then no more', async () => {
    const { id, secret: first } = await webhooks.endpoint(receiver.url);
    const { rotateWebhookSecret: second } = await webhooks.org.person.ask(ROTATE, { input: { id } });
    const both = await oneReceived(id);
    expect(String(both.headers['webhook-signature']).split(' ')).toHaveLength(2);
    for (const secret of [first, second.secret]) expect(verified(both, secret)).toMatchObject({ type: 'webhook.test' });
    const { rows } = await webhooks.world.owner.query(
      `SELECT extract(epoch FROM predecessors_until - created_at)::int AS seconds FROM webhook_secret WHERE predecessors_until > now()`,
    );
    expect(rows).toEqual([{ seconds: noticeLimits.SECRET_OVERLAP_SECONDS }]);
    await webhooks.world.owner.query('UPDATE webhook_secret SET predecessors_until = now()');
    const after = await oneReceived(id);
    verified(after, second.secret);
    expect(() => verified(after, first)).toThrow('No matching signature');
  });

  it('that leaked ends at once, and there are only so many at a time', async () => {
    const { id, secret } = await webhooks.endpoint(receiver.url);
    for (let more = 1; more < noticeLimits.MAX_SIGNING_SECRETS; more += 1)
      await webhooks.org.person.ask(ROTATE, { input: { id } });
    const { rotateWebhookSecret } = await webhooks.org.person.ask(ROTATE, { input: { id } });
    expect(rotateWebhookSecret).toEqual({ code: 'SECRET_LIMIT' });
    const { rotateWebhookSecret: next } = await webhooks.org.person.ask(ROTATE, { input: { id, immediately: true } });
    const received = await oneReceived(id);
    verified(received, next.secret);
    expect(() => verified(received, secret)).toThrow('No matching signature');
  });

  it('lies in the database only sealed, and does not open in another row', async () => {
    const { id, secret } = await webhooks.endpoint(receiver.url);
    const other = await webhooks.endpoint(receiver.url);
    const local = (globalId: string) => Buffer.from(globalId, 'base64url').toString().split(':')[1];
    const { rows } = await webhooks.world.owner.query<{ sealed: Buffer }>('SELECT sealed FROM webhook_secret');
    const stored = rows.map(({ sealed }) => `${sealed.toString('latin1')} ${sealed.toString('base64')}`).join();
    for (const text of [secret, secret.slice('whsec_'.length)]) expect(stored).not.toContain(text);
    await webhooks.world.owner.query(
      `UPDATE webhook_secret SET sealed = (SELECT sealed FROM webhook_secret WHERE endpoint_id = $1) WHERE endpoint_id = $2`,
      [local(other.id), local(id)],
    );
    await webhooks.test(id);
    await webhooks.until('the attempt is noted', id, ([one]) => one?.['failure'] === 'SECRET_UNREADABLE');
    expect(receiver.received).toEqual([]);
  });
});
