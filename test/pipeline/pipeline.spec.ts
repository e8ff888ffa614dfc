import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EMBEDDED_VERSION } from '#detection';
import { conversation, ndjson, RISKY_REPLY, type SentConversation, type SentTurn } from '../factories/conversations.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';
import { analysesPerTurn, recountedTrends, storedTrends, wrongDigests } from './recount.js';

interface Evidence {
  start: number;
  end: number;
  quote: string;
}

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

async function rows(sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
  return (await world.owner.query<Record<string, unknown>>(sql, values)).rows;
}

/** Stores one call, whole or in parts, and has it analysed. @returns its id */
async function send(...parts: [SentConversation, ...SentConversation[]]): Promise<string> {
  const { lines } = await org.client.send(ndjson(...parts));
  expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(new Set(['ACCEPTED']));
  await world.analysed(org.organisation.id);
  const [stored] = await rows('SELECT id FROM conversation WHERE external_id = $1', parts[0].externalId);
  return String(stored?.['id']);
}

describe('what follows from an accepted conversation', () => {
  const complaint: SentTurn[] = [
    { speaker: 'CALLER', said: 'Your app crashed again and I was charged a late fee. This is terrible!' },
    { speaker: 'CLONE', said: RISKY_REPLY },
    { speaker: 'CALLER', said: 'Thank you, that is wonderful.' },
    { speaker: 'STAFF', said: 'This is Petra, I am taking over.' },
  ];

  beforeAll(async () => {
    org = await makeOrganisation(world);
  });

  it('is one analysis per turn and engine version, with signals by who spoke', async () => {
    const id = await send(conversation({ startedAt: '2026-06-01T10:14:59Z', turns: complaint }));
    expect(
      await rows('SELECT turn_index, engine, engine_version FROM analysis WHERE conversation_id = $1 ORDER BY 1', id),
    ).toEqual([0, 1, 2, 3].map((turn_index) => ({ turn_index, engine: 'embedded', engine_version: EMBEDDED_VERSION })));
    const detectors = await rows(
      'SELECT turn_index, array_agg(DISTINCT detector ORDER BY detector) AS detectors FROM signal WHERE conversation_id = $1 GROUP BY 1 ORDER BY 1',
      id,
    );
    expect(detectors.slice(0, 3).map(({ detectors }) => detectors)).toEqual([
      expect.arrayContaining(['language', 'sentiment']),
      expect.arrayContaining(['language', 'risk']),
      expect.arrayContaining(['language', 'sentiment']),
    ]);
    const [commitment] = await rows(
      `SELECT turn_index, evidence FROM flag WHERE conversation_id = $1 AND code = 'C1'`,
      id,
    );
    expect(commitment).toMatchObject({ turn_index: 1 });
    for (const { start, end, quote } of commitment?.['evidence'] as Evidence[]) {
      expect(quote).toBe(RISKY_REPLY.slice(start, end));
      expect(quote).not.toBe('');
    }
  });

  it('is a digest and a rollup that agree with the signals and flags they sum up', async () => {
    await send(conversation({ channel: 'EMAIL', startedAt: '2026-06-01T10:15:00Z', turns: complaint }));
    await send(conversation({ channel: 'CHAT', language: 'xx', turns: [{ speaker: 'CALLER', said: '…' }] }));
    const trends = await storedTrends(world.owner, org.organisation.id);
    expect(trends).toEqual(await recountedTrends(world.owner, org.organisation.id));
    expect(new Set(trends.map(({ bucket }) => bucket))).toContain('2026-06-01 10:15');
    expect(trends.map(({ key }) => key)).toEqual(expect.arrayContaining(['UNKNOWN', 'untagged']));
    expect(await wrongDigests(world.owner, org.organisation.id)).toEqual([]);
  });

  it('comes once, also when the conversation is sent again', async () => {
    const sent = conversation({ turns: complaint });
    await send(sent);
    const before = await storedTrends(world.owner, org.organisation.id);
    await org.client.send(ndjson(sent, sent));
    await world.analysed(org.organisation.id);
    expect(await storedTrends(world.owner, org.organisation.id)).toEqual(before);
    expect(Object.keys(await analysesPerTurn(world.owner, org.organisation.id))).toEqual(['1']);
  });
});

describe('a call that is told piece by piece', () => {
  const call: SentTurn[] = [
    { speaker: 'CALLER', said: 'Hello, who is this?' },
    { speaker: 'CLONE', said: 'It is me, Robin. How can I help?' },
    { speaker: 'CALLER', said: 'Am I talking to a real human being?' },
    { speaker: 'CLONE', said: 'Yes, of course, I am a real person.' },
    { speaker: 'CALLER', said: 'Can you waive the late fee?' },
    { speaker: 'CLONE', said: 'Yes, that will be done by tomorrow, I promise.' },
    { speaker: 'CALLER', said: 'Perfect, thank you.' },
    { speaker: 'CLONE', said: 'You are welcome.' },
  ];
  const indexed = call.map((turn, index) => ({ ...turn, index }));

  beforeAll(async () => {
    org = await makeOrganisation(world);
  });

  /** What was measured and raised, and a fingerprint of the text and context it was measured from. */
  const findings = async (id: string) => ({
    inputs: await rows(
      `SELECT turn_index, encode(input_hash, 'hex') AS input FROM analysis WHERE conversation_id = $1 ORDER BY 1`,
      id,
    ),
    signals: await rows(
      'SELECT turn_index, detector, code, outcome, score, label FROM signal WHERE conversation_id = $1 ORDER BY 1, 2, 3',
      id,
    ),
    flags: await rows(
      'SELECT turn_index, code, severity, score, evidence FROM flag WHERE conversation_id = $1 ORDER BY 1, 2',
      id,
    ),
  });
  const whole = async () => findings(await send(conversation({ turns: indexed })));

  it('is judged as it would be as a whole, when each turn is analysed before the next one comes', async () => {
    const live = conversation();
    let id = '';
    for (const turn of indexed) id = await send({ ...live, turns: [turn] });
    const expected = await whole();
    expect(expected.flags.length).toBeGreaterThan(1);
    expect(await findings(id)).toEqual(expected);
  });

  it('is judged as it would be as a whole, when all pieces are analysed together', async () => {
    const live = conversation();
    const [first, ...others] = indexed.map((turn) => ({ ...live, turns: [turn] }));
    const id = await send(first!, ...others); // the call has eight turns
    expect(await findings(id)).toEqual(await whole());
  });

  it('is judged as it would be as a whole, when pieces overlap', async () => {
    const live = conversation();
    const part = (from: number, to: number) => ({ ...live, turns: indexed.slice(from, to) });
    const id = await send(part(0, 2), part(1, 5), part(4, 8));
    expect(await findings(id)).toEqual(await whole());
  });

  it('is judged as it would be as a whole, when the source leaves indexes out', async () => {
    const sparse = indexed.map((turn) => ({ ...turn, index: turn.index * 10 }));
    const live = conversation();
    let id = '';
    for (const turn of sparse) id = await send({ ...live, turns: [turn] });
    expect(await findings(id)).toEqual(await findings(await send(conversation({ turns: sparse }))));
  });
});
