import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '#platform';
import { eventually } from '../support/eventually.js';
import { Receiver } from '../support/receiver.js';
import { WebhookWorld } from './webhook-world.js';

const EXAMPLE = /^```js\n(.*?)^```/ms;

it('the receiver of the API guide takes what we sign, and nothing that somebody else sends', async () => {
  const [, code = ''] = EXAMPLE.exec(readFileSync(join(projectRoot(), 'docs/api/webhooks.md'), 'utf8')) ?? [];
  const place = await Receiver.start();
  const { port, url } = place;
  await place.close(); // the port is free for the example
  const webhooks = await WebhookWorld.start();
  const { id, secret } = await webhooks.endpoint(url);
  const env = { PATH: process.env['PATH'], WEBHOOK_SECRET: secret, PORT: String(port) };
  const example = spawn(process.execPath, ['--input-type=module', '-e', code], { env, cwd: projectRoot() });
  let told = '';
  example.stdout.on('data', (text: Buffer) => (told += text.toString()));
  try {
    const forged = () =>
      fetch(url, { method: 'POST', body: '{}' }).then(
        ({ status }) => status,
        () => 0,
      );
    await eventually('the example listens, and refuses what is not signed', async () => (await forged()) === 401);
    await webhooks.test(id);
    await webhooks.until('it is delivered', id, ([one]) => one?.['status'] === 'DELIVERED');
    expect(told).toMatch(/^msg_[0-9a-f-]{36} webhook\.test \{ endpointId: /);
  } finally {
    example.kill();
    await webhooks.world.close();
  }
});
