import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValueNode,
} from 'graphql';
import { DEFAULT_PAGE, MAX_PAGE } from '../relay/connection.js';
import { ASSUMED_LIST_ENTRIES } from './limits.js';

/** Fields that are more work than the objects they give; every other object costs 1, and a leaf nothing. */
export const FIELD_COSTS: Record<string, number> = {
  'Query.trends': 500,
  'Query.__schema': 500,
  'Query.__type': 50,
};

/** A mutation writes, hashes or sends, whatever it gives back. */
export const MUTATION_COST = 100;

/** The frame of a page, which is no entry itself. */
const FRAME = /(Connection|Edge|PageInfo)$/;

/** What running an operation costs with these variables. */
export type Cost = (variables: Readonly<Record<string, unknown>>) => number;

/**
 * The cost of an operation: the objects that it may give at most, with `first` entries in a page. It reads a document whose
 * size was checked, so putting fragments in where they are named cannot blow up.
 */
export function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Cost {
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const open = new Set<string>();

  const ofSelections = (type: GraphQLNamedType | undefined, { selections }: SelectionSetNode): Cost => {
    const parts = selections.map((node): Cost => {
      if (node.kind === Kind.FIELD) return ofField(type, node);
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const name = node.typeCondition?.name.value;
        return ofSelections(name === undefined ? type : schema.getType(name), node.selectionSet);
      }
      const fragment = fragments.get(node.name.value);
      if (fragment === undefined || open.has(node.name.value)) return () => 0; // validation refuses it
      open.add(node.name.value);
      const cost = ofSelections(schema.getType(fragment.typeCondition.name.value), fragment.selectionSet);
      open.delete(node.name.value);
      return cost;
    });
    return (variables) => parts.reduce((sum, part) => sum + part(variables), 0);
  };

  const ofField = (parent: GraphQLNamedType | undefined, node: FieldNode): Cost => {
    const field = fieldOf(schema, parent, node.name.value);
    const type = field && getNamedType(field.type);
    const changes = parent !== undefined && parent === schema.getMutationType();
    const own = changes ? MUTATION_COST : FIELD_COSTS[`${parent?.name}.${node.name.value}`];
    if (field === undefined || !isCompositeType(type)) return () => own ?? 0;
    const object = own ?? (FRAME.test(type.name) ? 0 : 1);
    const within = node.selectionSet === undefined ? () => 0 : ofSelections(type, node.selectionSet);
    if (field.args.some(({ name }) => name === 'first')) {
      const size = pageSizeOf(node);
      return (variables) => object + size(variables) * within(variables);
    }
    // The edges of a page are counted by its `first`.
    const entries = isListType(getNullableType(field.type)) && !FRAME.test(type.name) ? ASSUMED_LIST_ENTRIES : 1;
    return (variables) => entries * (object + within(variables));
  };

  const root = schema.getRootType(operation.operation) ?? undefined;
  const whole = ofSelections(root, operation.selectionSet);
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  );
  return (variables) => Math.max(1, whole({ ...defaults, ...variables }));
}

function fieldOf(schema: GraphQLSchema, parent: GraphQLNamedType | undefined, name: string) {
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  if (!isObjectType(parent) && !isAbstractType(parent)) return undefined;
  return 'getFields' in parent ? parent.getFields()[name] : undefined;
}

/** Entries of the page, as far as it may be had at all: what is out of range is refused by the list itself. */
function pageSizeOf(node: FieldNode): (variables: Readonly<Record<string, unknown>>) => number {
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  return (variables) => {
    const value = given === undefined ? undefined : valueOf(given, variables);
    if (value === undefined || value === null) return DEFAULT_PAGE;
    return typeof value === 'number' && value >= 0 && value <= MAX_PAGE ? value : MAX_PAGE;
  };
}

function valueOf(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  if (node.kind === Kind.VARIABLE)
    return Object.hasOwn(variables, node.name.value) ? variables[node.name.value] : undefined;
  return node.kind === Kind.INT ? Number(node.value) : null;
}
