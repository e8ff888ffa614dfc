import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const START_MILLISECONDS = 20_000;

/** A Redis of our own on a free port, or the one of TEST_REDIS_URL. `test/run.mjs` has seen to it that there is one. */
export async function ensureRedis(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['TEST_REDIS_URL'];
  if (given !== undefined) return { url: given, stop: () => Promise.resolve() };
  if (spawnSync('redis-server', ['--version']).status !== 0) {
    throw new Error('redis-server is missing. Run: apt-get install -y redis-server (or set TEST_REDIS_URL)');
  }
  const folder = mkdtempSync(join(tmpdir(), 'answerable-redis-'));
  const port = await freePort();
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''], {
    stdio: 'ignore',
  });
  const url = `redis://127.0.0.1:${port}`;
  await untilAnswering(url);
  return {
    url,
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilAnswering(url: string): Promise<void> {
  const deadline = Date.now() + START_MILLISECONDS;
  for (;;) {
    const probe = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
    probe.on('error', () => {});
    const answer = await probe
      .connect()
      .then(() => probe.ping())
      .catch(() => undefined);
    probe.disconnect();
    if (answer === 'PONG') return;
    if (Date.now() > deadline) throw new Error('redis-server did not answer.');
    await sleep(50);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
