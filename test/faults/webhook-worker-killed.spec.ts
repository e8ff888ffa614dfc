import { afterAll, beforeAll, expect, it } from 'vitest';
import { WorkerProcess } from '../pipeline/worker-process.js';
import { eventually } from '../support/eventually.js';
import { Receiver, silence, status } from '../support/receiver.js';
import { TEST_SECRET_KEY } from '../support/world.js';
import { LOCAL_NETWORK, verified, WebhookWorld } from '../webhooks/webhook-world.js';

let webhooks: WebhookWorld;
let receiver: Receiver;

beforeAll(async () => {
  webhooks = await WebhookWorld.start({ worker: false });
  receiver = await Receiver.start();
});
afterAll(async () => {
  await receiver.close();
  await webhooks.world.close();
});

it('a worker killed between the sending and the note of it sends again under the same id, when its lease has ended', async () => {
  const settings = { DATABASE_URL: webhooks.world.databaseUrl, WEBHOOK_SECRET_KEY: TEST_SECRET_KEY, ...LOCAL_NETWORK };
  const { id, secret } = await webhooks.endpoint(receiver.url);
  receiver.will(silence, status(204));
  await webhooks.test(id);

  const first = await WorkerProcess.start(settings);
  await eventually('it was sent', () => receiver.received.length === 1);
  expect(await first.end('SIGKILL')).toBe('SIGKILL');

  const second = await WorkerProcess.start(settings);
  const { rows } = await webhooks.world.owner.query<{ held: boolean }>(
    'SELECT leased_until > now() AS held FROM webhook_delivery',
  );
  expect(rows).toEqual([{ held: true }]);
  expect(receiver.received).toHaveLength(1);
  await webhooks.world.owner.query('UPDATE webhook_delivery SET leased_until = now()');
  await webhooks.until('it is delivered', id, ([one]) => one?.['status'] === 'DELIVERED');
  expect(await second.end('SIGTERM')).toBe(0);

  expect(receiver.received).toHaveLength(2);
  expect(new Set(receiver.ids).size).toBe(1);
  receiver.received.forEach((received) => verified(received, secret));
  expect(await webhooks.deliveries({ endpointId: id })).toMatchObject([{ attempts: 2 }]);
});

it('an event whose job runs again is not announced twice', async () => {
  const { id } = await webhooks.endpoint(receiver.url, ['flag.raised']);
  const event = {
    conversations: [],
    flags: [
      {
        id: '01a20c2c-f024-74fe-8061-d5453f2849cb',
        conversationId: 'c',
        turnIndex: 1,
        cloneId: 'k',
        code: 'C1',
        severity: 'CRITICAL',
        channel: 'PHONE',
        spokenAt: '2026-06-01T10:00:00Z',
      },
    ],
  };
  const worker = await WorkerProcess.start({
    DATABASE_URL: webhooks.world.databaseUrl,
    WEBHOOK_SECRET_KEY: TEST_SECRET_KEY,
    ...LOCAL_NETWORK,
  });
  for (let run = 0; run < 3; run += 1) {
    await webhooks.world.owner.query(
      `INSERT INTO outbox (organisation_id, event, payload, recorded_at, available_at) VALUES ($1, 'ConversationsAnalysed', $2, now(), now())`,
      [webhooks.org.organisation.id, event],
    );
    await webhooks.world.analysed(webhooks.org.organisation.id);
  }
  await webhooks.until(
    'it is delivered',
    id,
    (all) => all.length > 0 && all.every(({ status }) => status === 'DELIVERED'),
  );
  expect(await webhooks.deliveries({ endpointId: id })).toMatchObject([
    { webhookId: 'msg_01a20c2c-f024-74fe-8061-d5453f2849cb', attempts: 1 },
  ]);
  expect(await worker.end('SIGTERM')).toBe(0);
});
