import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { conversation, INGEST, ndjson } from '../factories/conversations.js';
import { type AnswerLine, sendLines, sendOne } from '../factories/intake-answers.js';
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

const OUR_FAULT = /^Something went wrong on our side\. Error id: [0-9a-f-]{36}/;
const FAILED = { outcome: 'FAILED', message: expect.stringMatching(OUR_FAULT) as string };

/** Intake writes to these in this order; the first is there before, the last comes after everything else. */
describe.each(['conversation', 'turn', 'accountability_record', 'outbox'])('without the table %s', (table) => {
  const take = () => world.owner.query(`ALTER TABLE ${table} RENAME TO taken_away`);
  const giveBack = () => world.owner.query(`ALTER TABLE IF EXISTS taken_away RENAME TO ${table}`);
  afterEach(giveBack);

  it('a stream is answered 503 with the line to send again from, and nothing of it is stored', async () => {
    const sent = [conversation(), conversation()];
    await take();
    const response = await fetch(`${world.address}/v1/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${org.key}` },
      body: ndjson(...sent),
    });
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    const answer = JSON.parse(await response.text());
    expect(answer).toEqual({ line: 1, ...FAILED });
    expect(answer.message).toMatch(/ Send again from this line on; that is safe\.$/);
    await giveBack();
    for (const one of sent) expect(await storedTimes(world, one)).toBe(0);
    expect(await sendLines(org.client, ...sent)).toMatchObject([{ outcome: 'ACCEPTED' }, { outcome: 'ACCEPTED' }]);
  });

  it('a stream that is open is told at once, although it waits, and keeps what was answered before', async () => {
    const stream = new LiveStream(world.address, org.key);
    const [before, after] = [conversation(), conversation()];
    await stream.send(ndjson(before));
    expect(await stream.next()).toMatchObject({ line: 1, outcome: 'ACCEPTED' });
    await take();
    await stream.send(ndjson(after));
    expect(await stream.next()).toEqual({ line: 2, ...FAILED });
    expect(await stream.next()).toBeUndefined();
    stream.hangUp();
    await giveBack();
    expect(await storedTurns(world, before)).toHaveLength(2);
    expect(await storedTimes(world, after)).toBe(0);
  });

  it('a mutation answers an error and no outcome', async () => {
    const sent = conversation();
    await take();
    const { body } = await org.client.post(INGEST, { input: { conversations: [sent] } });
    expect(body.data).toBeNull();
    expect(body.errors).toMatchObject([{ message: FAILED.message, extensions: { code: 'INTERNAL' } }]);
    await giveBack();
    expect(await storedTimes(world, sent)).toBe(0);
  });
});

describe('a client that goes on sending after a failure', () => {
  beforeEach(() => world.owner.query('ALTER TABLE turn RENAME TO taken_away'));
  afterEach(() => world.owner.query('ALTER TABLE taken_away RENAME TO turn'));

  it('can send all it has, and finds the answer', async () => {
    const stream = new LiveStream(world.address, org.key);
    const said = 'x'.repeat(10_000);
    for (let part = 0; part < 100; part += 1) {
      const some = Array.from({ length: 10 }, () => conversation({ turns: [{ speaker: 'CALLER', said }] }));
      await stream.send(ndjson(...some));
    }
    expect(await stream.finish()).toEqual([{ line: 1, ...FAILED }]);
    expect(await stream.status()).toBe(503);
  });
});

describe('a server process that ends in the middle of a transaction', () => {
  it('leaves nothing behind, and the next request works', async () => {
    const sent = conversation();
    const blocker = await world.owner.connect();
    try {
      await blocker.query('BEGIN; LOCK TABLE turn IN ACCESS EXCLUSIVE MODE');
      const answering = org.client.send(ndjson(sent));
      await eventually('intake waits for the table', async () => (await end("wait_event_type = 'Lock'")) > 0);
      expect(await answering).toMatchObject({ status: 503, lines: [{ line: 1, ...FAILED }] });
    } finally {
      await blocker.query('ROLLBACK');
      blocker.release();
    }
    expect(await storedTimes(world, sent)).toBe(0);
    expect(await sendOne(org.client, sent)).toMatchObject({ outcome: 'ACCEPTED' });
  });

  it('again and again under load loses nothing that was answered, and sending again ends with everything once', async () => {
    const batches = Array.from({ length: 12 }, () => Array.from({ length: 40 }, () => conversation()));
    let sending = true;
    const ending = (async () => {
      let ended = 0;
      while (sending) ended += await end("state <> 'idle'");
      return ended;
    })();
    const answers = await Promise.all(batches.map((batch) => answersInSpiteOfAll(batch)));
    sending = false;
    expect(await ending).toBeGreaterThan(0);
    const answered = answers.flatMap(
      (lines, at) => lines.filter(({ outcome }) => outcome !== 'FAILED').map(({ line }) => batches[at]![line - 1]!), // lines count from 1
    );
    expect(await turnCounts(world, answered)).toEqual(answered.map(() => 2));
    await eventually('the pool has connections again', async () => (await org.client.send('')).status === 200);
    for (const batch of batches) await sendLines(org.client, ...batch);
    expect(await turnCounts(world, batches.flat())).toEqual(batches.flat().map(() => 2));
    expect(new Set((await sendLines(org.client, ...batches.flat())).map(({ outcome }) => outcome))).toEqual(
      new Set(['DUPLICATE']),
    );
  });

  /** Even the look at the key may have met the end of a connection: then there are no answer lines. */
  async function answersInSpiteOfAll(batch: object[]): Promise<AnswerLine[]> {
    const { lines } = await org.client.send(ndjson(...batch));
    return (lines as unknown as AnswerLine[]).filter(({ line }) => line !== undefined);
  }

  /** Ends the connections of the product of which this is true. @returns how many */
  async function end(condition: string): Promise<number> {
    const { rowCount } = await world.owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'answerable' AND ${condition}`,
    );
    return rowCount ?? 0;
  }
});

describe('a conversation that the database will not take', () => {
  beforeEach(() =>
    world.owner.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.said = 'POISON 4111' THEN RAISE EXCEPTION 'not %', NEW.said; END IF; RETURN NEW; END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON turn FOR EACH ROW EXECUTE FUNCTION refuse()`),
  );
  afterEach(() => world.owner.query('DROP TRIGGER refuse ON turn; DROP FUNCTION refuse'));

  it('fails its own request only, although others shared its transaction, and is not quoted', async () => {
    const poison = conversation({ turns: [{ speaker: 'CALLER', said: 'POISON 4111' }] });
    const good = Array.from({ length: 30 }, () => conversation());
    const [failed, ...answers] = await Promise.all([
      org.client.send(ndjson(poison)),
      ...good.map((sent) => sendOne(org.client, sent)),
    ]);
    expect(failed).toMatchObject({ status: 503, lines: [{ line: 1, ...FAILED }] });
    expect(JSON.stringify(failed)).not.toContain('4111');
    expect(answers.map(({ outcome }) => outcome)).toEqual(good.map(() => 'ACCEPTED'));
    expect(await turnCounts(world, good)).toEqual(good.map(() => 2));
  });
});
