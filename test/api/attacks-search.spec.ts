import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fill, moveIn } from '../factories/neighbours.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let client: GraphqlClient;

beforeAll(async () => {
  world = await startWorld();
  for (const mark of ['alfamark', 'betamark']) {
    const neighbour = await moveIn(world, mark);
    await fill(world, neighbour);
    client = neighbour.person;
  }
});
afterAll(() => world.close());

describe('words to search for', () => {
  const SEARCH = 'query ($search: String) { conversations(search: $search) { edges { cursor } } }';

  async function found(search: string): Promise<{ codes: string[]; found: number }> {
    const { body } = await client.post(SEARCH, { search });
    const { conversations } = (body.data ?? { conversations: { edges: [] } }) as {
      conversations: { edges: unknown[] };
    };
    return { codes: body.errors?.map(({ extensions }) => extensions.code) ?? [], found: conversations.edges.length };
  }

  // A word that is there is found, so a pattern that were run as one would find it too, or never end.
  it.each(['betam.rk', 'b.*k', '(b+)+etamark', 'bet[a-z]+', 'betam%rk', 'betam_rk', '(betamark|x)y'])(
    'such as %s are no pattern',
    async (search) => {
      expect((await found('betamark')).found).toBeGreaterThan(0);
      expect(await found(search)).toEqual({ codes: [], found: 0 });
    },
  );

  it.each([
    ['repeated quantifiers', '(a+)+'.repeat(40)],
    ['one long word', `${'a'.repeat(199)}!`],
    ['operators', `${"& | ! ( ) : * <-> ' \\ ".repeat(8)}`],
    ['blanks', ' '.repeat(200)],
    ['combining marks', 'e\u0301'.repeat(100)],
    ['emoji', '👩‍👩‍👧‍👦'.repeat(18)],
  ])('such as %s break no statement', async (_, search) => {
    const { codes } = await found(search);
    expect(codes.filter((code) => code !== 'BAD_INPUT')).toEqual([]);
  });
});
