import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { Request, Response } from 'express';
import { type DocumentNode, getOperationAST, type GraphQLSchema } from 'graphql';
import type { Actor } from '#accounts';
import { Refused } from '#platform';
import type { RateLimits } from '../rate-limits/rate-limits.js';
import type { Admitted, RequestContext } from '../relay/context.js';
import { refuseRequest } from '../web/error.filter.js';
import { type Cost, costOf } from './cost.js';
import { readDocument } from './document-limits.js';
import { Kept } from './kept.js';
import { MAX_COST, MAX_KEPT_DOCUMENTS } from './limits.js';
import type { TrustedDocuments } from './trusted-documents.js';

/** What a client asks, as it comes over HTTP or a socket. */
export interface Asked {
  query?: unknown;
  variables?: unknown;
  operationName?: unknown;
}

/** What a request costs that names no operation we could read: it is answered with an error. */
const COST_OF_AN_ERROR = 1;

/** Lets a request in: its document is small enough, it does not cost too much, and who asks has so much left. */
export class Admission implements ApolloServerPlugin<RequestContext> {
  private schema: GraphQLSchema | undefined;
  private readonly documents = new Kept<DocumentNode>(MAX_KEPT_DOCUMENTS);
  private readonly costs = new Kept<Cost>(MAX_KEPT_DOCUMENTS);

  constructor(
    private readonly limits: RateLimits,
    private readonly trusted: TrustedDocuments,
  ) {}

  async serverWillStart({ schema }: { schema: GraphQLSchema }): Promise<void> {
    this.schema = schema;
  }

  /** @throws Refused when this request over HTTP must not be run. */
  async admitRequest(actor: Actor, request: Request, response: Response): Promise<Admitted> {
    if (request.method === 'GET') {
      const query = new URL(request.url, 'http://localhost').searchParams;
      const asked = { query: query.get('query') ?? undefined, operationName: query.get('operationName'), variables: readVariables(query.get('variables')) }; // prettier-ignore
      this.trusted.resolve(asked);
      return this.admit(actor, asked, response);
    }
    this.trusted.resolve(request.body);
    return this.admit(actor, (request.body ?? {}) as Asked, response); // each field is checked there
  }

  /** The same for a message over a socket. */
  async admitMessage(actor: Actor, asked: Asked): Promise<Admitted> {
    this.trusted.resolve(asked);
    return this.admit(actor, asked);
  }

  /** @throws Refused `TOO_LARGE`, `TOO_COSTLY` or `TOO_MANY_REQUESTS`. */
  async admit(actor: Actor, { query, variables, operationName }: Asked, response?: Response): Promise<Admitted> {
    const source = typeof query === 'string' ? query : undefined;
    const name = typeof operationName === 'string' ? operationName : undefined;
    const cost = source === undefined ? COST_OF_AN_ERROR : this.costOf(source, name, variables);
    return { source, cost, balance: await this.limits.spendCost(actor, Math.min(cost, MAX_COST), response) };
  }

  /** A request without a key or session that we know; it is refused in any case. */
  async refuseUnknown(error: unknown, request: Request, response: Response): Promise<never> {
    if (error instanceof Refused && error.code === 'UNAUTHENTICATED')
      await this.limits.spendUnknown(request.ip ?? '', response).catch(refuseRequest);
    return refuseRequest(error);
  }

  private costOf(source: string, name: string | undefined, given: unknown): number {
    const document = this.documents.get(source) ?? readDocument(source);
    if (document === undefined) return COST_OF_AN_ERROR;
    this.documents.set(source, document);
    const operation = getOperationAST(document, name);
    if (operation === null || operation === undefined) return COST_OF_AN_ERROR;
    const key = `${name ?? ''} ${source}`;
    const cost = this.costs.get(key) ?? costOf(this.requireSchema(), document, operation);
    this.costs.set(key, cost);
    const variables = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>; // only read by name
    const price = cost(variables);
    if (price <= MAX_COST) return price;
    throw new Refused('TOO_COSTLY', `This costs ${price}; the limit is ${MAX_COST}. Ask for smaller pages.`);
  }

  private requireSchema(): GraphQLSchema {
    if (this.schema === undefined) throw new Error('The schema is not there before the server has started.');
    return this.schema;
  }

  async requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return {
      // Nothing runs that was not admitted, whatever way it came.
      async didResolveOperation({ contextValue, source }) {
        if (contextValue.admitted?.source !== source) throw new Error('This document was not admitted.');
      },
      async willSendResponse({ contextValue, response }) {
        if (response.body.kind !== 'single' || contextValue.admitted === undefined) return;
        response.body.singleResult.extensions = tellCost(contextValue.admitted);
      },
    };
  }
}

/** What an answer tells of its cost. */
export function tellCost({ cost, balance }: Admitted) {
  const { limit = null, remaining = null } = balance ?? {};
  return { cost: { requested: cost, limit, remaining } };
}

function readVariables(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {}; // refused by the server, in its own words
  }
}
