import type { SubscribePayload } from 'graphql-ws';
import {
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { Refused } from '#platform';
import { formatError } from '../web/error.filter.js';

/** What to run of a document that was admitted, or why it cannot be: as over HTTP, but subscriptions only. */
export function readOperation(
  schema: GraphQLSchema,
  { query, operationName, variables }: SubscribePayload,
  hideSuggestions: boolean,
): ExecutionArgs | GraphQLError[] {
  try {
    const document = parse(query);
    const wrong = validate(schema, document, specifiedRules, { hideSuggestions });
    if (wrong.length > 0) return wrong.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
      return [refusal(new Refused('BAD_INPUT', 'Name one subscription; queries and mutations go over HTTP.'))];
    return { schema, document, operationName: operationName ?? null, variableValues: variables ?? null };
  } catch (error) {
    if (error instanceof GraphQLError) return [withCode(error, 'GRAPHQL_PARSE_FAILED')];
    throw error;
  }
}

export function refusal(refused: Refused): GraphQLError {
  return new GraphQLError(refused.message, { originalError: refused });
}

/** The error with a code, unless it has one or comes from our own code. */
export function withCode(error: GraphQLError, code: string): GraphQLError {
  const isOurs = error.originalError !== undefined && !(error.originalError instanceof GraphQLError);
  if (isOurs || 'code' in error.extensions) return error;
  const { message, nodes, source, positions, path } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { code } });
}

/** Errors as clients see them over HTTP. */
export function showErrors(errors: readonly GraphQLError[]) {
  return errors.map((error) => formatError(withCode(error, 'INTERNAL_SERVER_ERROR').toJSON(), error));
}
