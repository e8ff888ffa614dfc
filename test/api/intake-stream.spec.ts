import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, ndjson } from '../factories/conversations.js';
import { sendOne } from '../factories/intake-answers.js';
import { LiveStream } from '../factories/live-stream.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { storedTimes, storedTurns, turnCounts } from '../factories/stored.js';
import { eventually } from '../support/eventually.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

function open(): LiveStream {
  return new LiveStream(world.address, org.key);
}

describe('a stream that is still open', () => {
  it('gets the answer to each line before the next one is sent, and by then it is committed', async () => {
    const stream = open();
    for (let line = 1; line <= 5; line += 1) {
      const sent = conversation();
      await stream.send(ndjson(sent));
      expect(await stream.next()).toMatchObject({ line, outcome: 'ACCEPTED' });
      expect(await storedTurns(world, sent)).toHaveLength(sent.turns.length);
    }
    expect(await stream.status()).toBe(200);
    expect(await stream.finish()).toEqual([]);
  });

  it('gets the answers to whole lines while half a line waits for its end', async () => {
    const stream = open();
    const [whole, halved] = [conversation(), conversation()];
    const line = ndjson(halved);
    await stream.send(`${ndjson(whole)}${line.slice(0, 50)}`);
    expect(await stream.next()).toMatchObject({ line: 1, outcome: 'ACCEPTED' });
    expect(await storedTimes(world, halved)).toBe(0);
    await stream.send(line.slice(50));
    expect(await stream.next()).toMatchObject({ line: 2, outcome: 'ACCEPTED' });
    expect(await stream.finish()).toEqual([]);
  });

  it('may send its bytes one at a time, also within a character', async () => {
    const stream = open();
    const sent = conversation({ turns: [{ speaker: 'CALLER', said: 'Grüße, 世界 😀' }] });
    for (const byte of Buffer.from(ndjson(sent))) await stream.send(Buffer.of(byte));
    expect(await stream.next()).toMatchObject({ line: 1, outcome: 'ACCEPTED' });
    expect((await storedTurns(world, sent))[0]?.said).toBe(sent.turns[0]?.said);
    expect(await stream.finish()).toEqual([]);
  });

  it('is answered about lines that are refused without waiting either', async () => {
    const stream = open();
    for (const [at, wrong] of ['{', '{}', 'null', '\u0000'].entries()) {
      await stream.send(`${wrong}\n`);
      expect(await stream.next()).toMatchObject({ line: at + 1, outcome: 'REJECTED' });
    }
    await stream.send(ndjson(conversation()));
    expect(await stream.next()).toMatchObject({ line: 5, outcome: 'ACCEPTED' });
    expect(await stream.finish()).toEqual([]);
  });

  it('is answered in order also when a later line is stored before an earlier one', async () => {
    const [held, free] = [conversation(), conversation()];
    await sendOne(org.client, held);
    const holder = await world.owner.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM conversation WHERE external_id = $1 FOR UPDATE', [held.externalId]);
    const stream = open();
    await stream.send(ndjson(held));
    await eventually('the first line waits', async () => (await waiting()) === 1);
    await stream.send(ndjson(free));
    await eventually('the second line is stored', async () => (await storedTimes(world, free)) === 1);
    await holder.query('COMMIT');
    holder.release();
    expect(await stream.next()).toMatchObject({ line: 1, outcome: 'DUPLICATE' });
    expect(await stream.next()).toMatchObject({ line: 2, outcome: 'ACCEPTED' });
    expect(await stream.finish()).toEqual([]);
  });

  it('does not hold up others', async () => {
    const streams = Array.from({ length: 20 }, () => open());
    for (const stream of streams) await stream.send('{"source":');
    expect(await sendOne(org.client, conversation())).toMatchObject({ outcome: 'ACCEPTED' });
    const rests = await Promise.all(streams.map((stream) => stream.finish()));
    expect(rests.flat()).toEqual(
      streams.map(() => ({ line: 1, outcome: 'REJECTED', problems: [{ path: '', message: 'is not valid JSON' }] })),
    );
  });
});

describe('a client that hangs up in the middle of a line', () => {
  it('leaves what was answered stored, and nothing of the broken line', async () => {
    const stream = open();
    const [answered, broken] = [conversation(), conversation()];
    await stream.send(ndjson(answered));
    expect(await stream.next()).toMatchObject({ outcome: 'ACCEPTED' });
    await stream.send(ndjson(broken).slice(0, -2));
    stream.hangUp();
    expect(await sendOne(org.client, answered)).toMatchObject({ outcome: 'DUPLICATE' });
    expect(await storedTimes(world, broken)).toBe(0);
    // Sent again whole, as a client does that came back.
    expect(await sendOne(org.client, broken)).toMatchObject({ outcome: 'ACCEPTED', turnsAccepted: 2 });
  });

  it('without reading one answer leaves every conversation stored once and whole, or not at all', async () => {
    const said = 'x'.repeat(5000);
    const sent = Array.from({ length: 400 }, () =>
      conversation({ turns: Array.from({ length: 3 }, () => ({ speaker: 'CLONE', said })) }),
    );
    const stream = open();
    await stream.send(ndjson(...sent.slice(0, 200)));
    await eventually('the first line is stored', async () => (await storedTimes(world, sent[0]!)) === 1);
    await stream.send(ndjson(...sent.slice(200)).slice(0, -20));
    stream.hangUp();
    expect((await turnCounts(world, sent)).filter((turns) => turns !== 0 && turns !== 3)).toEqual([]);
    const { lines } = await org.client.send(ndjson(...sent));
    expect(lines.filter(({ outcome }) => outcome !== 'ACCEPTED' && outcome !== 'DUPLICATE')).toEqual([]);
    expect(await turnCounts(world, sent)).toEqual(sent.map(() => 3));
  });
});

/** Transactions that wait for a lock now. */
async function waiting(): Promise<number> {
  const { rows } = await world.owner.query(
    `SELECT count(*)::int AS waiting FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'answerable' AND wait_event_type = 'Lock'`,
  );
  return rows[0].waiting;
}
