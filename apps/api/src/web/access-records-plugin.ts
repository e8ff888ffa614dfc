import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { AccessRecordsService } from '#accounts';
import type { RequestContext } from '../relay/context.js';
import { showError } from './refusals.js';

/**
 * Writes down what an operation handed out, before it is sent. What cannot be written down is not sent: the whole answer
 * gives way to our error (docs/decisions/0014-no-read-without-its-record.md).
 */
export function accessRecordsPlugin(records: AccessRecordsService): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: (request) => recordBefore(request, records),
    }),
  };
}

async function recordBefore(
  { contextValue, response }: GraphQLRequestContextWillSendResponse<RequestContext>,
  records: AccessRecordsService,
): Promise<void> {
  try {
    await records.record(contextValue.actor, contextValue.accesses);
  } catch (error) {
    const { status, code, message } = showError(error);
    response.http.status = status;
    response.body = { kind: 'single', singleResult: { errors: [{ message, extensions: { code } }], data: null } };
  }
}
