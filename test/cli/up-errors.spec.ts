import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandLine, type Ended } from '../support/command-line.js';
import { eventually } from '../support/eventually.js';
import { type Installation, makeInstallation } from '../support/installation.js';

const cli = new CommandLine();
let installation: Installation;
beforeAll(async () => {
  installation = await makeInstallation();
});
afterAll(async () => {
  await cli.close();
  await installation.close();
});

function expectOneLine({ code, stderr }: Ended, line: string | RegExp): void {
  expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(line)]);
  expect(code).toBe(1);
}

describe('what stops npm start is told in one line with exit code 1', () => {
  it('when the port is taken', async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)),
    );
    try {
      const ended = await cli.run(['up'], { settings: { PORT: String(port) } });
      expectOneLine(ended, `Port ${port} on 127.0.0.1 is taken. Set PORT to another one.`);
      expect(ended.stdout).toBe('');
    } finally {
      taken.close();
    }
  });

  it.each(['eighty', '70000'])('when PORT is %s', async (PORT) => {
    expectOneLine(await cli.run(['up'], { settings: { PORT } }), /^PORT must be a whole number from 0 to 65535\.$/);
  });

  it('when nobody answers at DATABASE_URL, without repeating its password', async () => {
    const DATABASE_URL = 'postgresql://somebody:s3cret@127.0.0.1:1/answerable';
    const ended = await cli.run(['up'], { settings: { DATABASE_URL } });
    expectOneLine(ended, /^The database could not be reached: 127\.0\.0\.1:1\/answerable: .*ECONNREFUSED/);
    expect(ended.stderr + ended.stdout).not.toContain('s3cret');
  });

  it('when DATABASE_URL is no address of a database, or one with a wrong password', async () => {
    const noAddress = await cli.run(['up'], { settings: { DATABASE_URL: 'mysql://localhost/x' } });
    expectOneLine(noAddress, /^DATABASE_URL must be an address such as postgresql:/);
    const wrong = new URL(installation.databaseUrl);
    wrong.password = 'wrong';
    const ended = await cli.run(['up'], { settings: { DATABASE_URL: wrong.href } });
    expectOneLine(ended, /password authentication failed/);
  });

  it.each(['203.0.113.5', 'no-such-host.invalid'])('when HOST is %s, before anything is started', async (HOST) => {
    const ended = await cli.run(['up'], { settings: { HOST } });
    expectOneLine(ended, `This machine has no address ${HOST}. Set HOST to one it has.`);
    expect(ended.stdout).toBe('');
  });

  it('when nobody answers at REDIS_URL, also for a worker of its own and for a command', async () => {
    const REDIS_URL = 'redis://somebody:s3cret@127.0.0.1:1';
    const line = /^Redis at 127\.0\.0\.1:1 could not be reached: .*ECONNREFUSED/;
    expectOneLine(await installation.cli.run(['up'], { settings: { REDIS_URL } }), line);
    expectOneLine(await installation.cli.run(['key', 'list'], { settings: { REDIS_URL } }), line);
    for (const name of ['api', 'worker'])
      expectOneLine(await installation.cli.runProcess(name, { settings: { REDIS_URL } }), line);
  });

  it('when a file in the data folder cannot be written', async () => {
    cli.file('half/database/holders', '');
    const ended = await cli.run(['up'], { settings: { ANSWERABLE_DATA_DIR: `${cli.folder}/half` } });
    expectOneLine(ended, /^The data folder \S+half\/database cannot be written \(EEXIST\)\./);
  });

  it.each([
    ['a file', () => cli.file('a-file', '')],
    ['below a file', () => `${cli.file('a-file', '')}/below`],
    ['where nobody may write', () => '/proc/answerable'],
  ])('when ANSWERABLE_DATA_DIR is %s', async (_, folder) => {
    const ended = await cli.run(['up'], { settings: { ANSWERABLE_DATA_DIR: folder() } });
    expectOneLine(
      ended,
      /^The data folder \S+ cannot be written \([A-Z]+\)\. Set ANSWERABLE_DATA_DIR to another one\.$/,
    );
  });
});

describe('npm start whose database server is killed', () => {
  it('ends in one line with exit code 1, and can be started again', async () => {
    const killed = cli.start(['up', '--no-demo']);
    await killed.says('Ctrl-C stops everything.');
    process.kill(cli.postgres() ?? Number.NaN, 'SIGKILL');
    await eventually('npm start ends', () => !killed.isAlive);
    const ended = await killed.ended;
    expect(ended.stderr.trimEnd().split('\n').at(-1)).toMatch(/^PostgreSQL has ended unexpectedly; /);
    expect(ended.code).toBe(1);
    const next = cli.start(['up', '--no-demo']);
    await next.says('Ctrl-C stops everything.');
    expect(await next.stop('SIGINT')).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('npm start on an external database', () => {
  it('adds no demo where other organisations are, and says so', async () => {
    const running = installation.cli.start(['up']);
    await running.says('Ctrl-C stops everything.');
    expect(running.stdout).toContain('This database holds other organisations, so no demo was added.');
    expect(running.stdout).not.toContain('API key');
    expect(await running.stop('SIGINT')).toMatchObject({ code: 0, stderr: '' });
    expect(await installation.read('SELECT slug FROM organisation')).toEqual([{ slug: 'acme' }]);
  });

  it('does not show a sign-in that another data folder holds', async () => {
    const shared = await makeInstallation({ prepared: false });
    try {
      const first = shared.cli.start(['up']);
      await first.says('API key');
      await first.stop('SIGINT');
      const elsewhere = shared.cli.start(['up'], { settings: { ANSWERABLE_DATA_DIR: `${shared.cli.folder}/other` } });
      await elsewhere.says('Ctrl-C stops everything.');
      expect(elsewhere.stdout).toContain(
        `sign-in and key are not in ${shared.cli.folder}/other/demo-credentials.json:`,
      );
      expect(elsewhere.stdout).toContain('\nTo begin anew:   stop, give DATABASE_URL an empty database, start\n');
      expect(elsewhere.stdout).not.toContain('API key');
      await elsewhere.stop('SIGINT');
    } finally {
      await shared.close();
    }
  });
});
