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

it('the example of the API guide prints flags as they are raised', async () => {
  const guide = readFileSync(`${projectRoot()}/docs/api/subscriptions.md`, 'utf8');
  const [, example] = /# Subscriptions[^]*?```js\n([^]*?)```/.exec(guide) ?? [];
  const program = spawn(process.execPath, ['--input-type=module', '--eval', example ?? ''], {
    cwd: projectRoot(),
    env: { ...process.env, ANSWERABLE: world.address, KEY: org.key },
  });
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
