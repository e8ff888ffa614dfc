import { buildSchema, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PAGE, MAX_PAGE } from '../relay/connection.js';
import { costOf, FIELD_COSTS, MUTATION_COST } from './cost.js';
import { ASSUMED_LIST_ENTRIES } from './limits.js';

const schema = buildSchema(`
  type Query { talks(first: Int = 50): TalkConnection! viewer: Viewer! clones: [Clone!]! node: Node trends: Trends! }
  type Mutation { end: Int! rename(to: String!): Clone! }
  type Viewer { name: String! tags: [String!]! }
  interface Node { id: ID! }
  type Clone implements Node { id: ID! versions: [Version!]! }
  type Version { id: ID! }
  type Trends { days: [Day!]! }
  type Day { day: String! }
  type TalkConnection { edges: [TalkEdge!]! pageInfo: PageInfo! }
  type TalkEdge { cursor: String! node: Talk! }
  type PageInfo { endCursor: String }
  type Talk implements Node { id: ID! clone: Clone! talks(first: Int! = 50): TalkConnection! }
`);

function cost(source: string, variables: Record<string, unknown> = {}): number {
  const document = parse(source);
  return costOf(schema, document, getOperationAST(document)!)(variables); // each has one operation
}

describe('the cost of an operation', () => {
  it.each([
    ['an object', '{ viewer { name tags } }', 1],
    ['leaves alone', '{ __typename }', 1],
    ['a page of two with their clones', '{ talks(first: 2) { edges { cursor node { id clone { id } } } pageInfo { endCursor } } }', 4],
    ['a page of the usual size', '{ talks { edges { node { id } } } }', DEFAULT_PAGE],
    ['pages within a page', '{ talks(first: 10) { edges { node { talks(first: 10) { edges { node { id } } } } } } }', 110],
    ['a list', '{ clones { id } }', ASSUMED_LIST_ENTRIES],
    ['a list within a list', '{ clones { versions { id } } }', ASSUMED_LIST_ENTRIES * (1 + ASSUMED_LIST_ENTRIES)],
    ['a field with a price of its own', '{ trends { days { day } } }', FIELD_COSTS['Query.trends']! + ASSUMED_LIST_ENTRIES],
    ['mutations, whatever they give', 'mutation { end rename(to: "x") { versions { id } } }', 2 * MUTATION_COST + ASSUMED_LIST_ENTRIES],
    ['the schema', '{ __schema { queryType { name } } }', FIELD_COSTS['Query.__schema']! + 1],
    ['aliases, each', '{ a: viewer { name } b: viewer { name } }', 2],
    ['fragments, each time', '{ ...F ...F } fragment F on Query { viewer { name } ... on Query { clones { id } } }', 2 * (1 + ASSUMED_LIST_ENTRIES)],
    ['what a node may be', '{ node { id ... on Clone { versions { id } } ... on Talk { clone { id } } } }', 1 + ASSUMED_LIST_ENTRIES + 1],
    ['a circle, once', '{ ...A } fragment A on Query { viewer { name } ...A }', 1],
    ['what is not there', '{ secrets { of { others } } }', 1],
  ])('counts %s', (_, source, expected) => {
    expect(cost(source)).toBe(expected);
  }); // prettier-ignore

  it.each([
    ['given', { n: 7 }, 7],
    ['left out', {}, 20],
    ['null', { n: null }, DEFAULT_PAGE],
    ['too many', { n: 1_000_000_000 }, MAX_PAGE],
    ['negative', { n: -5 }, MAX_PAGE],
    ['not a number', { n: '7' }, MAX_PAGE],
  ])('takes the size of a page that is %s from its variable', (_, variables, expected) => {
    expect(cost('query ($n: Int = 20) { talks(first: $n) { edges { node { id } } } }', variables)).toBe(expected);
  });

  it('reads variables by their own names only', () => {
    expect(cost('query ($constructor: Int) { talks(first: $constructor) { edges { node { id } } } }')).toBe(
      DEFAULT_PAGE,
    );
  });
});
