import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandLine, type Running } from '../support/command-line.js';
import { eventually } from '../support/eventually.js';
import { GraphqlClient } from '../support/graphql-client.js';

/** What a person reads off the last lines. */
function readOff({ stdout }: Running) {
  const [, address = ''] = /GraphiQL\s+(\S+)\/graphql/.exec(stdout) ?? [];
  const [, email = '', password = ''] = /Sign in\s+(\S+)\s+password (\S+)/.exec(stdout) ?? [];
  const [, key = ''] = /API key\s+(\S+)/.exec(stdout) ?? [];
  return { address, email, password, key };
}

const ready = async (running: Running) => {
  await running.says('Ctrl-C stops everything.');
  return readOff(running);
};

const PAGE = `query ($after: String) { conversations(first: 100, after: $after) {
  edges { node { id } } pageInfo { hasNextPage endCursor } } }`;

/** Conversations that the bearer of this key or cookie gets to see, page by page. */
async function countOf(address: string, credential: string): Promise<number> {
  const seen = new Set<string>();
  for (let after: string | null | undefined; after !== null;) {
    const { conversations } = await new GraphqlClient(address, credential).ask(PAGE, { after });
    for (const { node } of conversations.edges) seen.add(node.id);
    after = conversations.pageInfo.hasNextPage ? conversations.pageInfo.endCursor : null;
  }
  return seen.size;
}

const cli = new CommandLine();
afterAll(() => cli.close());

describe('npm start on an empty folder', () => {
  let running: Running;
  let shown: ReturnType<typeof readOff>;
  beforeAll(async () => {
    running = cli.start(['up']);
    shown = await ready(running);
  });

  it('shows the import and the analysis of the sample on standard error, and what came of it', () => {
    expect(running.stderr).toMatch(/Importing the sample .* 100 % {2}300 of 300 conversations/);
    const { stdout } = running;
    expect(stdout).toMatch(/Nordpay: 300 conversations, [\d,]+ turns/);
    expect(stdout).toMatch(/\n {2}negative +\d+ +\d+ % /);
    expect(stdout).toMatch(/\n {2}Fees and pricing +\d+ +[−+]\d\.\d\d/);
    expect(stdout).toMatch(/\n {2}critical +C1 +unauthorised commitment +\d+/);
    expect(stdout).toMatch(/\n {2}an accountable person +\d+ +\d+ %\n {2}nobody \(gap\) +\d+ /);
  });

  it('prints an API key that works', async () => {
    expect(await countOf(shown.address, shown.key)).toBe(300);
  });

  it('prints a sign-in that works', async () => {
    const signIn = (password: string) =>
      fetch(`${shown.address}/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ email: shown.email, password }),
      });
    const cookie = (await signIn(shown.password)).headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await countOf(shown.address, cookie)).toBe(300);
    expect((await signIn(`${shown.password}x`)).headers.get('set-cookie')).toBeNull();
  });

  it('lets other commands in while it runs', async () => {
    const ended = await cli.run(['key', 'list']);
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/active .* demo( {2}used \S+)?\n$/) });
    expect(await countOf(shown.address, shown.key)).toBe(300);
  });

  it('stops at Ctrl-C everything that it started', async () => {
    expect(cli.postgres()).toBeTypeOf('number');
    const ended = await running.stop('SIGINT');
    expect(ended.code).toBe(0);
    await eventually('the server is gone', () => cli.postgres() === undefined);
    expect(readdirSync(join(cli.folder, 'data/database/holders'))).toEqual([]);
    await expect(fetch(shown.address)).rejects.toThrow();
  });
});

describe('npm start on a folder that it knows', () => {
  it('imports nothing twice, says so, and goes on after kill -9 with the same sign-in', async () => {
    const second = cli.start(['up']);
    const shown = await ready(second);
    expect(second.stdout).toContain('The sample is here already: nothing was imported twice.');
    expect(second.stdout).not.toContain('migration');
    expect(second.stderr).not.toContain('Importing');
    expect(await countOf(shown.address, shown.key)).toBe(300);
    await second.stop('SIGKILL');
    const left = cli.postgres();
    expect(left).toBeTypeOf('number');

    const third = cli.start(['up']);
    const again = await ready(third);
    expect({ ...again, address: '' }).toEqual({ ...shown, address: '' });
    expect(await countOf(again.address, again.key)).toBe(300);
    expect(cli.postgres()).toBe(left);
    await third.stop('SIGINT');
    await eventually('the server is gone', () => cli.postgres() === undefined);
  });
});

describe('npm run dev', () => {
  it('says in one line that it is ready, without password and key, once the demo is there', async () => {
    const again = cli.start(['up', '--brief']);
    await again.says('Ready: ');
    const ended = await again.stop('SIGINT');
    expect(ended.stderr).toBe('');
    expect(ended.stdout).toMatch(
      /^Ready: http:\/\/localhost:\d+\/graphql; sign-in and key: \S+\/data\/demo-credentials\.json\n$/,
    );
  });
});

describe('npm start without the file of the sign-in', () => {
  it('says so, how to make a key, and which folder to remove to begin anew', async () => {
    const file = join(cli.folder, 'data/demo-credentials.json');
    rmSync(file);
    const running = cli.start(['up']);
    const shown = await ready(running);
    expect(shown).toMatchObject({ password: '', key: '' });
    expect(running.stdout).toContain(`The demo's sign-in and key are not in ${file}: `);
    expect(running.stdout).toContain(`\nTo begin anew:   stop, remove ${cli.folder}/data/database, start\n`);
    const [, command = ''] = /A new key: +npx answerable (.*)/.exec(running.stdout) ?? [];
    const { stdout } = await cli.run(command.split(' '));
    expect(await countOf(shown.address, /ans_\S+/.exec(stdout)?.[0] ?? '')).toBe(300);
    await running.stop('SIGINT');
    rmSync(join(cli.folder, 'data/database'), { recursive: true });
    expect(await ready(cli.start(['up']))).toMatchObject({ key: expect.stringMatching(/^ans_/) });
  });
});

describe('npm start that is stopped early', () => {
  const early = new CommandLine();
  afterAll(() => early.close());

  it('leaves no database server behind, and a later start completes the demo', async () => {
    const first = early.start(['up']);
    await eventually('the database server runs', () => early.postgres() !== undefined);
    const stopped = await first.stop('SIGINT');
    expect(stopped).toMatchObject({ code: 0, stderr: '' });
    expect(stopped.stdout).not.toContain('Nordpay'); // it did not go on to the end first
    await eventually('the server is gone', () => early.postgres() === undefined);

    const killed = early.start(['up']);
    await eventually('the sample is coming in', () => killed.stderr.includes('Importing the sample'));
    await killed.stop('SIGKILL');

    const last = early.start(['up']);
    const shown = await ready(last);
    expect(last.stdout).toMatch(/Nordpay: 300 conversations/);
    expect(await countOf(shown.address, shown.key)).toBe(300);
    expect(await last.stop('SIGTERM')).toMatchObject({ code: 0 });
    await eventually('the server is gone', () => early.postgres() === undefined);
  });
});
