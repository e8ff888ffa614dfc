import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, ndjson } from '../factories/conversations.js';
import type { Running } from '../support/command-line.js';
import { GraphqlClient } from '../support/graphql-client.js';
import { type Installation, makeInstallation } from '../support/installation.js';

let installation: Installation;
let running: Running;
let address: string;
beforeAll(async () => {
  installation = await makeInstallation();
  running = installation.cli.start(['up', '--no-demo']);
  await running.says('Ctrl-C stops everything.');
  [, address = ''] = /GraphiQL\s+(\S+)\/graphql/.exec(running.stdout) ?? [];
});
afterAll(() => installation.close());

const answerable = (...args: string[]) => installation.cli.run(args);
const isLetIn = async (key: string) =>
  (await new GraphqlClient(address, key).post('{ organisation { slug } }')).body.errors === undefined;

async function expectOneLine(args: string[], line: string | RegExp): Promise<void> {
  const { code, stdout, stderr } = await answerable(...args);
  expect(stderr.trim().split('\n').at(0)).toMatch(line);
  expect(stderr).not.toMatch(/\n {4}at |crashed/);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
}

describe('organisation add', () => {
  it('adds an organisation whose owner signs in with the password that is shown', async () => {
    const other = await makeInstallation({ prepared: false });
    try {
      const zone = ['--time-zone', 'Asia/Tokyo'];
      const { code, stdout } = await other.cli.run([
        'organisation',
        'add',
        'one',
        '--name',
        'One',
        '--owner',
        'A@one.example',
        ...zone,
      ]);
      expect(code).toBe(0);
      const [, email, password] = /Sign in as (\S+) with the password (\S+) \(shown only now\)/.exec(stdout) ?? [];
      const up = other.cli.start(['up', '--no-demo']);
      await up.says('Ctrl-C stops everything.');
      const [, at] = /GraphiQL\s+(\S+)\/graphql/.exec(up.stdout) ?? [];
      const body = new URLSearchParams({ email: email ?? '', password: password ?? '' });
      const answer = await fetch(`${at}/sign-in`, { method: 'POST', redirect: 'manual', body });
      expect(answer.headers.get('set-cookie')).toContain('answerable_session=');
      expect(await other.read('SELECT slug, name, time_zone FROM organisation')).toEqual([
        { slug: 'one', name: 'One', time_zone: 'Asia/Tokyo' },
      ]);
      expect((await other.cli.run(['organisation', 'list'])).stdout).toBe('one  One  Asia/Tokyo\n');
      expect((await other.cli.run(['clone', 'list'])).stdout).toBe('No clones.\n');
      expect((await other.cli.run(['assignments'])).stdout).toBe(
        'any clone, any channel  2000-01-01T00:00:00.000Z to now  One  (deployer)\n',
      );
    } finally {
      await other.close();
    }
  });

  it('refuses in one line a name that is taken, an owner that is known, and what is malformed', async () => {
    const add = (slug: string, owner: string, ...more: string[]) => [
      'organisation',
      'add',
      slug,
      '--name',
      'X',
      '--owner',
      owner,
      ...more,
    ];
    await expectOneLine(add('acme', 'b@acme.example'), 'The organisation acme exists already.');
    await expectOneLine(add('other', 'Robin@acme.example'), 'Somebody signs in as Robin@acme.example already.');
    await expectOneLine(add('Not a slug', 'b@acme.example'), /Use a-z, 0-9 and hyphens/);
    await expectOneLine(add('other', 'nobody'), /This is no e-mail address/);
    await expectOneLine(add('other', 'b@x.example', '--time-zone', 'Mars/Olympus'), /This is no IANA time zone/);
    expect(await installation.read('SELECT slug FROM organisation')).toEqual([{ slug: 'acme' }]);
  });
});

describe('key', () => {
  it('add makes a key that is let in, list shows its beginning, revoke ends it at the next request', async () => {
    const added = await answerable('key', 'add', 'reporting', '--scopes', 'read:conversations');
    const [secret = ''] = added.stdout.split('\n');
    expect(await isLetIn(secret)).toBe(true);
    const prefix = secret.slice(0, 10);
    const line = (state: string) =>
      new RegExp(`^${prefix}…  ${state}  read:conversations  reporting(  used \\d{4}-[\\d-]+T[\\d:.]+Z)?\n$`);
    expect((await answerable('key', 'list')).stdout).toMatch(line('active '));
    expect((await answerable('key', 'revoke', `${prefix}…`)).code).toBe(0);
    expect(await isLetIn(secret)).toBe(false);
    expect((await answerable('key')).stdout).toMatch(line('revoked'));
    await expectOneLine(['key', 'revoke', prefix], `No active key begins with ${prefix}.`);
  });

  it('revoke takes the whole key too, or more than its visible beginning, and never repeats it', async () => {
    for (const shown of [43, 36, 20]) {
      const [secret = ''] = (await answerable('key', 'add', `shown ${shown}`)).stdout.split('\n');
      const other = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
      await expectOneLine(['key', 'revoke', other], `No active key begins with ${secret.slice(0, 10)}.`);
      expect(await isLetIn(secret)).toBe(true);
      expect(await answerable('key', 'revoke', secret.slice(0, shown))).toMatchObject({ code: 0 });
      expect(await isLetIn(secret)).toBe(false);
      await expectOneLine(['key', 'revoke', secret], `No active key begins with ${secret.slice(0, 10)}.`);
    }
  });

  it('and others refuse an empty name', async () => {
    for (const command of [
      ['key', 'add', ' '],
      ['clone', 'add', 'cto', '--principal', ''],
      ['clone', 'add', 'cto', '--principal', 'Kim Berg', '--title', ''],
      ['clone', 'add', 'cto', '--principal', 'Kim Berg', '--clone-version', ''],
      ['clone', 'add', 'cto', '--principal', 'Kim Berg', '--clone-version', '1', '--model', ' '],
      ['clone', 'version', 'ceo', ''],
      ['clone', 'version', 'ceo', '1', '--model', ''],
      ['clone', 'version', 'ceo', '1', '--provider', ''],
      ['organisation', 'add', 'other', '--name', '', '--owner', 'b@x.example'],
    ])
      await expectOneLine(command, /It must not be empty/);
  });

  it('add restricts a key to clones and gives it an end, rotate gives it another secret', async () => {
    const options = ['--scopes', 'ingest', '--clones', 'ceo', '--expires', '2100-01-01T00:00:00Z'];
    const [secret = ''] = (await answerable('key', 'add', 'narrow', ...options)).stdout.split('\n');
    const rotated = await answerable('key', 'rotate', secret.slice(0, 10), '--overlap', '0');
    expect(rotated.stdout).toContain('Earlier secrets work for 0 more hours.');
    const [other = ''] = rotated.stdout.split('\n');
    expect([await isLetIn(secret), await isLetIn(other)]).toEqual([false, true]);
    expect((await answerable('key', 'list')).stdout).toContain(
      `${other.slice(0, 10)}…  active   ingest  narrow  only ceo  until 2100-01-01T00:00:00.000Z`,
    );
    await expectOneLine(['key', 'add', 'x', '--clones', 'nobody'], 'There is no clone nobody.');
    await expectOneLine(['key', 'add', 'x', '--expires', '2001-01-01'], /This is over already/);
    await expectOneLine(['key', 'rotate', secret.slice(0, 10), '--overlap', '721'], /Hours are from 0 to 720/);
  });

  it('add refuses a scope that does not exist', async () => {
    await expectOneLine(['key', 'add', 'x', '--scopes', 'everything'], /Scopes are /);
  });
});

describe('person', () => {
  it('invite shows a code that sets a password, list shows who is there, deactivate ends it', async () => {
    const invited = await answerable('person', 'invite', 'Lee@acme.example', '--name', 'Lee Sand', '--role', 'auditor');
    expect(invited.code).toBe(0);
    const [code = ''] = invited.stdout.split('\n');
    const password = 'a long password';
    const submit = (path: string, fields: Record<string, string>) =>
      fetch(`${address}${path}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });
    expect((await submit('/invitation', { code, password })).status).toBe(303);
    expect((await submit('/sign-in', { email: 'lee@acme.example', password })).status).toBe(303);
    expect((await answerable('person')).stdout.trimEnd().split('\n').sort()).toEqual([
      'active       AUDITOR             lee@acme.example  Lee Sand',
      'active       OWNER               robin@acme.example  Robin Ek',
    ]);
    expect((await answerable('person', 'deactivate', 'lee@acme.example')).stdout).toMatch(/^Deactivated\./);
    expect((await submit('/sign-in', { email: 'lee@acme.example', password })).status).toBe(401);
    expect((await answerable('person')).stdout).toContain('deactivated  AUDITOR             lee@acme.example');
  });

  it('refuses in one line an address that is taken or unknown, a role that is none, and the last owner', async () => {
    const invite = (email: string, role: string) => ['person', 'invite', email, '--name', 'X', '--role', role];
    await expectOneLine(invite('robin@acme.example', 'AUDITOR'), /has the address robin@acme.example already/);
    await expectOneLine(invite('x@acme.example', 'KING'), /Roles are /);
    await expectOneLine(['person', 'deactivate', 'x@acme.example'], /has the address x@acme.example\./);
    await expectOneLine(['person', 'deactivate', 'robin@acme.example'], 'This is the last active owner.');
  });
});

describe('clone add and assign', () => {
  it('let conversations name the clone, and say who answers from then on', async () => {
    const { cli, read } = installation;
    expect(await answerable('clone', 'add', 'cfo', '--principal', 'Sam Holm')).toMatchObject({
      code: 0,
      stdout: 'Registered cfo.\n',
    });
    const { code } = await answerable(
      'assign',
      'Erik Nyström',
      '--clone',
      'cfo',
      '--channel',
      'chat',
      '--title',
      'Head of Lending',
    );
    expect(code).toBe(0);
    const said = (clone: string, startedAt: string) =>
      conversation({
        source: 'assigned',
        clone,
        channel: 'CHAT',
        startedAt,
        turns: [{ speaker: 'CLONE', said: 'Hello.' }],
      });
    const now = new Date().toISOString();
    const file = cli.file(
      'assigned.ndjson',
      ndjson(said('cfo', now), said('ceo', now), said('cfo', '2026-01-01T00:00:00Z')),
    );
    expect(await answerable('import', file)).toMatchObject({ code: 0 });
    const answers = await read(
      `SELECT l.handle, p.name FROM accountability_record r JOIN conversation c ON c.id = r.conversation_id
       JOIN clone l ON l.id = c.clone_id JOIN party p ON p.id = r.accountable_party_id
       WHERE c.source = 'assigned' ORDER BY l.handle, c.started_at`,
    );
    expect(answers).toEqual([
      { handle: 'ceo', name: 'Petra Lund' },
      { handle: 'cfo', name: 'Petra Lund' }, // said before the new assignment, so by the general one
      { handle: 'cfo', name: 'Erik Nyström' },
    ]);
  });

  it('register a version of a clone that is there already, which conversations may name from then on', async () => {
    const { cli, read } = installation;
    const versioned = (cloneVersion: string) => conversation({ source: 'versioned', clone: 'ceo', cloneVersion });
    const file = cli.file('versioned.ndjson', ndjson(versioned('2027-01')));
    expect(await answerable('import', file)).toMatchObject({ code: 1 });
    const added = await answerable('clone', 'version', 'ceo', '2027-01', '--provider', 'openai', '--model', 'gpt-5');
    expect(added).toMatchObject({ code: 0, stdout: 'Registered the version 2027-01 of ceo.\n' });
    expect(await answerable('import', file, '--restart')).toMatchObject({ code: 0 });
    const stored = await read(
      `SELECT v.label, v.provider, v.model FROM conversation c JOIN clone_version v ON v.id = c.clone_version_id WHERE c.source = 'versioned'`,
    );
    expect(stored).toEqual([{ label: '2027-01', provider: 'openai', model: 'gpt-5' }]);
    await expectOneLine(['clone', 'version', 'ceo', '2027-01'], 'The version 2027-01 exists already.');
    await expectOneLine(['clone', 'version', 'none', '1'], 'There is no clone none.');
  });

  it('refuse in one line a handle that is taken, an unknown clone and an unknown channel', async () => {
    await expectOneLine(['clone', 'add', 'ceo', '--principal', 'Robin Ek'], 'The clone ceo exists already.');
    await expectOneLine(['assign', 'Nobody', '--clone', 'none'], 'There is no clone none.');
    await expectOneLine(['assign', 'Nobody', '--channel', 'fax'], /Channels are PHONE, CHAT, EMAIL/);
    expect(await installation.read(`SELECT FROM party WHERE name = 'Nobody'`)).toEqual([]);
  });
});

describe('assign', () => {
  it('takes the place of whoever answered for the same scope, and says so', async () => {
    const scope = ['--clone', 'ceo', '--channel', 'video'];
    const first = await answerable('assign', 'Petra Lund', ...scope, '--from', '2026-03-01');
    expect(first.stdout).toMatch(/^Petra Lund answers from 2026-03-01T00:00:00.000Z on\. /);
    expect((await answerable('assign', 'Petra Lund', ...scope)).stdout).toBe(
      'Petra Lund answers for that already. Nothing changed.\n',
    );
    const second = await answerable(
      'assign',
      'Kim Berg',
      ...scope,
      '--title',
      'CRO',
      '--from',
      '2026-04-01T02:00:00+02:00',
    );
    expect(second.stdout).toContain('Kim Berg answers from 2026-04-01T00:00:00.000Z on, in place of Petra Lund. ');
    const lines = (await answerable('assignments')).stdout.split('\n').filter((line) => line.startsWith('ceo, VIDEO'));
    expect(lines).toEqual([
      'ceo, VIDEO  2026-04-01T00:00:00.000Z to now  Kim Berg, CRO',
      'ceo, VIDEO  2026-03-01T00:00:00.000Z to 2026-04-01T00:00:00.000Z  Petra Lund',
    ]);
    await expectOneLine(['assign', 'X', ...scope, '--from', '2026-03-15'], /Kim Berg answers here from 2026-04-01/);
    await expectOneLine(['assign', 'X', '--from', '2026-02-30'], /Write a day such as/);
    await expectOneLine(['assign', 'X', '--from', 'yesterday'], /Write a day such as/);
  });

  it('is called for when replies come in that nobody answers for', async () => {
    const early = conversation({ startedAt: '2019-01-01T00:00:00Z', turns: [{ speaker: 'CLONE', said: 'Hello.' }] });
    const file = installation.cli.file('early.ndjson', ndjson(early));
    expect((await answerable('import', file)).stdout).toContain('Acme has 1 reply that nobody answers for');
  });
});

describe('dead-letters', () => {
  it('lists work that failed for good and puts it back in line, where it is done', async () => {
    const { read } = installation;
    const listed = async () => (await answerable('dead-letters')).stdout;
    expect(await listed()).toBe('No dead letters.\n');
    await read(
      `INSERT INTO dead_letter SELECT organisation_id, id, 'TurnsRecorded', jsonb_build_object('conversationId', id, 'turns',
       jsonb_build_array(0)), 8, 'the engine was away', now(), now() FROM conversation LIMIT 1`,
    );
    const [line = ''] = (await listed()).split('\n');
    expect(line).toMatch(/TurnsRecorded {2}8 attempts {2}the engine was away$/);
    const file = installation.cli.file('beside.ndjson', ndjson(conversation()));
    expect((await answerable('import', file)).stdout).toContain(
      '1 job failed for good: `npx answerable dead-letters`.',
    );
    const [id = ''] = line.split(' ');
    const retried = await answerable('dead-letters', 'retry', id);
    expect(retried).toMatchObject({ code: 0, stdout: '1 dead letter back in line.\n' });
    expect(await listed()).toBe('No dead letters.\n');
    await expectOneLine(['dead-letters', 'retry', id], `There is no dead letter ${id}.`);
    await expectOneLine(['dead-letters', 'retry', '17'], /This is no id/);
  });
});
