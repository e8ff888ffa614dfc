import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fill, moveIn, type Neighbour } from '../factories/neighbours.js';
import { type Ids, idsOf, NODE_IDS, nodeTypesOfSchema } from '../factories/operations.js';
import { startWorld, type World } from '../support/world.js';

const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const TYPES = Object.entries(NODE_IDS);

let world: World;
let ours: Neighbour;
let theirs: Neighbour;
let ids: Ids;

beforeAll(async () => {
  world = await startWorld();
  ours = await moveIn(world, 'betamark');
  theirs = await moveIn(world, 'alfamark');
  await fill(world, ours);
  await fill(world, theirs);
  ids = await idsOf(ours.person);
});
afterAll(() => world.close());

async function node(id: string): Promise<unknown> {
  return (await ours.person.ask(NODE, { id })).node;
}

const encode = (text: string) => Buffer.from(text).toString('base64url');
const decode = (id: string) => Buffer.from(id, 'base64url').toString();

describe('a global id', () => {
  it.each(TYPES)('of a %s leads to itself', async (type, part) => {
    expect(await node(ids[part])).toEqual({ __typename: type, id: ids[part] });
  });

  it.each(TYPES)('of a %s of somebody else leads to nothing', async (_, part) => {
    expect(await node((await idsOf(theirs.person))[part])).toBeNull();
  });

  it.each(TYPES)('of a %s leads to nothing under the name of another type', async (type, part) => {
    const local = decode(ids[part]).slice(type.length + 1);
    for (const other of await nodeTypesOfSchema(ours.client)) {
      if (other !== type) expect(await node(encode(`${other}:${local}`)), other).toBeNull();
    }
  });

  it('is different for everything, and each turn has one', async () => {
    const { conversations } = await ours.client.ask(
      '{ conversations { edges { node { id flags { id } turns { edges { node { id } } } } } } }',
    );
    const all = JSON.stringify(conversations).match(/"id":"[^"]+"/g)!; // there are three conversations
    expect(new Set(all).size).toBe(all.length);
    for (const { node: talk } of conversations.edges) {
      for (const { node: turn } of talk.turns.edges)
        expect(await node(turn.id)).toEqual({ __typename: 'Turn', id: turn.id });
    }
  });

  it.each([
    ['empty', ''],
    ['no base64', 'é$%&'],
    ['a plain word', 'clone'],
    ['without a type', encode('01a20c2c-f024-74fe-8061-d5453f2849cb')],
    ['of an unknown type', encode('ServiceKey:01a20c2c-f024-74fe-8061-d5453f2849cb')],
    ['of a type that every object has', encode('constructor:01a20c2c-f024-74fe-8061-d5453f2849cb')],
    ['of no UUID', encode('Flag:1')],
    ['with SQL in it', encode("Flag:' OR true --")],
    ['with a NUL', encode('Flag:\0')],
    ['of a thing that is not there', encode('Flag:01a20c2c-f024-74fe-8061-d5453f2849cb')],
    ['of a turn without an index', encode('Turn:01a20c2c-f024-74fe-8061-d5453f2849cb')],
    ['of a turn under zero', encode('Turn:01a20c2c-f024-74fe-8061-d5453f2849cb:-1')],
    ['very long', encode(`Flag:${'1'.repeat(100_000)}`)],
  ])('that is %s leads to nothing', async (_, id) => {
    expect(await node(id)).toBeNull();
  });

  it('of a turn whose number is written in another way leads to nothing', async () => {
    const [name, conversation] = decode(ids.turn).split(':');
    for (const index of ['00', '000', '+0', '-0', '0x0', '0.0', '0e1', ' 0', '0 ', '0\n', '٠'])
      expect(await node(encode(`${name}:${conversation}:${index}`)), index).toBeNull();
    expect(await node(encode(`${name}:${conversation}:0`))).not.toBeNull();
  });

  it('of a turn past the end leads to nothing, however large its number', async () => {
    const [name, conversation] = decode(ids.turn).split(':');
    for (const index of ['3', '999999999', '2147483648', '99999999999999999999'])
      expect(await node(encode(`${name}:${conversation}:${index}`))).toBeNull();
  });

  it.each([
    ['clone', 'conversation'],
    ['conversation', 'clone'],
  ] as const)('is refused by %s when it is the id of another type', async (query, part) => {
    const { body } = await ours.client.post(`query ($id: ID!) { ${query}(id: $id) { id } }`, { id: ids[part] });
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
  });
});
