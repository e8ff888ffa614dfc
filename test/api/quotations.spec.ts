import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation, type SmallOrganisation } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let org: SmallOrganisation;

beforeAll(async () => {
  world = await startWorld({ worker: false });
  org = await makeOrganisation(world);
});
afterAll(() => world.close());

async function ask(query: string, variables: Record<string, unknown> = {}) {
  const { status, body } = await org.client.post(query, variables);
  return { status, codes: body.errors?.map(({ extensions }) => extensions.code), text: JSON.stringify(body) };
}

describe('what was sent', () => {
  it.each([
    ['a text where none belongs', '{ viewer "planted words" { name } }'],
    ['an open text', '{ viewer(a: "planted words'],
    ['a block text', '{ viewer """planted words""" { name } }'],
    ['words without quotation marks', '{ viewer ( planted words ) }'],
    ['a wrong escape', '{ viewer(a: "planted words \\q") }'],
    ['a text as a number', '{ flags(first: "planted words") { edges { cursor } } }'],
    ['a text as a moment', '{ flags(filter: { from: "planted words" }) { edges { cursor } } }'],
    ['a text as an object', '{ flags(filter: "planted words") { edges { cursor } } }'],
    ['a text as one of a list', '{ flags(filter: { severityAtLeast: "planted words" }) { edges { cursor } } }'],
    ['an object as a text', '{ conversations(search: { a: "planted words" }) { edges { cursor } } }'],
    ['a name as one of a list', '{ flags(filter: { severityAtLeast: planted }) { edges { cursor } } }'],
    ['a default', 'query ($n: Int = "planted words") { flags(first: $n) { edges { cursor } } }'],
  ])('as %s in a document is not quoted', async (_, document) => {
    const { status, text } = await ask(document);
    expect(status).toBe(400);
    expect(text).not.toContain('planted');
  });

  it.each([
    ['a number', 'query ($v: Int!) { flags(first: $v) { edges { cursor } } }'],
    ['a moment', 'query ($v: DateTime!) { flags(filter: { from: $v }) { edges { cursor } } }'],
    ['an object', 'query ($v: FlagFilter!) { flags(filter: $v) { edges { cursor } } }'],
    ['one of a list', 'query ($v: Severity!) { flags(filter: { severityAtLeast: $v }) { edges { cursor } } }'],
  ])('as %s in a variable is not quoted', async (_, document) => {
    for (const v of ['planted words; and " at "more planted"; words', { planted: 'words' }, ['planted words']]) {
      const { status, codes, text } = await ask(document, { v });
      expect({ status, codes: new Set(codes) }).toEqual({ status: 400, codes: new Set(['BAD_USER_INPUT']) });
      expect(text).not.toMatch(/planted (words|;)|more planted/);
    }
  });
});
