import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandLine } from '../support/command-line.js';
import { eventually } from '../support/eventually.js';

const ROOT = join(import.meta.dirname, '../..');
const OLD_NODE = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => majorOf(path) === 20);

/** A copy of the project that may be changed, with the same packages. */
let project: string;
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'answerable-project-'));
  for (const part of ['apps', 'libs', 'migrations', 'package.json', 'tsconfig.json', 'tsconfig.build.json'])
    cpSync(join(ROOT, part), join(project, part), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function majorOf(node: string): number {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1]);
}

const help = (node = process.execPath) =>
  spawnSync(node, [join(project, 'apps/cli/answerable.mjs'), '--help'], {
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin' },
  });
const builtAt = () => statSync(join(project, 'dist/.tsbuildinfo')).mtimeMs;

describe('the command', () => {
  it('builds what it needs when it is used for the first time, and not again', () => {
    const first = help();
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain('answerable [options] [command]');
    const before = builtAt();
    expect(help().status).toBe(0);
    expect(builtAt()).toBe(before);
  });

  it('builds again when a source was changed', () => {
    const source = join(project, 'apps/cli/src/main.ts');
    writeFileSync(
      source,
      readFileSync(source, 'utf8').replace('Know what your digital clones say', 'Changed a moment ago'),
    );
    expect(help().stdout).toContain('Changed a moment ago');
  });

  it('says that the build failed, every time, until it is mended', () => {
    const source = join(project, 'apps/cli/src/main.ts');
    const text = readFileSync(source, 'utf8');
    writeFileSync(source, `${text}\nconst broken: number = 'text';\nexport { broken };\n`);
    for (const { status, stderr } of [help(), help()]) {
      expect(status).toBe(1);
      expect(stderr).toMatch(/main\.ts.*TS2322[^]*The build failed; see above\.\n$/);
    }
    writeFileSync(source, text);
    expect(help().status).toBe(0);
  });

  it('is found by npx in the project', () => {
    const found = spawnSync('npx', ['answerable', '--help'], { cwd: ROOT, encoding: 'utf8' });
    expect(found).toMatchObject({ status: 0, stdout: expect.stringContaining('import [options] <file>') });
  });
});

describe.skipIf(OLD_NODE === undefined)(
  'the command on Node 20 (needs one at /usr/bin/node or /usr/local/bin/node)',
  () => {
    it('goes on under the Node of the packages', () => {
      const { status, stdout } = help(OLD_NODE);
      expect(status).toBe(0);
      expect(stdout).toContain('answerable [options] [command]');
    });

    it('stops everything at Ctrl-C, and is gone as one after kill -9', async () => {
      const cli = new CommandLine({}, OLD_NODE);
      try {
        const killed = cli.start(['up']);
        await killed.says('Ctrl-C stops everything.');
        expect(killed.stdout).toMatch(/^Answerable on Node 2[2-9]/);
        await killed.stop('SIGKILL'); // waits for both processes
        const stopped = cli.start(['up']);
        await stopped.says('Ctrl-C stops everything.');
        expect(await stopped.stop('SIGINT')).toMatchObject({ code: 0 });
        await eventually('the server is gone', () => cli.postgres() === undefined);
      } finally {
        await cli.close();
      }
    });
  },
);
