import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import type { Express, Response } from 'express';
import { Refused } from '#platform';
import { methodsOf } from './known-methods.js';
import { withoutValues } from './quotations.js';
import { HTTP_STATUS, showError } from './refusals.js';

/** How Apollo's message begins for a request that any page could make a browser send without asking (Fetch §3.2.2). */
const APOLLO_FEARS_FORGERY = 'This operation has been blocked as a potential Cross-Site Request Forgery';
const SEND_A_HEADER =
  'Send the header Content-Type: application/json; with GET, Apollo-Require-Preflight: true. Without it, any page could have a browser send this.';

/** Errors of HTTP routes as one small JSON object; those of GraphQL go on to its own formatting. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw error;
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.end();
      return;
    }
    const notFound = error instanceof HttpException && error.getStatus() === 404;
    if (notFound) return nowhere(response);
    const { status, code, message } = showError(error);
    response.status(status).json({ error: { code, message } });
  }
}

/** No such address; or one that answers to other methods only, which HTTP tells apart (RFC 9110 §15.5.6). */
export function nowhere(response: Response, known = methodsOf(response.app as Express, response.req.path)): void {
  if (known.length > 0) response.set('Allow', known.join(', '));
  const message =
    known.length > 0 ? `This address answers to ${known.join(' and ')} only.` : 'There is nothing at this address.';
  response.status(known.length > 0 ? 405 : 404).json({ error: { code: 'NOT_FOUND', message } });
}

/** Gives a request that is refused before GraphQL begins the HTTP status of its refusal. */
export function refuseRequest(error: unknown): never {
  if (!(error instanceof Refused)) throw error;
  const http = { status: HTTP_STATUS[error.code] };
  throw new GraphQLError(error.message, { originalError: error, extensions: { http } });
}

/** An error of a GraphQL answer: its code is from the closed list, or one of GraphQL's own for a malformed request. */
export function formatError(formatted: { message: string; extensions?: Record<string, unknown> }, error: unknown) {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const code = formatted.extensions?.['code'];
  if (formatted.message.startsWith(APOLLO_FEARS_FORGERY))
    return { ...formatted, message: SEND_A_HEADER, extensions: { code } };
  if (error instanceof GraphQLError && original instanceof GraphQLError && code !== 'INTERNAL_SERVER_ERROR') {
    return { ...formatted, message: withoutValues(error, formatted.message), extensions: { code } };
  }
  const { code: shown, message, id } = showError(original);
  return { ...formatted, message, extensions: id === undefined ? { code: shown } : { code: shown, id } };
}
