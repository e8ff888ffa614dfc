import { type DocumentNode, GraphQLError, Kind, parse, type SelectionNode, type SelectionSetNode } from 'graphql';
import { Refused } from '#platform';
import {
  MAX_ALIASES,
  MAX_DEPTH,
  MAX_DIRECTIVES,
  MAX_DOCUMENT_CHARACTERS,
  MAX_DOCUMENT_TOKENS,
  MAX_FIELDS,
  MAX_FRAGMENT_NESTING,
  MAX_FRAGMENTS,
  MAX_OPERATIONS,
} from './limits.js';

/** What a part of a document comes to when each fragment is put in where it is named. */
interface Size {
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
  nesting: number;
}

const NAMES = { depth: 'levels', fields: 'fields', aliases: 'aliases', directives: 'directives', nesting: 'fragments within each other' }; // prettier-ignore
const TOO_MANY_TOKENS = /more that? \d+ tokens/;
const LIMITS: Size = {
  depth: MAX_DEPTH,
  fields: MAX_FIELDS,
  aliases: MAX_ALIASES,
  directives: MAX_DIRECTIVES,
  nesting: MAX_FRAGMENT_NESTING,
};

/**
 * Reads a document that is small enough to be validated and run. Undefined when it is not GraphQL.
 * @throws Refused `TOO_LARGE`, naming the limit.
 */
export function readDocument(source: string): DocumentNode | undefined {
  requireAtMost(source.length, MAX_DOCUMENT_CHARACTERS, 'characters');
  let document: DocumentNode;
  try {
    document = parse(source, { maxTokens: MAX_DOCUMENT_TOKENS });
  } catch (error) {
    const tooMany = !(error instanceof GraphQLError) || TOO_MANY_TOKENS.test(error.message); // or so deep that it ran out of stack
    if (tooMany) tooLarge(MAX_DOCUMENT_TOKENS, 'tokens');
    return undefined;
  }
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  requireAtMost(operations.length, MAX_OPERATIONS, 'operations');
  requireAtMost(fragments.length, MAX_FRAGMENTS, 'fragments');
  for (const size of sizesOf(document))
    for (const what of Object.keys(LIMITS) as (keyof Size)[]) requireAtMost(size[what], LIMITS[what], NAMES[what]); // all of `Size`
  return document;
}

function requireAtMost(value: number, limit: number, what: string): void {
  if (value > limit) tooLarge(limit, what);
}

function tooLarge(limit: number, what: string): never {
  throw new Refused('TOO_LARGE', `The document has too many ${what}; the limit is ${limit}.`);
}

/** The size of each definition, and of all operations together. Each fragment is measured once, however often it is named. */
function sizesOf({ definitions }: DocumentNode): Size[] {
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const measured = new Map<string, Size>();

  const ofFragment = (name: string): Size => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, nothing()); // a circle ends here; validation refuses it
    const fragment = fragments.get(name);
    const within = fragment === undefined ? nothing() : ofSelections(fragment.selectionSet);
    const size = { ...within, nesting: within.nesting + 1 };
    size.directives += fragment?.directives?.length ?? 0;
    measured.set(name, size);
    return size;
  };
  const ofSelections = ({ selections }: SelectionSetNode): Size => sumOf(selections.map(ofSelection));
  const ofSelection = (node: SelectionNode): Size => {
    const directives = node.directives?.length ?? 0;
    if (node.kind === Kind.FRAGMENT_SPREAD) return sumOf([ofFragment(node.name.value), { ...nothing(), directives }]);
    const within = node.selectionSet === undefined ? nothing() : ofSelections(node.selectionSet);
    within.directives += directives;
    if (node.kind === Kind.INLINE_FRAGMENT) return { ...within, nesting: within.nesting + 1 };
    return {
      ...within,
      depth: within.depth + 1,
      fields: within.fields + 1,
      aliases: within.aliases + (node.alias === undefined ? 0 : 1),
    };
  };

  const operations: Size[] = [];
  const sizes: Size[] = [];
  for (const one of definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION) sizes.push(ofFragment(one.name.value));
    if (one.kind !== Kind.OPERATION_DEFINITION) continue;
    const variables = one.variableDefinitions ?? [];
    const directives = [one, ...variables].reduce((sum, node) => sum + (node.directives?.length ?? 0), 0);
    operations.push(sumOf([ofSelections(one.selectionSet), { ...nothing(), directives }]));
  }
  return [...sizes, sumOf(operations)];
}

function nothing(): Size {
  return { depth: 0, fields: 0, aliases: 0, directives: 0, nesting: 0 };
}

function sumOf(sizes: readonly Size[]): Size {
  const sum = nothing();
  for (const size of sizes) {
    sum.depth = Math.max(sum.depth, size.depth);
    sum.nesting = Math.max(sum.nesting, size.nesting);
    sum.fields += size.fields;
    sum.aliases += size.aliases;
    sum.directives += size.directives;
  }
  return sum;
}
