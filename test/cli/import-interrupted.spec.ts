import { appendFileSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, ndjson, RISKY_REPLY } from '../factories/conversations.js';
import type { Ended, Running } from '../support/command-line.js';
import { eventually } from '../support/eventually.js';
import { type Installation, makeInstallation } from '../support/installation.js';
import { whatIsStored } from '../support/what-is-stored.js';

const LINES = 4_000;
const FILE = Array.from({ length: LINES }, (_, at) => lineOf(at)).join('\n');

/** Mostly plain; some are nonsense, for an unknown clone, sent twice, or sent again with other content. */
function lineOf(at: number): string {
  const startedAt = new Date(Date.UTC(2026, 4, 1) + at * 60_000).toISOString();
  const plain = { source: 'crm', externalId: `n-${at}`, startedAt };
  if (at % 97 === 3) return `{"source": "crm", "externalId": "n-${at}", \n`;
  if (at % 89 === 5) return ndjson(conversation({ ...plain, clone: 'nobody' }));
  if (at % 83 === 7) return ndjson(conversation({ ...plain, externalId: 'n-0', channel: 'EMAIL' }));
  if (at % 79 === 9) return lineOf(at - 1);
  const turns = [
    {
      speaker: 'CALLER',
      said: at % 3 === 0 ? 'This is terrible, the late fee is a scandal.' : 'Thank you, wonderful.',
    },
    { speaker: 'CLONE', said: at % 7 === 0 ? RISKY_REPLY : 'You are speaking with an AI clone. Let me see.' },
  ];
  return ndjson(conversation({ ...plain, turns }));
}

/** The run that nobody interrupts; all others must end like it. */
let whole: Installation;
let expected: Awaited<ReturnType<typeof outcomeOf>>;
const others: Installation[] = [];

const fileOf = ({ cli }: Installation) => `${cli.folder}/calls.ndjson`;
const importAgain = (one: Installation, ...more: string[]) => one.cli.run(['import', fileOf(one), ...more]);

async function outcomeOf(one: Installation) {
  return { stored: await whatIsStored(one), rejects: readFileSync(`${fileOf(one)}.acme.rejects.ndjson`, 'utf8') };
}

async function another(): Promise<Installation> {
  const one = await makeInstallation();
  one.cli.file('calls.ndjson', FILE);
  others.push(one);
  return one;
}

/** Starts the import and waits until it has committed at least so many records. */
async function importUpTo(one: Installation, records: number): Promise<Running> {
  const running = one.cli.start(['import', fileOf(one)]);
  await eventually(`${records} records are done`, async () => {
    const [run] = await one.read<{ done: number }>('SELECT records_done::int AS done FROM import_run');
    return !running.isAlive || (run?.done ?? 0) >= records;
  });
  return running;
}

const summaryOf = ({ stdout }: Ended, one: Installation) =>
  stdout.replaceAll(one.cli.folder, '').replace(/An earlier run was interrupted.*\n/, '');

beforeAll(async () => {
  whole = await makeInstallation();
  whole.cli.file('calls.ndjson', FILE);
  const ended = await importAgain(whole);
  expect(ended.code).toBe(1);
  expected = { ...(await outcomeOf(whole)) };
});
afterAll(async () => {
  for (const one of [whole, ...others]) await one.close();
});

describe('an import that is interrupted and started again', () => {
  it('has something to compare: conversations, flags, conflicts, rejected lines', () => {
    const [totals] = expected.stored['totals'] as { conversations: number; flags: number; waiting: number }[];
    expect(totals).toMatchObject({ waiting: 0, dead: 0 });
    expect(totals?.conversations).toBeGreaterThan(3_500);
    expect(totals?.flags).toBeGreaterThan(400);
    expect(expected.rejects.split('\n').length).toBeGreaterThan(100);
  });

  it('ends, after kill -9 at several moments, with exactly what an uninterrupted run leaves', async () => {
    const one = await another();
    let interrupted = 0;
    const moments = Array.from({ length: 4 }, () => Math.ceil(Math.random() * LINES * 0.9)).sort((a, b) => a - b);
    for (const records of moments) {
      const running = await importUpTo(one, records);
      const { code } = await running.stop('SIGKILL');
      if (code === null) interrupted += 1;
      // As when it is killed between writing what it refused and the commit.
      appendFileSync(`${fileOf(one)}.acme.rejects.ndjson`, '{"line":1,"outcome":"REJ');
    }
    expect(interrupted, `killed at ${moments.join(', ')}`).toBeGreaterThan(1);
    const last = await importAgain(one);
    expect(last.code).toBe(1);
    expect(await outcomeOf(one), `killed at ${moments.join(', ')}`).toEqual(expected);
    const again = await importAgain(one);
    expect(again.stdout).toContain('0 conversations taken in, 0 turns.');
  });

  it('ends the same after Ctrl-C, which stops it in order and with exit code 130', async () => {
    const one = await another();
    const stopped = await (await importUpTo(one, 600)).stop('SIGINT');
    expect(stopped.code).toBe(130);
    expect(stopped.stderr.trimEnd().split('\n').at(-1)).toBe('Stopped. The same command goes on from here.');
    const last = await importAgain(one);
    expect(last.stdout).toMatch(/^An earlier run was interrupted; this one went on after record [\d,]+\.\n/);
    expect(await outcomeOf(one)).toEqual(expected);
    const frequent = /^Most often since then: .* \(\d+ records\)\.\n/m;
    expect(last.stdout).toMatch(frequent);
    expect(summaryOf(last, one).replace(frequent, '')).toBe(
      `${expectedCounts()}Which and why: /calls.ndjson.acme.rejects.ndjson\n`,
    );
  });

  it('begins at the start of the file with --restart, and still stores nothing twice', async () => {
    const one = await another();
    await (await importUpTo(one, 600)).stop('SIGKILL');
    const last = await importAgain(one, '--restart');
    expect(last.stdout).not.toContain('An earlier run was interrupted');
    expect(last.stdout).toMatch(/[\d,]+ conversations had been taken in before/);
    const { stored, rejects } = await outcomeOf(one);
    expect(rejects).toBe(expected.rejects);
    for (const name of ['totals', 'turns', 'records', 'flags', 'trends'])
      expect(stored[name]).toEqual(expected.stored[name]);
  });
});

describe('an import of a file that another process imports', () => {
  it('is refused in one line, and the first one ends as if nothing had been', async () => {
    const one = await another();
    const first = await importUpTo(one, 200);
    first.halt();
    const second = await importAgain(one, '--rejects', `${one.cli.folder}/other.ndjson`);
    first.goOn();
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr.trimEnd().split('\n').at(-1)).toBe(
      'Another process imports this file just now. Wait until it has ended.',
    );
    expect((await first.ended).code).toBe(1);
    expect(await outcomeOf(one)).toEqual(expected);
  });
});

/** What the uninterrupted run counted, in the words of the command. */
function expectedCounts(): string {
  const [run] = expected.stored['runs'] as { counts: Record<string, number> }[];
  const shown = (name: string) => (run?.counts[name] ?? 0).toLocaleString('en');
  return `${shown('accepted')} conversations taken in, ${shown('turns')} turns.
${shown('duplicate')} conversations had been taken in before: nothing to do.
${shown('conflict')} conversations stored already with other content: kept in quarantine.
${shown('rejected')} records could not be used: kept in quarantine.
`;
}
