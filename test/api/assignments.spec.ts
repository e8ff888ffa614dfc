import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Appointment, AssignmentsService } from '#accountability';
import { conversation, INGEST } from '../factories/conversations.js';
import { makeOrganisation, signIn, type SmallOrganisation } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;
let appointing: AssignmentsService;
beforeAll(async () => {
  world = await startWorld({ worker: false });
  appointing = world.get(AssignmentsService);
});
beforeEach(async () => {
  org = await makeOrganisation(world); // Petra Lund answers for everything since 2020
});
afterAll(() => world.close());

const day = (text: string) => new Date(`${text}T00:00:00Z`);

function appoint(name: string, from: string, scope: Partial<Appointment> = {}) {
  const anywhere = { cloneId: null, channel: null, title: null, basis: 'test' };
  return appointing.appoint(org.organisation.id, { ...anywhere, name, from: day(from), ...scope });
}

/** Who answers for a reply of that day, as the API says it. */
async function answersOn(startedAt: string, channel = 'PHONE'): Promise<string | null> {
  const sent = conversation({
    channel,
    startedAt: `${startedAt}T12:00:00Z`,
    turns: [{ speaker: 'CLONE', said: 'Hello.' }],
  });
  await org.client.ask(INGEST, { input: { conversations: [sent] } });
  const { conversations } = await org.client.ask(
    `query ($first: Int) { conversations(first: $first) { edges { node { externalId turns(first: 1) { edges { node {
       accountability { outcome accountable { name } } } } } } } } }`,
    { first: 50 },
  );
  interface Edge {
    node: { externalId: string; turns: { edges: { node: { accountability: Answer } }[] } };
  }
  interface Answer {
    outcome: string;
    accountable: { name: string } | null;
  }
  const edge = (conversations.edges as Edge[]).find(({ node }) => node.externalId === sent.externalId);
  const { outcome, accountable } = edge!.node.turns.edges[0]!.node.accountability; // just sent, with one turn
  return outcome === 'ACCOUNTABLE' ? accountable!.name : outcome;
}

describe('appointing somebody', () => {
  it('takes the place of whoever answered for the same scope, from that moment on', async () => {
    expect(await appoint('Erik Nyström', '2026-03-01')).toMatchObject([{ name: 'Petra Lund' }]);
    expect(await answersOn('2026-02-28')).toBe('Petra Lund');
    expect(await answersOn('2026-03-01')).toBe('Erik Nyström');
  });

  it('leaves wider scopes as they are, and wins over them', async () => {
    expect(await appoint('Erik Nyström', '2026-03-01', { channel: 'EMAIL' })).toEqual([]);
    expect(await answersOn('2026-03-02', 'EMAIL')).toBe('Erik Nyström');
    expect(await answersOn('2026-03-02', 'PHONE')).toBe('Petra Lund');
  });

  it('of whoever answers already changes nothing', async () => {
    expect(await appoint('Petra Lund', '2026-03-01')).toBeNull();
    expect(await appointing.list(org.organisation.id)).toHaveLength(1);
    expect(await answersOn('2026-03-02')).toBe('Petra Lund');
  });

  it('before somebody who was appointed later is refused, and names them', async () => {
    await appoint('Erik Nyström', '2026-03-01');
    await expect(appoint('Kim Berg', '2026-02-01')).rejects.toThrow('Erik Nyström answers here from 2026-03-01');
    expect(await answersOn('2026-03-02')).toBe('Erik Nyström');
  });

  it('keeps one person as one party', async () => {
    await appoint('Erik Nyström', '2026-03-01', { channel: 'EMAIL' });
    await appoint('Erik Nyström', '2026-03-01', { channel: 'CHAT' });
    const parties = (await appointing.list(org.organisation.id)).filter(({ name }) => name === 'Erik Nyström');
    expect(new Set(parties.map(({ partyId }) => partyId)).size).toBe(1);
  });

  it('by several at once never leaves two who answer for the same', async () => {
    const names = Array.from({ length: 8 }, (_, at) => `Person ${at}`);
    const moments = names.map((_, at) => `2026-03-0${at + 1}`);
    await Promise.allSettled(names.map((name, at) => appoint(name, moments[at]!))); // as many moments as names
    expect(await answersOn('2026-03-20')).toBe('Person 7');
  });

  it('in one organisation is unknown to another', async () => {
    const other = await makeOrganisation(world);
    await appoint('Erik Nyström', '2026-03-01');
    const listed = await appointing.list(other.organisation.id);
    expect(listed.map(({ name }) => name)).toEqual(['Petra Lund']);
  });
});

describe('replies that nobody answers for', () => {
  const ASK = `query ($filter: ConversationFilter) { conversations(filter: $filter) { edges { node { startedAt } } } }`;

  it('are found by their outcome, and so are those with one answer', async () => {
    await answersOn('2019-06-01');
    await answersOn('2026-06-01');
    const found = async (accountability: string) => {
      const { conversations } = await org.client.ask(ASK, { filter: { accountability } });
      return conversations.edges.map(({ node }: { node: { startedAt: string } }) => node.startedAt.slice(0, 4));
    };
    expect(await found('GAP')).toEqual(['2019']);
    expect(await found('ACCOUNTABLE')).toEqual(['2026']);
    expect(await found('CONFLICT')).toEqual([]);
  });

  it('are no way to learn of flags for somebody who may not see them', async () => {
    const manager = world.client(await signIn(world, org.organisation, 'MANAGER'));
    for (const filter of [{ flagged: true }, { flagged: false }, { severityAtLeast: 'LOW' }]) {
      const { body } = await manager.post(ASK, { filter });
      expect(body.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    }
    expect((await manager.post(ASK, { filter: { accountability: 'GAP' } })).body.errors).toBeUndefined();
  });
});
