import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, expect, it } from 'vitest';
import { Poster } from '../../libs/notices/src/post.js';
import { TargetGuard } from '../../libs/notices/src/targets.js';
import { TEST_CERTIFICATE, TEST_CERTIFICATE_KEY } from '../support/test-certificate.js';

const trusted = getCACertificates();
afterEach(() => setDefaultCACertificates(trusted));

/** Posts to a receiver that shows the certificate of hooks.test, under this name. */
async function postTo(name: string): Promise<{ answer: object; received: number }> {
  let received = 0;
  const server = createServer({ cert: TEST_CERTIFICATE, key: TEST_CERTIFICATE_KEY }, (_, response) => {
    received += 1;
    response.writeHead(204).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const poster = new Poster(new TargetGuard(['127.0.0.1/32']), async () => ['127.0.0.1']);
  const answer = await poster.post(`https://${name}:${port}/`, {}, '{}');
  server.close();
  return { answer, received };
}

it('a receiver whose certificate is trusted and is its own is told', async () => {
  setDefaultCACertificates([...trusted, TEST_CERTIFICATE]);
  expect(await postTo('hooks.test')).toMatchObject({ answer: { status: 204, failure: null }, received: 1 });
});

it('one whose certificate nobody trusts is told nothing', async () => {
  expect(await postTo('hooks.test')).toMatchObject({ answer: { status: null, failure: 'TLS_FAILED' }, received: 0 });
});

it('one that shows the certificate of another name is told nothing', async () => {
  setDefaultCACertificates([...trusted, TEST_CERTIFICATE]);
  expect(await postTo('other.test')).toMatchObject({ answer: { status: null, failure: 'TLS_FAILED' }, received: 0 });
});
