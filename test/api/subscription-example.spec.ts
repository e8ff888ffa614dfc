import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '#platform';
import { conversation, INGEST, RISKY_REPLY } from '../factories/conversations.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { eventually } from '../support/eventually.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld();
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

function runExample(key: string) {
  const guide = readFileSync(`${projectRoot()}/docs/api/subscriptions.md`, 'utf8');
  const [, example] = /# Subscriptions[^]*?```js\n([^]*?)```/.exec(guide) ?? [];
  return spawn(process.execPath, ['--input-type=module', '--eval', example ?? ''], {
    cwd: projectRoot(),
    env: { ...process.env, ANSWERABLE: world.address, KEY: key },
  });
}

it('the example of the API guide ends with a key that is not known, instead of trying for ever', async () => {
  const program = runExample('ans_unknown');
  let complaint = '';
  program.stderr.on('data', (text: Buffer) => (complaint += String(text)));
  try {
    await eventually('it ends', () => program.exitCode !== null);
    expect([program.exitCode, complaint]).toEqual([1, expect.stringContaining('4403')]);
  } finally {
    program.kill();
  }
});

it('the example of the API guide prints flags as they are raised', async () => {
  const program = runExample(org.key);
  let printed = '';
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (text: Buffer) => (printed += String(text)));
  try {
    await eventually('a flag is printed', async () => {
      const turns = [{ speaker: 'CLONE', said: RISKY_REPLY }];
      await org.client.ask(INGEST, { input: { conversations: [conversation({ turns })] } });
      await world.analysed(org.organisation.id);
      return /C1|Error/.test(printed);
    });
    expect(printed).toContain(RISKY_REPLY);
    expect(printed).not.toContain('Error');
  } finally {
    program.kill();
  }
});
