import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, ndjson } from '../factories/conversations.js';
import type { Ended } from '../support/command-line.js';
import { type Installation, makeInstallation } from '../support/installation.js';

let installation: Installation;
let good: string;
beforeAll(async () => {
  installation = await makeInstallation();
  good = installation.cli.file('good.ndjson', ndjson(conversation()));
});
afterAll(() => installation.close());

/** One clear line: no stack, no crash, nothing on standard output. Progress may stand before it. */
function expectOneLine(ended: Ended, line: string): void {
  expect(ended.stderr.trim().split('\n').at(-1)).toBe(line);
  expect(ended.stderr).not.toMatch(/\n {4}at |crashed/);
  expect(ended).toMatchObject({ code: 1, stdout: '' });
}

describe('a file that cannot be imported is told in one line with exit code 1', () => {
  it('when it is missing', async () => {
    const ended = await installation.cli.run(['import', 'missing.ndjson']);
    expect(ended.stderr).toBe('There is no file missing.ndjson.\n');
    expectOneLine(ended, 'There is no file missing.ndjson.');
  });

  it('when it is a folder', async () => {
    expectOneLine(await installation.cli.run(['import', '.']), '. is a folder, not a file.');
  });

  it('when it cannot be read', async () => {
    // Reading the start of one's own memory fails for everybody, root included.
    const ended = await installation.cli.run(['import', '/proc/self/mem']);
    expectOneLine(ended, 'The file /proc/self/mem cannot be read (EIO).');
  });

  it('when a JSON list is no list, or no JSON', async () => {
    const { cli } = installation;
    const map = ['--map', join(import.meta.dirname, '../../data/mappings/schema-guided-dialogues.json')];
    const noList = await cli.run(['import', cli.file('no-list.json', '{}'), ...map]);
    expectOneLine(noList, 'A JSON file must hold one list.');
    const noJson = await cli.run(['import', cli.file('no-json.json', '[{'), ...map]);
    expectOneLine(noJson, 'The file is not valid JSON (at character 2).');
  });

  it('when it is UTF-16', async () => {
    const { cli } = installation;
    const file = cli.file('wide.csv', Buffer.from('\uFEFFsource,externalId', 'utf16le'));
    expectOneLine(await cli.run(['import', file]), 'The file is UTF-16. Save it as UTF-8.');
  });

  it('when the rejects file would overwrite it, or cannot be written', async () => {
    const { cli } = installation;
    const same = await cli.run(['import', good, '--rejects', `./good.ndjson`]);
    expectOneLine(same, 'The rejects file would overwrite the file that is imported. Give --rejects another name.');
    mkdirSync(join(cli.folder, 'taken'));
    const folder = await cli.run(['import', good, '--rejects', 'taken']);
    expectOneLine(folder, 'The rejects file taken is a folder.');
    const bad = cli.file('bad.ndjson', 'nonsense\n');
    const nowhere = await cli.run(['import', bad, '--rejects', 'no/such/folder/rejects']);
    expectOneLine(nowhere, 'The rejects file no/such/folder/rejects cannot be written (ENOENT). See --rejects.');
  });
});

describe('a mapping that cannot be used is told in one line with exit code 1', () => {
  const constant = { value: 'x' };
  const whole = {
    format: 'ndjson',
    conversation: { source: constant, externalId: constant, clone: constant, channel: constant, startedAt: constant },
    turns: { each: 'turns', speaker: { field: 'who' }, said: { field: 'text' } },
  };
  it('when it lacks a field', async () => {
    const { cli } = installation;
    const map = cli.file('broken.json', JSON.stringify({ ...whole, turns: { each: 'turns', speaker: constant } }));
    const ended = await cli.run(['import', good, '--map', map]);
    expectOneLine(ended, `The mapping ${map} is wrong: turns.said is missing. See docs/import.md.`);
  });

  it('when it is missing, and when a format is named beside it', async () => {
    const { cli } = installation;
    const missing = await cli.run(['import', good, '--map', 'none.json']);
    expectOneLine(missing, 'There is no file none.json.');
    expectOneLine(await cli.run(['import', good, '--map', '.']), 'The file . cannot be read (EISDIR).');
    const map = cli.file('fine.json', JSON.stringify(whole));
    const both = await cli.run(['import', good, '--map', map, '--format', 'csv']);
    expectOneLine(both, 'A mapping names its own format; leave --format out.');
    const plain = await cli.run(['import', good, '--set', 'clone=ceo']);
    expectOneLine(plain, '--set works with a mapping or a CSV file; NDJSON says everything itself.');
  });
});

describe('the organisation to import to', () => {
  it('must be there', async () => {
    const { cli } = installation;
    expectOneLine(
      await cli.run(['import', good, '--organisation', 'nobody']),
      'There is no organisation nobody, only acme.',
    );
  });

  it('must be named when there are several, and added when there is none', async () => {
    const empty = await makeInstallation({ prepared: false });
    try {
      expectOneLine(
        await empty.cli.run(['import', good]),
        'There is no organisation yet. Run `npx answerable organisation add`, or `npm start` for the demo.',
      );
      for (const slug of ['one', 'two'])
        await empty.cli.run(['organisation', 'add', slug, '--name', slug, '--owner', `a@${slug}.example`]);
      expectOneLine(
        await empty.cli.run(['import', good]),
        'Say which organisation: --organisation with one of one, two.',
      );
    } finally {
      await empty.close();
    }
  });
});
