import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation, INGEST, RISKY_REPLY } from '../factories/conversations.js';
import { APPEND, mutate, type Outcome, sendLines, sendOne } from '../factories/intake-answers.js';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { storedRefusals, storedTimes, storedTurns } from '../factories/stored.js';
import { IntakeService, Masking } from '#conversations';
import { Clock } from '#platform';
import { Bells } from '#queue';
import { startWorld, type World } from '../support/world.js';

const CLIENTS = 40;

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

function together<T>(act: (client: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: CLIENTS }, (_, client) => act(client)));
}

function tally(outcomes: readonly Outcome[]): Record<string, number> {
  return Object.fromEntries(
    Object.entries(Object.groupBy(outcomes, ({ outcome }) => outcome)).map(([name, all]) => [name, all!.length]),
  );
}

describe('clients that send at the same moment', () => {
  it('store one conversation once: one of them is told accepted, all others duplicate', async () => {
    const sent = conversation();
    const outcomes = await together(async (client) =>
      client % 2 === 0 ? sendOne(org.client, sent) : (await mutate(org.client, INGEST, [sent]))[0]!,
    );
    expect(tally(outcomes)).toEqual({ ACCEPTED: 1, DUPLICATE: CLIENTS - 1 });
    expect(new Set(outcomes.map(({ conversationId }) => conversationId)).size).toBe(1);
    expect(await storedTimes(world, sent)).toBe(1);
    expect(await storedTurns(world, sent)).toHaveLength(sent.turns.length);
  });

  it('store it once also through processes that know nothing of each other', async () => {
    const processes = Array.from(
      { length: 6 },
      () => new IntakeService(world.database, world.get(Bells), world.get(Clock), world.get(Masking)),
    );
    const sent = Array.from({ length: 30 }, () => conversation());
    const outcomes = await Promise.all(
      processes.map((intake, at) =>
        intake.ingest(
          org.owner,
          'http',
          // each in another order, so that they meet in the middle
          [...sent.slice(at * 5), ...sent.slice(0, at * 5)].map((value) => ({ value })),
        ),
      ),
    );
    expect(tally(outcomes.flat())).toEqual({ ACCEPTED: 30, DUPLICATE: 150 });
  });

  it('cannot both win with different words: one version is stored whole, the others conflict', async () => {
    const sent = conversation();
    const versions = Array.from({ length: CLIENTS }, (_, client) => ({
      ...sent,
      turns: [
        { speaker: 'CALLER', said: `I am client ${client}.` },
        { speaker: 'CLONE', said: `You are client ${client}.` },
      ],
    }));
    const outcomes = await together((client) => sendOne(org.client, versions[client]));
    expect(tally(outcomes)).toEqual({ ACCEPTED: 1, CONFLICT: CLIENTS - 1 });
    const winner = outcomes.findIndex(({ outcome }) => outcome === 'ACCEPTED');
    expect((await storedTurns(world, sent)).map(({ said }) => said)).toEqual(
      versions[winner]!.turns.map(({ said }) => said),
    );
  });

  it('append different turns to one conversation without losing any', async () => {
    const sent = conversation({ turns: [] });
    await sendOne(org.client, sent);
    const { source, externalId } = sent;
    const turn = (index: number) => ({ index, speaker: 'CLONE', said: `${index}: ${RISKY_REPLY}` });
    const outcomes = await together(async (client) => {
      // neighbours overlap in one turn
      const turns = [turn(client), turn(client + 1)];
      return (await mutate(org.client, APPEND, [{ source, externalId, turns }]))[0]!;
    });
    expect(Object.keys(tally(outcomes))).not.toContain('CONFLICT');
    const accepted = outcomes.reduce((sum, { turnsAccepted }) => sum + (turnsAccepted ?? 0), 0);
    expect(accepted).toBe(CLIENTS + 1);
    expect((await storedTurns(world, sent)).map(({ said }) => said)).toEqual(
      Array.from({ length: CLIENTS + 1 }, (_, index) => turn(index).said),
    );
  });

  it('append the same turns from many processes: each turn is new to one of them and known to the others', async () => {
    const processes = Array.from(
      { length: 6 },
      () => new IntakeService(world.database, world.get(Bells), world.get(Clock), world.get(Masking)),
    );
    const sent = conversation({ turns: [] });
    await sendOne(org.client, sent);
    const { source, externalId } = sent;
    for (let index = 0; index < 10; index += 1) {
      const value = { source, externalId, turns: [{ index, speaker: 'CLONE', said: 'The same to all.' }] };
      const outcomes = await Promise.all(processes.map((intake) => intake.append(org.owner, 'graphql', [{ value }])));
      expect(tally(outcomes.flat())).toEqual({ ACCEPTED: 1, DUPLICATE: 5 });
    }
    expect(await storedTurns(world, sent)).toHaveLength(10);
  });

  it('get the same refusals in any order, and quarantine counts every time', async () => {
    const alone = await makeOrganisation(world);
    const bad = Array.from({ length: 20 }, (_, at) => ({ nonsense: at }));
    const processes = Array.from(
      { length: 6 },
      () => new IntakeService(world.database, world.get(Bells), world.get(Clock), world.get(Masking)),
    );
    const answers = await Promise.all([
      ...processes.map((intake, at) =>
        intake.ingest(
          alone.owner,
          'http',
          (at % 2 === 0 ? bad : bad.toReversed()).map((value) => ({ value })),
        ),
      ),
      sendLines(alone.client, ...bad),
    ]);
    expect(tally(answers.flat())).toEqual({ REJECTED: 140 });
    const refusals = await storedRefusals(world, alone.organisation.id);
    expect(refusals.map(({ timesSeen }) => timesSeen)).toEqual(bad.map(() => 7));
  });
});
