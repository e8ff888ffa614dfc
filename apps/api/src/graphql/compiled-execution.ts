import { type ApolloServerPlugin, type GraphQLRequestListener, HeaderMap } from '@apollo/server';
import {
  type DocumentNode,
  type ExecutionResult,
  getVariableValues,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from '../relay/context.js';
import { Kept } from './kept.js';
import { MAX_KEPT_DOCUMENTS, RUNS_BEFORE_COMPILING } from './limits.js';

interface Plan {
  runs: number;
  /** Null when this document cannot be compiled. */
  compiled: CompiledQuery | null | undefined;
}

/**
 * Runs queries that come again as compiled code. What it answers is only ever a whole success: as soon as anything is wrong
 * with the variables or with a field, graphql-js runs the operation as if this plugin were not there, so that errors, their
 * codes and what they make null are always its. Mutations are left to graphql-js: they may not run twice.
 */
export function compiledExecution(runsBefore = RUNS_BEFORE_COMPILING): ApolloServerPlugin<RequestContext> {
  const plans = new Kept<Plan>(MAX_KEPT_DOCUMENTS);
  const listener: GraphQLRequestListener<RequestContext> = {
    async responseForOperation({ schema, document, operation, operationName, source, request, contextValue }) {
      const wanted: OperationDefinitionNode | undefined = operation; // Apollo comes here without one too
      if (wanted?.operation !== OperationTypeNode.QUERY) return null;
      const key = `${operationName ?? ''} ${source}`;
      const plan = plans.get(key) ?? { runs: 0, compiled: undefined };
      plans.set(key, plan);
      plan.runs += 1;
      if (plan.compiled === undefined && plan.runs > runsBefore)
        plan.compiled = compile(schema, document, operationName);
      if (plan.compiled === undefined || plan.compiled === null) return null;
      const variables = request.variables ?? {};
      if (!areValid(schema, wanted, variables)) return null;
      const result: ExecutionResult = await plan.compiled.query(undefined, contextValue, variables);
      if (result.errors !== undefined && result.errors.length > 0) return null;
      return {
        http: { headers: new HeaderMap() },
        body: { kind: 'single', singleResult: { data: result.data ?? null } },
      };
    },
  };
  return { requestDidStart: async () => listener };
}

function compile(schema: GraphQLSchema, document: DocumentNode, name: string | null) {
  const compiled = compileQuery(schema, document, name ?? undefined, { disablingCapturingStackErrors: true });
  return isCompiledQuery(compiled) ? compiled : null;
}

/** As graphql-js sees it: the compiled code reads variables by rules of its own. */
function areValid(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): boolean {
  return (
    getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 }).errors === undefined
  );
}
